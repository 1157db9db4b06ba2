// Natives of package sql: from and to. A connection is opened when the plan runs and closed when it
// is over.
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "flow/exec/context.hpp"
#include "flow/exec/effect_operator.hpp"
#include "flow/exec/operator.hpp"
#include "flow/plan/source.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "sql/connection.hpp"

namespace fluxi::stdlib::sql {
namespace {

using eval::Evaluator;
using flow::exec::Demand;
using native::Arguments;
using value::Value;

/// One table from the rows of a query, in batches as the database gives them.
class FromSource final : public flow::exec::SourceOperator {
  public:
    FromSource(flow::exec::Context& context, const fluxi::sql::Source& source,
               const std::string& query)
        : context_(context), source_(source), query_(query) {}

    void run() override {
        const auto connection =
            fluxi::sql::connect(source_, context_.host(), context_.evaluator().cancel());
        const auto rows = connection->query(query_);
        // One batch is held back: only the one behind it tells whether the table goes on.
        std::optional<table::Batch> waiting = read(*rows);
        while (waiting) {
            context_.check_cancelled();
            std::optional<table::Batch> following = read(*rows);
            waiting->runs().front().closes = !following;
            if (emit(std::move(*waiting)) == Demand::enough) return;
            waiting = std::move(following);
        }
    }

  private:
    std::optional<table::Batch> read(fluxi::sql::Rows& rows) {
        std::vector<table::Field> fields;
        std::vector<table::Column> columns;
        if (!rows.next(context_.settings().batch_rows, fields, columns)) return std::nullopt;
        // A statement without rows, such as INSERT, gives no table.
        if (fields.empty()) return std::nullopt;
        if (!schema_) {
            check_names(fields);
            schema_ = table::make_schema(std::move(fields), {});
        }
        const std::uint32_t count = columns.empty() ? 0 : columns.front().size();
        const bool opens = !std::exchange(opened_, true);
        return table::Batch(schema_, std::move(columns), {{0, 0, count, opens, true}});
    }

    static void check_names(const std::vector<table::Field>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (fields[i].label != fields[j].label) continue;
                base::fail(
                    "sql.from: two columns of the result are called \"{}\"; give them names "
                    "with AS",
                    fields[i].label);
            }
        }
    }

    flow::exec::Context& context_;
    const fluxi::sql::Source& source_;
    const std::string& query_;
    table::SchemaRef schema_{};
    bool opened_ = false;
};

/// What it gives is one table, so a limit behind it ends the query. Columns and rows are chosen by
/// the query; it takes no other offers.
class From final : public flow::Source {
  public:
    From(fluxi::sql::Source source, std::string query)
        : source_(std::move(source)), query_(std::move(query)) {}
    [[nodiscard]] std::string_view name() const override { return "sql.from"; }
    [[nodiscard]] std::string describe() const override { return source_.driver + ": " + query_; }
    [[nodiscard]] bool gives_one_table() const noexcept override { return true; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<FromSource>(context, source_, query_);
    }

  private:
    fluxi::sql::Source source_;
    std::string query_;
};

struct ToSettings {
    fluxi::sql::Source source{};
    std::string table{};
    std::uint64_t batch_size = 10'000;
};

/// Writes what passes into one transaction, which is committed when the stream ends: all rows or
/// none.
class ToOperator final : public flow::exec::EffectOperator {
  public:
    ToOperator(flow::exec::Context& context, const ToSettings& settings)
        : context_(context), settings_(settings) {}

  private:
    void end() override {
        if (connection_) connection_->commit();
        connection_.reset();
    }
    void act(table::Batch& batch) override {
        if (batch.schema()->size() == 0) return;
        if (!connection_) {
            connection_ = fluxi::sql::connect(settings_.source, context_.host(),
                                              context_.evaluator().cancel());
            connection_->begin();
        }
        if (!schema_ || !table::same(schema_, batch.schema())) {
            schema_ = batch.schema();
            connection_->create(settings_.table, schema_->fields());
        }
        if (batch.rows() == 0) return;
        std::vector<table::Column> columns;
        for (std::size_t i = 0; i < schema_->size(); ++i) {
            columns.push_back(batch.column(i).simple());
        }
        connection_->insert(settings_.table, schema_->fields(), columns, settings_.batch_size);
    }

    flow::exec::Context& context_;
    const ToSettings& settings_;
    std::unique_ptr<fluxi::sql::Connection> connection_{};
    table::SchemaRef schema_{};  ///< for which the table was made
};

class To final : public flow::Operation {
  public:
    explicit To(ToSettings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "sql.to"; }
    [[nodiscard]] std::string describe() const override {
        return settings_.source.driver + ": " + settings_.table;
    }
    [[nodiscard]] flow::Order order() const override { return flow::Order::loose; }
    [[nodiscard]] bool has_effects() const override { return true; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<ToOperator>(context, settings_);
    }

  private:
    ToSettings settings_;
};

fluxi::sql::Source source_of(const Arguments& arguments, std::size_t name, std::size_t driver,
                             std::string_view user) {
    fluxi::sql::Source source{native::text(arguments, driver), native::text(arguments, name)};
    fluxi::sql::check_driver(source.driver, user);
    return source;
}

Value from(Evaluator& evaluator, const Arguments& arguments) {
    auto source = source_of(arguments, 0, 1, "sql.from");
    return native::apply(evaluator,
                         std::make_shared<From>(std::move(source), native::text(arguments, 2)), {});
}

Value to(Evaluator& evaluator, const Arguments& arguments) {
    ToSettings settings;
    settings.source = source_of(arguments, 1, 2, "sql.to");
    settings.table = native::text(arguments, 3);
    if (settings.table.empty()) base::fail("sql.to: invalid table name: it is empty");
    if (settings.source.name.empty()) base::fail("sql.to: invalid data source name: it is empty");
    const auto batch_size = arguments.get_or<std::int64_t>(4, 0);
    if (batch_size > 0) settings.batch_size = static_cast<std::uint64_t>(batch_size);
    Value result = native::apply_to<To>(evaluator, arguments, 0, std::move(settings));
    // It writes also where its stream is not the result of a statement.
    evaluator.add_result("_result", result, true);
    return result;
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("sql");
    package.raw("from", {"dataSourceName", "driverName", "query"}, from);
    package.effect("to", {"<-tables", "dataSourceName", "driverName", "table", "?batchSize"}, to);
}

}  // namespace fluxi::stdlib::sql
