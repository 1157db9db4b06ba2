#include "source/listing.hpp"

#include <functional>
#include <utility>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "source/series_reader.hpp"
#include "table/builder.hpp"

namespace fluxi::source {

using table::Batch;
using table::Builder;
using table::Column;
using table::ColumnType;
using table::Run;

namespace {

using Make = std::function<Batch(Access& access)>;

class OneTable final : public flow::exec::SourceOperator {
  public:
    OneTable(flow::exec::Context& context, const Make& make) : context_(context), make_(make) {}
    void run() override { emit(make_(context_.evaluator().extension<Access>())); }

  private:
    flow::exec::Context& context_;
    const Make& make_;
};

/// A source whose only table is made when the plan runs.
class Listing final : public flow::Operation {
  public:
    Listing(std::string name, std::string what, Make make)
        : name_(std::move(name)), what_(std::move(what)), make_(std::move(make)) {}
    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] std::string describe() const override { return what_; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<OneTable>(context, make_);
    }

  private:
    std::string name_;
    std::string what_;
    Make make_;
};

/// There is one organization; buckets of all stores belong to it.
constexpr std::string_view kOrganization = "0000000000000001";

Column organization() {
    return Column::constant(ColumnType::string, 1, value::Value::string(kOrganization));
}

Batch buckets_table(Access& access) {
    Builder names(ColumnType::string);
    Builder ids(ColumnType::string);
    Builder policies(ColumnType::string);
    Builder periods(ColumnType::integer);
    for (const store::BucketInfo& info : access.buckets()) {
        names.append_text(info.name);
        ids.append_text(store::id_text(info.id));
        policies.append_text("");
        periods.append_stored(info.retention);
    }
    const std::uint32_t rows = names.size();
    std::vector<table::Field> fields{{"name", ColumnType::string},
                                     {"id", ColumnType::string},
                                     {"organizationID", ColumnType::string},
                                     {"retentionPolicy", ColumnType::string},
                                     {"retentionPeriod", ColumnType::integer}};
    return {table::make_schema(std::move(fields), {2}),
            {names.finish(), ids.finish(), organization(), policies.finish(), periods.finish()},
            {Run{0, 0, rows, true, true}}};
}

Batch databases_table(Access& access) {
    Builder databases(ColumnType::string);
    Builder policies(ColumnType::string);
    Builder periods(ColumnType::integer);
    Builder defaults(ColumnType::boolean);
    Builder ids(ColumnType::string);
    for (const store::BucketInfo& info : access.buckets()) {
        const auto slash = info.name.find('/');
        databases.append_text(info.name.substr(0, slash));
        policies.append_text(slash == std::string::npos ? "autogen" : info.name.substr(slash + 1));
        periods.append_stored(info.retention);
        defaults.append_stored(static_cast<std::uint8_t>(slash == std::string::npos));
        ids.append_text(store::id_text(info.id));
    }
    const std::uint32_t rows = databases.size();
    std::vector<table::Field> fields{
        {"organizationID", ColumnType::string},  {"databaseName", ColumnType::string},
        {"retentionPolicy", ColumnType::string}, {"retentionPeriod", ColumnType::integer},
        {"default", ColumnType::boolean},        {"bucketID", ColumnType::string}};
    return {table::make_schema(std::move(fields), {0}),
            {organization(), databases.finish(), policies.finish(), periods.finish(),
             defaults.finish(), ids.finish()},
            {Run{0, 0, rows, true, true}}};
}

Batch cardinality_table(Access& access, const ReadSpec& spec) {
    const store::BucketRef bucket = access.open(spec.bucket);
    const value::Bounds bounds{spec.bounds.start, spec.bounds.stop};
    std::uint64_t count = 0;
    if (access.pushdown()) {
        count = bucket->cardinality(index_predicate(spec.predicate), bounds);
    } else {
        std::optional<std::uint64_t> last;
        const SeriesReader reader(*bucket, spec, false);
        reader.each([&](Candidate& candidate) {
            if (last == candidate.series.tag_set || !reader.has_points(candidate)) return true;
            last = candidate.series.tag_set;
            ++count;
            return true;
        });
    }
    Builder values(ColumnType::integer);
    values.append_stored(static_cast<std::int64_t>(count));
    return {table::make_schema({{"_value", ColumnType::integer}}, {}),
            {values.finish()},
            {Run{0, 0, 1, true, true}}};
}

}  // namespace

std::shared_ptr<const flow::Operation> list_buckets() {
    return std::make_shared<Listing>("buckets", "", buckets_table);
}

std::shared_ptr<const flow::Operation> list_databases() {
    return std::make_shared<Listing>("databases", "", databases_table);
}

std::shared_ptr<const flow::Operation> count_series(ReadSpec spec) {
    std::string what = to_string(spec);
    return std::make_shared<Listing>(
        "cardinality", std::move(what),
        [spec = std::move(spec)](Access& access) { return cardinality_table(access, spec); });
}

}  // namespace fluxi::source
