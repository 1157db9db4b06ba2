#include "source/bucket_read.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "base/counted.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "flow/exec/steps.hpp"
#include "flow/exec/table_writer.hpp"
#include "source/bucket_names.hpp"
#include "source/series_groups.hpp"
#include "source/series_reader.hpp"
#include "source/series_tables.hpp"

namespace fluxi::source {

using flow::exec::Demand;
using store::Points;
using table::Batch;
using table::Column;
using table::ColumnType;
using table::Run;

namespace {

class BucketReadOperator final : public flow::exec::SourceOperator {
  public:
    BucketReadOperator(flow::exec::Context& context, const ReadSpec& spec)
        : context_(context),
          spec_(context.evaluator().extension<Access>().pushdown() ? spec : read_whole(spec)),
          tables_(spec_),
          writer_(std::min(context.settings().batch_rows, kBatchRows)) {}

    void run() override {
        Access& access = context_.evaluator().extension<Access>();
        const store::BucketRef bucket = access.open(spec_.bucket);
        const SeriesReader reader(*bucket, spec_, access.pushdown());
        if (spec_.names != ReadSpec::Names::none) {
            write_names(bucket_names(*bucket, reader, spec_, access.pushdown(),
                                     [&] { context_.check_cancelled(); }));
        } else if (spec_.group) {
            grouped(reader);
        } else {
            reader.each([&](Candidate& candidate) {
                context_.check_cancelled();
                one_series(reader, candidate);
                return writer_.demand() == Demand::more;
            });
        }
        writer_.flush(output());
    }

  private:
    /// A series of half as many rows is handed on as it is; smaller ones are put together.
    static constexpr std::uint32_t kBatchRows = 1024;
    static constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();

    /// Without pushdown all rows and columns are read, whether or not somebody looks at them.
    static ReadSpec read_whole(ReadSpec spec) {
        spec.wanted = store::Wanted::both;
        spec.at_most.reset();
        spec.one_of_series = false;
        return spec;
    }

    void one_series(const SeriesReader& reader, const Candidate& candidate) {
        if (spec_.reduction == Reduction::none) {
            rows(reader, candidate);
        } else if (!spec_.window) {
            reduced(reader, candidate);
        } else if (spec_.windows == ReadSpec::Windows::rows) {
            window_rows(reader, candidate);
        } else {
            window_tables(reader, candidate);
        }
    }

    /// Hands on a table in parts; whether a part is the last is known when the next one comes.
    class Parts {
      public:
        Parts(flow::exec::TableWriter& writer, flow::exec::Sink& out)
            : writer_(writer), out_(out) {}
        void add(Batch batch) {
            write(false);
            kept_ = std::move(batch);
        }
        void finish() {
            write(true);
            opens_ = true;
        }

      private:
        void write(bool closes) {
            if (!kept_) return;
            writer_.append(out_, *kept_, 0, 0, kept_->rows(), opens_, closes);
            kept_.reset();
            opens_ = false;
        }
        flow::exec::TableWriter& writer_;
        flow::exec::Sink& out_;
        std::optional<Batch> kept_{};
        bool opens_ = true;
    };

    void rows(const SeriesReader& reader, const Candidate& candidate) {
        Parts parts(writer_, output());
        std::int64_t left = spec_.one_of_series ? 1 : spec_.at_most.value_or(kUnlimited);
        reader.rows(candidate, [&](const Points& points) {
            const std::uint32_t count = points.times.size();
            left -= count;
            parts.add(tables_.of_series(candidate.series, TableBounds::same(spec_.bounds, 1),
                                        points.times, points.values,
                                        {Run{0, 0, count, true, true}}));
            return left > 0 && writer_.demand() == Demand::more;
        });
        parts.finish();
    }

    [[nodiscard]] Reducer reducer(const store::Series& series) const {
        const ColumnType type = store::column_type(series.type);
        if (!Reducer::takes(spec_.reduction, type)) {
            fail_at(spec_.reduced_by,
                    fmt::format("{}: unsupported input type {}: field \"{}\" of measurement \"{}\" "
                                "holds no numbers",
                                name_of(spec_.reduction), store::type_name(series.type),
                                series.field, series.measurement));
        }
        return {spec_.reduction, type};
    }

    static Column time_column(std::int64_t time) {
        return Column::constant(ColumnType::time, 1, value::Value::time({time}));
    }

    void reduced(const SeriesReader& reader, const Candidate& candidate) {
        const Reducer reducer = this->reducer(candidate.series);
        const Partial partial = reader.reduce(candidate, reducer);
        if (partial.rows == 0) return;
        table::Builder result(reducer.result());
        reducer.finish(partial, result);
        std::optional<Column> time;
        if (is_selector(spec_.reduction)) time = time_column(partial.time);
        writer_.append(output(),
                       tables_.of_series(candidate.series, TableBounds::same(spec_.bounds, 1), time,
                                         result.finish(), {Run{0, 0, 1, true, true}}));
    }

    /// All windows of the range with what is in them, or only those with rows. Nothing for a series
    /// without rows.
    [[nodiscard]] base::CountedVector<WindowPartial> windows(const SeriesReader& reader,
                                                             const Candidate& candidate,
                                                             const Reducer& reducer) const {
        std::vector<WindowPartial> found = reader.reduce_windows(candidate, reducer);
        base::CountedVector<WindowPartial> all;
        const value::Window& window = spec_.window->window;
        if (found.empty() || !spec_.window->create_empty || window.is_infinite()) {
            all.assign(std::make_move_iterator(found.begin()),
                       std::make_move_iterator(found.end()));
            return all;
        }
        std::size_t next = 0;
        flow::exec::Steps steps(context_);
        const value::Bounds range{spec_.bounds.start, spec_.bounds.stop};
        window.for_each_overlapping(range, [&](value::Bounds bounds) {
            steps();
            if (next < found.size() && found[next].window.start == bounds.start) {
                all.push_back(std::move(found[next++]));
            } else {
                all.push_back({bounds, {}});
            }
        });
        return all;
    }

    [[nodiscard]] value::Bounds clipped(value::Bounds window) const {
        return value::clip(window, {spec_.bounds.start, spec_.bounds.stop});
    }

    void window_rows(const SeriesReader& reader, const Candidate& candidate) {
        const Reducer reducer = this->reducer(candidate.series);
        const auto all = windows(reader, candidate, reducer);
        if (all.empty()) return;
        table::Builder times(ColumnType::time);
        table::Builder results(reducer.result());
        for (const WindowPartial& entry : all) {
            const value::Bounds window = clipped(entry.window);
            times.append_stored(spec_.window_start ? window.start : window.stop);
            reducer.finish(entry.partial, results);
        }
        const auto count = static_cast<std::uint32_t>(all.size());
        writer_.append(
            output(),
            tables_.of_series(candidate.series, TableBounds::same(spec_.bounds, 1), times.finish(),
                              results.finish(), {Run{0, 0, count, true, true}}));
    }

    void window_tables(const SeriesReader& reader, const Candidate& candidate) {
        const Reducer reducer = this->reducer(candidate.series);
        const bool with_time =
            is_selector(spec_.reduction) && spec_.windows == ReadSpec::Windows::tables;
        table::Builder starts(ColumnType::time);
        table::Builder stops(ColumnType::time);
        table::Builder times(ColumnType::time);
        table::Builder results(reducer.result());
        std::vector<Run> runs;
        for (const WindowPartial& entry : windows(reader, candidate, reducer)) {
            const value::Bounds window = clipped(entry.window);
            starts.append_stored(window.start);
            stops.append_stored(window.stop);
            const std::uint32_t begin = results.size();
            if (entry.partial.rows != 0 || !with_time) {
                times.append_stored(entry.partial.time);
                reducer.finish(entry.partial, results);
            }
            runs.push_back({0, begin, results.size(), true, true});
        }
        if (runs.empty()) return;
        std::optional<Column> time;
        if (with_time) time = times.finish();
        writer_.append_all(
            output(), tables_.of_series(candidate.series, {starts.finish(), stops.finish()}, time,
                                        results.finish(), std::move(runs)));
    }

    void grouped(const SeriesReader& reader) {
        const auto groups = series_groups(reader, spec_, [&] { context_.check_cancelled(); });
        for (const SeriesGroup& group : groups) {
            context_.check_cancelled();
            check_types(group, spec_);
            if (spec_.reduction == Reduction::none) {
                group_rows(reader, group);
            } else {
                group_reduced(reader, group);
            }
            if (writer_.demand() == Demand::enough) return;
        }
    }

    void group_rows(const SeriesReader& reader, const SeriesGroup& group) {
        Parts parts(writer_, output());
        std::int64_t left = spec_.at_most.value_or(kUnlimited);
        for (const Candidate& candidate : group.series) {
            if (left <= 0) break;
            reader.rows(candidate, [&](const Points& points) {
                left -= points.times.size();
                parts.add(
                    tables_.of_group(group.shape, candidate.series, points.times, points.values));
                return left > 0 && !spec_.one_of_series && writer_.demand() == Demand::more;
            });
            if (writer_.demand() == Demand::enough) return;
        }
        parts.finish();
    }

    void group_reduced(const SeriesReader& reader, const SeriesGroup& group) {
        const Reducer reducer = this->reducer(group.series.front().series);
        Partial all;
        const Candidate* chosen = nullptr;
        for (const Candidate& candidate : group.series) {
            const ColumnType type = store::column_type(candidate.series.type);
            const Partial partial = reader.reduce(candidate, Reducer(spec_.reduction, type));
            if (reducer.join(all, partial)) chosen = &candidate;
        }
        if (all.rows == 0) return;
        table::Builder result(reducer.result());
        reducer.finish(all, result);
        if (is_left_to_flux(spec_.reduction, true)) {
            writer_.append(output(), tables_.of_group_as_flux(group.shape, result.finish()));
            return;
        }
        if (!is_selector(spec_.reduction)) {
            writer_.append(output(), tables_.of_group(group.shape, result.finish()));
            return;
        }
        writer_.append(output(), tables_.of_group(group.shape, chosen->series,
                                                  time_column(all.time), result.finish()));
    }

    void write_names(const std::vector<std::string>& names) {
        table::Builder values(ColumnType::string);
        for (const std::string& name : names) values.append_text(name);
        const std::uint32_t count = values.size();
        writer_.append(output(), Batch(table::make_schema({{"_value", ColumnType::string}}, {}),
                                       {values.finish()}, {Run{0, 0, count, true, true}}));
    }

    flow::exec::Context& context_;
    const ReadSpec spec_;
    SeriesTables tables_;
    flow::exec::TableWriter writer_;
};

}  // namespace

std::shared_ptr<const flow::Source> BucketRead::with_columns(
    std::vector<std::string> needed, std::vector<std::string> welcome) const {
    if (spec_.reduction != Reduction::none || spec_.names != ReadSpec::Names::none) return nullptr;
    const auto asked = [&](std::string_view label) {
        return std::find(needed.begin(), needed.end(), label) != needed.end() ||
               std::find(welcome.begin(), welcome.end(), label) != welcome.end();
    };
    const bool values = asked("_value");
    if (values && asked("_time")) return nullptr;
    ReadSpec spec = spec_;
    // Where neither is looked at, something has to tell how many rows there are.
    spec.wanted = values ? store::Wanted::values : store::Wanted::times;
    return std::make_shared<BucketRead>(std::move(spec));
}

std::unique_ptr<flow::exec::Operator> BucketRead::make(flow::exec::Context& context) const {
    return std::make_unique<BucketReadOperator>(context, spec_);
}

}  // namespace fluxi::source
