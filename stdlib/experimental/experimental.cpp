// Natives of package experimental that work on values; streams.cpp has the others.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/error.hpp"
#include "experimental/streams.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::experimental {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Nature;
using value::Value;

/// The text of an error with the calls on the way to it, outermost first, as scripts match on it:
/// `error calling function "f" @1:2-1:7: text`. A place in a package names its file.
std::string text_of(const base::RuntimeError& error, Evaluator& evaluator) {
    const base::SourceMap& sources = evaluator.packages().sources();
    std::string text;
    for (auto frame = error.stack().rbegin(); frame != error.stack().rend(); ++frame) {
        text += fmt::format("error calling function \"{}\" ", frame->function);
        if (frame->span.known()) {
            const base::SourceFile& file = sources.file(frame->span.file);
            const base::Position begin = file.position(frame->span.begin);
            const base::Position end = file.position(frame->span.end);
            const bool script = evaluator.is_script_file(frame->span.file);
            text += fmt::format("@{}{}{}:{}-{}:{}", script ? "" : file.name(), script ? "" : "|",
                                begin.line, begin.column, end.line, end.column);
        }
        text += ": ";
    }
    return text + error.what();
}

/// The number of an error in InfluxDB's service: 9 for a failed precondition, which a division by
/// zero is, 3 for an invalid argument.
std::uint64_t number_of(base::Code code) {
    constexpr std::uint64_t kInvalid = 3;
    constexpr std::uint64_t kFailedPrecondition = 9;
    return code == base::Code::zero_division ? kFailedPrecondition : kInvalid;
}

Value outcome(Value value, Value code, Value message) {
    std::vector<std::pair<std::string, Value>> fields;
    fields.emplace_back("value", std::move(value));
    fields.emplace_back("code", std::move(code));
    fields.emplace_back("msg", std::move(message));
    return value::make_record(std::move(fields));
}

Value catch_error(Evaluator& evaluator, const Arguments& arguments) {
    if (!arguments.at(0).is(Nature::function)) arguments.fail(0, "a function");
    try {
        Value result = evaluator.call_named(arguments.at(0), {});
        return outcome(std::move(result), Value::null(Nature::uinteger),
                       Value::null(Nature::string));
    } catch (const base::RuntimeError& error) {
        const base::Code code = error.diagnostic().code;
        // An interrupted run and a spent limit are not the script's to handle.
        if (code == base::Code::cancelled || code == base::Code::limit) throw;
        return outcome(Value::null(), Value::uinteger(number_of(code)),
                       Value::string(text_of(error, evaluator)));
    }
}

std::vector<std::string> object_keys(const value::Record& o) {
    return o.shape()->labels();
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("experimental");
    package.function("objectKeys", {"o"}, object_keys);
    package.effect("catch", {"fn"}, catch_error);
    register_streams(package);
}

}  // namespace fluxi::stdlib::experimental
