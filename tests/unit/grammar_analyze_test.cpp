// The grammar has no left recursion and no loop that takes nothing. In a file of its own because
// analysing instantiates every rule.
#include <doctest/doctest.h>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/statements.hpp"

using namespace fluxi;

TEST_CASE("the grammar always makes progress") {
    CHECK(tao::pegtl::analyze<grammar::file>() == 0);
    CHECK(tao::pegtl::analyze<grammar::expression_file>() == 0);
    CHECK(tao::pegtl::analyze<grammar::type_file>() == 0);
}
