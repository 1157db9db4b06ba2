// Of random well-typed expressions inference gives the type they were made with, and evaluation a
// value of that type.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include <fmt/format.h>

#include "engine/session.hpp"
#include "types/print.hpp"
#include "value/composite.hpp"

using namespace fluxi;

namespace {

using types::Tag;
using types::TypeRef;
using value::Nature;

class Generator {
  public:
    Generator(unsigned seed, types::TypeStore& store) : random_(seed), store_(store) {}

    TypeRef type(int depth) {
        static constexpr TypeRef kBasic[] = {&types::kInt,  &types::kFloat, &types::kString,
                                             &types::kBool, &types::kTime,  &types::kDuration};
        if (depth == 0 || pick(3) > 0) return kBasic[pick(std::size(kBasic))];
        switch (pick(3)) {
            case 0:
                return store_.array(type(depth - 1));
            case 1:
                return store_.record({{"a", type(depth - 1)}, {"b c", type(depth - 1)}});
            default:
                return store_.dict(&types::kString, type(depth - 1));
        }
    }

    std::string expression(TypeRef type, int depth) {
        if (depth <= 0) return literal(type, 0);
        switch (pick(8)) {
            case 0:
                return fmt::format("(if {} then {} else {})", expression(&types::kBool, depth - 1),
                                   expression(type, depth - 1), expression(type, depth - 1));
            case 1:
                return fmt::format("[{}, {}][{}]", expression(type, depth - 1),
                                   expression(type, depth - 1), pick(2));
            case 2:
                return fmt::format("{{x: {}, y: {}}}.y", pick(9), expression(type, depth - 1));
            case 3:
                return fmt::format("((v, w={}) => v)(v: {})", pick(9), expression(type, depth - 1));
            case 4:
                return fmt::format("({} |> ((t=<-) => t)())", expression(type, depth - 1));
            case 5:
                return fmt::format("((r) => ({{r with n: {}}}))(r: {{n: 1, m: true}}).n",
                                   expression(type, depth - 1));
            default:
                return operation(type, depth);
        }
    }

  private:
    std::size_t pick(std::size_t count) { return random_() % count; }

    std::string operation(TypeRef type, int depth) {
        const auto part = [&] { return expression(type, depth - 1); };
        switch (type->tag) {
            case Tag::integer:
            case Tag::floating:
                return fmt::format("({} {} {})", part(), "+-*"[pick(3)], part());
            case Tag::string:
                return pick(2) == 0
                           ? fmt::format("({} + {})", part(), part())
                           : fmt::format("\"<${{{}}}>\"", expression(&types::kInt, depth - 1));
            case Tag::boolean:
                return boolean(depth);
            case Tag::duration:
                return fmt::format("(-{})", part());
            default:
                return literal(type, depth);
        }
    }

    std::string boolean(int depth) {
        const auto part = [&](TypeRef type) { return expression(type, depth - 1); };
        switch (pick(4)) {
            case 0:
                return fmt::format("({} and {})", part(&types::kBool), part(&types::kBool));
            case 1:
                return fmt::format("(not {})", part(&types::kBool));
            case 2:
                return fmt::format("({} < {})", part(&types::kInt), part(&types::kInt));
            default:
                return fmt::format("({} == {})", part(&types::kString), part(&types::kString));
        }
    }

    std::string literal(TypeRef type, int depth) {
        switch (type->tag) {
            case Tag::integer:
                return std::to_string(pick(100));
            case Tag::floating:
                return fmt::format("{}.5", pick(100));
            case Tag::string:
                return fmt::format("\"s{}\"", pick(10));
            case Tag::boolean:
                return pick(2) == 0 ? "true" : "false";
            case Tag::time:
                return fmt::format("2021-01-0{}", 1 + pick(9));
            case Tag::duration:
                return fmt::format("{}m", pick(100));
            case Tag::array:
                return fmt::format("[{}]", expression(type->element(), depth - 1));
            case Tag::dict:
                return fmt::format("[\"k\": {}]", expression(type->value(), depth - 1));
            default:
                return fmt::format("{{a: {}, \"b c\": {}}}",
                                   expression(type->field("a")->type, depth - 1),
                                   expression(type->field("b c")->type, depth - 1));
        }
    }

    std::minstd_rand random_;
    types::TypeStore& store_;
};

bool fits(const value::Value& v, TypeRef type) {
    if (v.is_null()) return false;  // nothing here gives null
    switch (type->tag) {
        case Tag::integer:
            return v.is(Nature::integer);
        case Tag::floating:
            return v.is(Nature::floating);
        case Tag::string:
            return v.is(Nature::string);
        case Tag::boolean:
            return v.is(Nature::boolean);
        case Tag::time:
            return v.is(Nature::time);
        case Tag::duration:
            return v.is(Nature::duration);
        case Tag::array:
            if (!v.is(Nature::array)) return false;
            for (const value::Value& element : v.as_array().elements()) {
                if (!fits(element, type->element())) return false;
            }
            return true;
        case Tag::dict:
            if (!v.is(Nature::dict)) return false;
            for (const auto& [key, element] : v.as_dict().entries()) {
                if (!fits(key, type->key()) || !fits(element, type->value())) return false;
            }
            return true;
        case Tag::record:
            if (!v.is(Nature::record) || v.as_record().size() != type->fields.size()) return false;
            for (const types::Field& field : type->fields) {
                const value::Value* found = v.as_record().find(field.name);
                if (found == nullptr || !fits(*found, field.type)) return false;
            }
            return true;
        default:
            return false;
    }
}

class NoResults final : public flow::exec::ResultReceiver {
  public:
    void begin_result(const std::string&) override {}
    void push(const table::Batch&) override {}
    void end_result() override {}
};

}  // namespace

TEST_CASE("a well-typed expression has the type that it was made with, and so has its value") {
    engine::Session session({});
    NoResults receiver;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        Generator generator(seed, session.library().substitution().store());
        const TypeRef type = generator.type(2);
        const std::string name = fmt::format("x{}", seed);
        const std::string text =
            fmt::format("{0} = {1}\n{0}\n", name, generator.expression(type, 4));
        const bool loaded = session.load("random.flux", text);
        REQUIRE_MESSAGE(loaded, text, session.diagnostics().all().back().message);
        CHECK_MESSAGE(session.definitions().back().second.type == type, text, " has the type ",
                      types::signature(session.definitions().back().second));
        const engine::RunReport report = session.run(receiver);
        REQUIRE_MESSAGE(report.outcome == engine::Outcome::ok, text);
        REQUIRE_MESSAGE(report.value.has_value(), text);
        CHECK_MESSAGE(fits(*report.value, type), text, " gives no ",
                      types::TypePrinter().text(type));
    }
}
