// The members of the prelude that work on single values.
#include "universe/values.hpp"

#include "base/codec.hpp"
#include "native/adapter.hpp"
#include "native/appending.hpp"
#include "native/overloads.hpp"
#include "universe/contains.hpp"
#include "universe/display_kernels.hpp"
#include "value/compare.hpp"
#include "value/convert.hpp"
#include "value/display.hpp"
#include "vec/kernels.hpp"

namespace fluxi::stdlib::universe {

namespace {

using native::Arguments;
using value::Nature;
using value::Value;

/// The column-wise form of a conversion between column types.
class ConversionKernels final : public vec::KernelFactory {
  public:
    explicit ConversionKernels(table::ColumnType to) : to_(to) {}
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        return arguments[0].type ? vec::conversion_kernel(*arguments[0].type, to_) : nullptr;
    }

  private:
    table::ColumnType to_;
};

void append_duration_text(std::string& out, value::Duration v) {
    value::append_duration(out, v);
}

void append_decoded(std::string& out, native::Bytes v) {
    value::append_decoded(out, v.content);
}

void append_bytes(std::string& out, std::string_view v) {
    out += v;
}

void append_shown_bytes(std::string& out, native::Bytes v) {
    out += "0x";
    base::append_hex(out, v.content);
}

/// Columns, and what natives hand on in a stored form: durations and bytes.
void register_conversion_kernels(native::PackageNatives& p) {
    const auto of_columns = [](table::ColumnType to) {
        return std::make_shared<ConversionKernels>(to);
    };
    using value::Duration;
    p.kernels("string", std::make_shared<native::Overloads>(
                            native::Overloads()
                                .factory(of_columns(table::ColumnType::string))
                                .nullable(native::appending(append_duration_text))
                                .nullable(native::appending(append_decoded))));
    p.kernels("int", std::make_shared<native::Overloads>(
                         native::Overloads()
                             .factory(of_columns(table::ColumnType::integer))
                             .nullable([](Duration v) { return v.approximate_ns(); })));
    p.kernels("uint", std::make_shared<native::Overloads>(
                          native::Overloads()
                              .factory(of_columns(table::ColumnType::uinteger))
                              .nullable([](Duration v) {
                                  return static_cast<std::uint64_t>(v.approximate_ns());
                              })));
    p.kernels("float", of_columns(table::ColumnType::floating));
    p.kernels("bool", of_columns(table::ColumnType::boolean));
    p.kernels("time", of_columns(table::ColumnType::time));
    p.kernels("duration", std::make_shared<native::Overloads>(
                              native::Overloads()
                                  .nullable([](std::int64_t v) {
                                      return Duration{v, 0};
                                  })
                                  .nullable([](std::uint64_t v) {
                                      return Duration{static_cast<std::int64_t>(v), 0};
                                  })
                                  .nullable(value::duration_from_text)
                                  .nullable([](Duration v) { return v; })));
    p.kernels("bytes", std::make_shared<native::adapter::FunctionKernels<
                           decltype(native::appending_bytes(append_bytes)), false>>(
                           native::appending_bytes(append_bytes)));
    p.kernels("display", std::make_shared<native::Overloads>(
                             native::Overloads()
                                 .factory(std::make_shared<DisplayKernels>())
                                 .function(native::appending(append_duration_text))
                                 .function(native::appending(append_shown_bytes))));
}

void register_conversions(native::PackageNatives& p) {
    using Conversion = Value (*)(const Value&);
    const auto conversion = [&](std::string_view name, Conversion convert) {
        p.raw(name, {"v"},
              [convert](eval::Evaluator&, const Arguments& a) { return convert(a.at(0)); });
    };
    conversion("string", value::to_string_value);
    conversion("int", value::to_int_value);
    conversion("uint", value::to_uint_value);
    conversion("float", value::to_float_value);
    conversion("bool", value::to_bool_value);
    conversion("time", value::to_time_value);
    conversion("duration", value::to_duration_value);
    conversion("bytes", value::to_bytes_value);
    p.raw("display", {"v"}, [](eval::Evaluator&, const Arguments& a) {
        return Value::string(value::display(a.at(0)));
    });
    register_conversion_kernels(p);
}

Value contains(const Arguments& a) {
    const Value& wanted = a.at(0);
    if (wanted.is_null()) return Value::boolean(false);
    for (const Value& element : a.get<value::Array>(1).elements()) {
        if (element.is_null() || element.nature() != wanted.nature()) continue;
        if (value::equal(element, wanted)) return Value::boolean(true);
    }
    return Value::boolean(false);
}

/// `count` bounds, each made of the one before, and, where wanted, one more that takes everything
/// above. (Steps add up their rounding, so that the bounds are those of the reference.)
template <typename F>
Value bins(std::string_view name, double start, std::int64_t count, bool infinity, F next) {
    constexpr std::int64_t kMost = 10'000'000;
    if (count < 0 || count > kMost)
        base::fail("{}: argument count must be 0 to {}, found {}", name, kMost, count);
    std::vector<Value> bounds;
    bounds.reserve(static_cast<std::size_t>(count) + 1);
    double bound = start;
    for (std::int64_t i = 0; i < count; ++i, bound = next(bound))
        bounds.push_back(Value::floating(bound));
    if (infinity) bounds.push_back(Value::floating(std::numeric_limits<double>::infinity()));
    return value::make_array(std::move(bounds));
}

}  // namespace

void register_values(native::Registry& registry) {
    native::PackageNatives p = registry.package("universe");
    register_conversions(p);
    p.raw("contains", {"value", "set"},
          [](eval::Evaluator&, const Arguments& a) { return contains(a); });
    p.kernels("contains", std::make_shared<ContainsKernels>());
    p.function("length", {"<-arr"},
               [](vec::List arr) { return static_cast<std::int64_t>(arr.size()); });
    p.constant("inf", Value::duration(value::kInfiniteDuration));
    p.effect("die", {"msg"}, [](eval::Evaluator&, const Arguments& a) -> Value {
        base::fail_with(base::Code::died, "{}", a.get<std::string_view>(0));
    });
    p.function("linearBins", {"start", "width", "count", "?infinity"},
               [](double start, double width, std::int64_t count, std::optional<bool> infinity) {
                   return bins("linearBins", start, count, infinity.value_or(true),
                               [width](double bound) { return bound + width; });
               });
    p.function("logarithmicBins", {"start", "factor", "count", "?infinity"},
               [](double start, double factor, std::int64_t count, std::optional<bool> infinity) {
                   return bins("logarithmicBins", start, count, infinity.value_or(true),
                               [factor](double bound) { return bound * factor; });
               });
}

}  // namespace fluxi::stdlib::universe
