// Testcases as scripts. Each `testcase` of a file is run as a script of its own: the file's imports
// and all its statements outside of testcases, then the body of the testcase. One that extends
// another has that one's file too, and its body where it says `super()`. Trees are taken apart, not
// copied: a file is parsed anew for each testcase, which costs less than running it, and places in
// messages are those in the file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "engine/test_tree.hpp"
#include "syntax/ast.hpp"

namespace fluxi::engine {

/// A parsed file with its testcases taken out of it.
struct TestSource {
    std::unique_ptr<syntax::File> file{};
    std::vector<syntax::StmtPtr> testcases{};  ///< each holds a TestcaseStmt

    /// The testcase of a name; null if there is none.
    [[nodiscard]] syntax::TestcaseStmt* find(std::string_view name) const;
    /// The name of the package that is tested: the file's, without `_test`.
    [[nodiscard]] std::string package() const;
};

TestSource parse_tests(base::SourceMap& sources, std::string name, std::string text,
                       base::Diagnostics& diagnostics);

/// What a testcase says about itself without being run.
struct TestHead {
    std::string name{};
    std::string package{};
    std::vector<std::string> tags{};
    base::Span span{};
};

/// The script of a testcase, as parts of trees in order, in `sources`.
class TestScript {
  public:
    TestScript(const TestTree& tree, base::SourceMap& sources) : tree_(tree), sources_(sources) {}
    /// @throws base::RuntimeError if it extends a testcase that is not there
    std::vector<std::unique_ptr<syntax::File>> make(TestSource source, std::string_view name,
                                                    base::Diagnostics& diagnostics);

  private:
    const TestTree& tree_;
    base::SourceMap& sources_;
};

/// The tags that `option testing.tags = […]` gives the script; empty without that option.
/// @throws base::RuntimeError unless it is a list of string literals
std::vector<std::string> tags_of(const std::vector<std::unique_ptr<syntax::File>>& script);

}  // namespace fluxi::engine
