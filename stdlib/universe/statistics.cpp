// Natives of universe: quantile, mode, covariance, integral, histogram, histogramQuantile,
// holtWinters, reduce.
#include "flow/ops/statistics.hpp"

#include "flow/ops/aggregates.hpp"
#include "flow/ops/holt_winters.hpp"
#include "flow/ops/reduce.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

using eval::Evaluator;
using native::Arguments;
using value::Value;

namespace {

Value quantile(Evaluator& evaluator, const Arguments& arguments) {
    std::string column = native::text_or(arguments, 2, "_value");
    const auto q = arguments.get<double>(1);
    if (!(q >= 0 && q <= 1)) base::fail("quantile: quantile must be between 0 and 1, found {}", q);
    const std::string method = native::text_or(arguments, 4, "estimate_tdigest");
    double compression = arguments.get_or<double>(3, 0);
    if (compression > 0 && method != "estimate_tdigest") {
        base::fail(
            "quantile: compression parameter is only valid for method estimate_tdigest, found "
            "method \"{}\"",
            method);
    }
    if (compression <= 0) compression = 1000;
    if (method == "exact_selector") {
        return native::apply(evaluator, flow::ops::quantile_selector(q, std::move(column)),
                             {native::stream(arguments, 0)});
    }
    flow::exec::KernelMaker kernels;
    if (method == "estimate_tdigest") {
        kernels = [q, compression](table::ColumnType type) {
            return flow::ops::tdigest_kernel(type, q, compression);
        };
    } else if (method == "exact_mean") {
        kernels = [q](table::ColumnType type) { return flow::ops::exact_mean_kernel(type, q); };
    } else {
        base::fail(
            "quantile: unknown method {}: it must be \"estimate_tdigest\", \"exact_mean\" or "
            "\"exact_selector\"",
            method);
    }
    return native::apply_to<flow::exec::Aggregate>(evaluator, arguments, 0, "quantile",
                                                   std::move(column), std::move(kernels));
}

Value stddev(Evaluator& evaluator, const Arguments& arguments) {
    const std::string mode = native::text_or(arguments, 2, "sample");
    if (mode != "sample" && mode != "population")
        base::fail("stddev: mode must be \"sample\" or \"population\", found \"{}\"", mode);
    return native::apply_to<flow::exec::Aggregate>(
        evaluator, arguments, 0, "stddev", native::text_or(arguments, 1, "_value"),
        [sample = mode == "sample"](table::ColumnType type) {
            return flow::ops::stddev_kernel(type, sample);
        });
}

Value integral(Evaluator& evaluator, const Arguments& arguments) {
    const auto unit = arguments.get_or<value::Duration>(4, value::Duration{value::kNsPerSecond, 0});
    if (unit.approximate_ns() <= 0)
        base::fail("integral: unit must be greater than zero, found {}", value::to_string(unit));
    return native::apply(
        evaluator,
        flow::ops::integral(unit.approximate_ns(), native::text_or(arguments, 1, "_value"),
                            native::text_or(arguments, 3, "_time"),
                            native::text_or(arguments, 2, "") == "linear"),
        {native::stream(arguments, 0)});
}

Value histogram(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::HistogramSettings settings;
    for (const Value& bin : arguments.get<value::Array>(1).elements()) {
        if (!bin.is(value::Nature::floating)) arguments.fail(1, "an array of floats");
        settings.bins.push_back(bin.as_floating());
    }
    settings.column = native::text_or(arguments, 2, "_value");
    settings.count_column = native::text_or(arguments, 3, "_value");
    settings.normalize = arguments.get_or<bool>(4, false);
    settings.bound_column = native::text_or(arguments, 5, "le");
    return native::apply(evaluator, flow::ops::histogram(std::move(settings)),
                         {native::stream(arguments, 0)});
}

Value covariance(Evaluator& evaluator, const Arguments& arguments) {
    const std::vector<std::string> columns = arguments.strings(1);
    if (columns.size() != 2) {
        base::fail("covariance: must provide exactly two columns, found {}", columns.size());
    }
    return native::apply(
        evaluator,
        flow::ops::covariance(columns[0], columns[1], arguments.get_or<bool>(2, false),
                              native::text_or(arguments, 3, "_value")),
        {native::stream(arguments, 0)});
}

Value histogram_quantile(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::HistogramQuantileSettings settings;
    settings.count_column = native::text_or(arguments, 1, "_value");
    settings.min_value = arguments.get_or<double>(2, 0);
    settings.on_nonmonotonic = native::text_or(arguments, 3, "error");
    if (settings.on_nonmonotonic != "error" && settings.on_nonmonotonic != "force" &&
        settings.on_nonmonotonic != "drop") {
        base::fail(
            "histogramQuantile: value provided to histogramQuantile parameter onNonmonotonic is "
            "invalid; must be one of \"error\", \"force\" or \"drop\", found \"{}\"",
            settings.on_nonmonotonic);
    }
    if (!arguments.has(4))
        base::fail("histogramQuantile: missing required keyword argument \"quantile\"");
    settings.quantile = arguments.get<double>(4);
    settings.bound_column = native::text_or(arguments, 5, "le");
    settings.value_column = native::text_or(arguments, 6, "_value");
    return native::apply(evaluator, flow::ops::histogram_quantile(std::move(settings)),
                         {native::stream(arguments, 0)});
}

Value holt_winters(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::HoltWintersSettings settings;
    settings.interval = arguments.get<value::Duration>(1);
    if (!settings.interval.is_positive()) {
        base::fail("holtWinters: interval must be greater than zero, found {}",
                   value::to_string(settings.interval));
    }
    settings.n = arguments.get<std::int64_t>(2);
    settings.column = native::text_or(arguments, 3, "_value");
    settings.seasonality = arguments.get_or<std::int64_t>(4, 0);
    settings.time_column = native::text_or(arguments, 5, "_time");
    settings.with_fit = arguments.get_or<bool>(6, false);
    settings.with_min_sse = arguments.get_or<bool>(7, false);
    return native::apply(evaluator, flow::ops::holt_winters(std::move(settings)),
                         {native::stream(arguments, 0)});
}

Value reduce(Evaluator& evaluator, const Arguments& arguments) {
    (void)arguments.get<value::Record>(2);
    return native::apply(
        evaluator,
        std::make_shared<flow::ops::Reduce>(native::function(arguments, 1), arguments.at(2)),
        {native::stream(arguments, 0)});
}

}  // namespace

void register_statistics(native::PackageNatives& package) {
    package.raw("stddev", {"<-tables", "?column", "?mode"}, stddev);
    package.raw("quantile", {"<-tables", "q", "?column", "?compression", "?method"}, quantile);
    package.raw("mode", {"<-tables", "?column"}, [](Evaluator& e, const Arguments& a) {
        return native::apply(e, flow::ops::mode(native::text_or(a, 1, "_value")),
                             {native::stream(a, 0)});
    });
    package.raw("covariance", {"<-tables", "columns", "?pearsonr", "?valueDst"}, covariance);
    package.raw("integral", {"<-tables", "?column", "?interpolate", "?timeColumn", "?unit"},
                integral);
    package.raw("histogram",
                {"<-tables", "bins", "?column", "?countColumn", "?normalize", "?upperBoundColumn"},
                histogram);
    package.raw("histogramQuantile",
                {"<-tables", "?countColumn", "?minValue", "?onNonmonotonic", "?quantile",
                 "?upperBoundColumn", "?valueColumn"},
                histogram_quantile);
    package.raw("holtWinters",
                {"<-tables", "interval", "n", "?column", "?seasonality", "?timeColumn", "?withFit",
                 "?withMinSSE"},
                holt_winters);
    package.raw("reduce", {"<-tables", "fn", "identity"}, reduce);
}

}  // namespace fluxi::stdlib::universe
