// Every pure native that has a column-wise form against the native itself: random columns and
// constants of the types that its signature allows. A row must give the same value, or fail in
// both.
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "engine/session.hpp"
#include "native/native.hpp"
#include "tests/support/native_arguments.hpp"
#include "value/composite.hpp"
#include "value/display.hpp"
#include "vec/part_kernels.hpp"

namespace base = fluxi::base;
namespace engine = fluxi::engine;
namespace eval = fluxi::eval;
namespace native = fluxi::native;
namespace table = fluxi::table;
namespace value = fluxi::value;
namespace vec = fluxi::vec;
using fluxi::test::ArgumentMaker;
using fluxi::test::kArgumentRows;
using fluxi::test::MadeArgument;
using table::Column;
using table::ColumnType;
using value::Nature;
using value::Value;

namespace {

// Fewer leave functions out that rarely get arguments which do.
constexpr std::size_t kRounds = 60;

/// A declared parameter: name and type as Flux writes them.
struct Declared {
    std::string name;
    std::string type;
};

/// The parameters in a text such as `(<-arr: [A], ?v: string) => int where A: Nullable`.
std::vector<Declared> parameters_in(std::string_view text) {
    std::vector<Declared> all;
    std::size_t depth = 0;
    std::string part;
    for (const char c : text) {
        if (c == '(' || c == '[' || c == '{') ++depth;
        const bool ends = (c == ',' && depth == 1) || (c == ')' && depth == 1);
        if (ends) {
            const std::size_t colon = part.find(": ");
            if (colon != std::string::npos) {
                const std::size_t name = part.find_first_not_of(" (<-?");
                all.push_back({part.substr(name, colon - name), part.substr(colon + 2)});
            }
            part.clear();
        } else {
            part += c;
        }
        if (c == ')' || c == ']' || c == '}') --depth;
        if (depth == 0) break;
    }
    return all;
}

/// The labels of a record that a function gives: `… => {exp: int, frac: float}`.
std::vector<std::string> result_labels(std::string_view text) {
    std::vector<std::string> labels;
    const std::size_t arrow = text.rfind("=> {");
    if (arrow == std::string_view::npos) return labels;
    for (std::size_t at = arrow + 4; at < text.size();) {
        const std::size_t colon = text.find(':', at);
        if (colon == std::string_view::npos) break;
        labels.emplace_back(text.substr(at, colon - at));
        const std::size_t comma = text.find(", ", colon);
        if (comma == std::string_view::npos) break;
        at = comma + 2;
    }
    return labels;
}

/// What stands in a row of a kernel's result.
Value result_of(const vec::Kernel& kernel, const Column& column, std::uint32_t row) {
    const Value v = column.at(row);
    const vec::Form& form = kernel.form();
    if (!form.is_stored()) return v;
    if (v.is_null()) return Value::null(form.nature);
    if (form.nature == Nature::duration) return Value::duration(vec::duration_in(v.as_text()));
    if (form.nature == Nature::bytes) return Value::bytes(v.as_text());
    return vec::List(v.as_text(), form.element).boxed();
}

bool same(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
    if (a.nature() != b.nature()) return false;
    if (a.is(Nature::floating)) {
        return std::isnan(a.as_floating()) ? std::isnan(b.as_floating())
                                           : std::bit_cast<std::uint64_t>(a.as_floating()) ==
                                                 std::bit_cast<std::uint64_t>(b.as_floating());
    }
    if (a.is(Nature::duration)) return a.as_duration() == b.as_duration();
    if (a.is(Nature::array)) {
        return std::equal(a.as_array().elements().begin(), a.as_array().elements().end(),
                          b.as_array().elements().begin(), b.as_array().elements().end(), same);
    }
    return value::display(a) == value::display(b);
}

/// One native and how its whole result leads to what a kernel gives.
class Subject {
  public:
    Subject(eval::Evaluator& evaluator, const native::Native& native)
        : evaluator_(evaluator), native_(native) {}

    using Part = std::function<std::optional<Value>(const Value&)>;

    /// True if there was a kernel.
    bool compare(const vec::KernelRef& kernel, std::vector<MadeArgument>& arguments,
                 const Part& part) {
        if (!kernel) return false;
        std::vector<Column> columns;
        std::string shown = native_.definition().package + "." + native_.definition().name;
        for (const MadeArgument& argument : arguments)
            columns.insert(columns.end(), argument.columns.begin(), argument.columns.end());
        std::vector<std::optional<Value>> wanted;
        std::vector<std::uint8_t> mask;
        for (std::uint32_t row = 0; row < kArgumentRows; ++row) {
            wanted.push_back(call(arguments, row, part));
            mask.push_back(wanted.back() ? 1 : 0);
            std::string row_text = shown + " of";
            for (const MadeArgument& argument : arguments)
                row_text += " «" + value::display(argument.rows[row]) + "»";
            CAPTURE(row_text);
            const auto got = one_row(*kernel, columns, row);
            // A kernel may refuse what the native takes: then the row is walked.
            if (!got) continue;
            REQUIRE_MESSAGE(wanted.back(), "only the native fails");
            CHECK_MESSAGE(same(*got, *wanted.back()), value::display(*got), " instead of ",
                          value::display(*wanted.back()));
            ++rows_;
        }
        whole_batch(*kernel, columns, wanted, mask, shown);
        return true;
    }
    [[nodiscard]] std::size_t rows() const { return rows_; }

  private:
    std::optional<Value> call(const std::vector<MadeArgument>& arguments, std::uint32_t row,
                              const Part& part) {
        try {
            std::vector<Value> values;
            for (const MadeArgument& argument : arguments) values.push_back(argument.rows[row]);
            return part(native_.call(evaluator_, values));
        } catch (const base::RuntimeError&) {
            return std::nullopt;
        }
    }

    static std::optional<Value> one_row(const vec::Kernel& kernel,
                                        const std::vector<Column>& columns, std::uint32_t row) {
        std::vector<Column> slices;
        for (const Column& column : columns) slices.push_back(column.slice(row, 1));
        try {
            return result_of(kernel, kernel.run(slices, 1, nullptr), 0);
        } catch (const base::RuntimeError&) {
            return std::nullopt;
        }
    }

    /// All rows at once, without those that fail.
    static void whole_batch(const vec::Kernel& kernel, const std::vector<Column>& columns,
                            const std::vector<std::optional<Value>>& wanted,
                            const std::vector<std::uint8_t>& mask, const std::string& shown) {
        CAPTURE(shown);
        try {
            const Column column = kernel.run(columns, kArgumentRows, mask.data());
            for (std::uint32_t row = 0; row < kArgumentRows; ++row) {
                if (mask[row] == 0) continue;
                CHECK_MESSAGE(same(result_of(kernel, column, row), *wanted[row]), "row ", row);
            }
        } catch (const base::RuntimeError&) {
            // A null that the kernel leaves to the walker.
        }
    }

    eval::Evaluator& evaluator_;
    const native::Native& native_;
    std::size_t rows_ = 0;
};

const Subject::Part kWhole = [](const Value& v) { return std::optional(v); };

/// Binds and compares the native's forms for random arguments; the number of rows compared.
std::size_t compare(eval::Evaluator& evaluator, const native::Native& native,
                    ArgumentMaker& maker) {
    const std::string type = native.type_text();
    const std::vector<Declared> declared = parameters_in(type);
    const auto& parameters = native.definition().parameters;
    const vec::KernelFactory& factory = *native.kernels();
    const auto* parts = dynamic_cast<const vec::PartKernels*>(&factory);
    Subject subject(evaluator, native);
    for (std::size_t round = 0; round < kRounds; ++round) {
        std::map<std::string, ColumnType> variables;
        std::vector<MadeArgument> arguments;
        for (const auto& parameter : parameters) {
            const auto found =
                std::find_if(declared.begin(), declared.end(),
                             [&](const Declared& d) { return d.name == parameter.name; });
            if (found == declared.end()) return 0;
            auto made = maker.make(found->type, variables);
            if (!made) return 0;
            arguments.push_back(std::move(*made));
        }
        std::vector<vec::KernelArgument> kinds;
        bool known = true;
        for (const MadeArgument& argument : arguments) {
            kinds.push_back(argument.kind);
            known = known && argument.kind.constant != nullptr;
        }
        if (known) continue;
        try {
            subject.compare(factory.bind(kinds), arguments, kWhole);
            if (parts == nullptr) continue;
            for (std::int64_t i = 0; i < 3; ++i) {
                subject.compare(parts->bind_element(kinds, i), arguments,
                                [i](const Value& v) -> std::optional<Value> {
                                    if (!v.is(Nature::array)) return std::nullopt;
                                    const auto& elements = v.as_array().elements();
                                    if (static_cast<std::size_t>(i) >= elements.size())
                                        return std::nullopt;
                                    return elements[static_cast<std::size_t>(i)];
                                });
            }
            for (const std::string& label : result_labels(type)) {
                subject.compare(parts->bind_field(kinds, label), arguments,
                                [&](const Value& v) -> std::optional<Value> {
                                    if (!v.is(Nature::record)) return std::nullopt;
                                    return *v.as_record().find(label);
                                });
            }
        } catch (const base::RuntimeError&) {
            // A constant that does not do (a unit of zero): the walker says so.
        }
    }
    return subject.rows();
}

}  // namespace

TEST_CASE("column-wise forms of natives give what the natives give") {
    engine::Session session{engine::SessionOptions()};
    REQUIRE(session.load("natives.flux", "x = 1\n"));
    std::set<std::string> compared;
    std::uint32_t seed = 1;
    for (const auto& [package, name] : session.registry().names()) {
        base::Diagnostics diagnostics;
        if (session.packages().load(package, {}, diagnostics) == nullptr) continue;
        const Value function = session.evaluator().member(package, name);
        const auto* native = dynamic_cast<const native::Native*>(
            function.is(Nature::function) ? function.object() : nullptr);
        if (native == nullptr || native->kernels() == nullptr || !native->pure()) continue;
        // Bessel functions of a high order take as many steps.
        if (name == "jn" || name == "yn") continue;
        CAPTURE(package);
        CAPTURE(name);
        ArgumentMaker maker(seed++);
        if (compare(session.evaluator(), *native, maker) > 0) compared.insert(package + "." + name);
    }
    CHECK(compared.size() > 150);
    for (const char* name :
         {"strings.split", "strings.joinStr", "regexp.splitRegexp", "regexp.findStringIndex",
          "universe.length", "universe.contains", "universe.duration", "universe.bytes",
          "universe.string", "universe.display", "date.scale",

          "json.encode", "math.modf", "contrib/qxip/hash.hmac", "contrib/bonitoo-io/hex.bytes",
          "contrib/bonitoo-io/hex.string", "types.isType"}) {
        CHECK_MESSAGE(compared.contains(name), std::string(name), " was not compared");
    }
}
