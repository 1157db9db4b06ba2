// Natives of package experimental/prometheus.
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "http/session.hpp"
#include "io/prometheus_reader.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "table/batch.hpp"
#include "value/duration.hpp"

namespace fluxi::stdlib::experimental_prometheus {
namespace {

using table::Column;
using table::ColumnType;
using value::Value;

constexpr std::string_view kMeasurement = "prometheus";
constexpr int kFirstErrorStatus = 400;

class Scrape final : public flow::Operation {
  public:
    explicit Scrape(std::string url) : url_(std::move(url)) {}
    [[nodiscard]] std::string_view name() const override { return "scrape"; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<Source>(url_, context);
    }

  private:
    /// Each sample is a table of one row; its labels are part of the group key.
    class Source final : public flow::exec::SourceOperator {
      public:
        Source(const std::string& url, flow::exec::Context& context)
            : url_(url), context_(context) {}

        void run() override {
            const std::int64_t now = context_.evaluator().settings().now_ns;
            net::Request request;
            request.method = "GET";
            request.url = url_;
            const auto response = http::client_of(context_.evaluator()).send(request);
            if (response.status >= kFirstErrorStatus) {
                base::fail("scrape: {} cannot be read: the server answered with status {}", url_,
                           response.status);
            }
            for (const auto& sample : io::read_prometheus(response.body)) {
                if (push(sample, now) == flow::exec::Demand::enough) break;
            }
        }

      private:
        flow::exec::Demand push(const io::PrometheusSample& sample, std::int64_t now) {
            const std::int64_t time =
                sample.timestamp_ms ? *sample.timestamp_ms * value::kNsPerMs : now;
            std::vector<table::Field> fields;
            std::vector<Column> columns;
            const auto add = [&](std::string label, ColumnType type, const Value& v) {
                fields.push_back({std::move(label), type});
                columns.push_back(Column::constant(type, 1, v));
            };
            add("_time", ColumnType::time, Value::time({time}));
            add("_value", ColumnType::floating, Value::floating(sample.value));
            add("_measurement", ColumnType::string, Value::string(kMeasurement));
            add("_field", ColumnType::string, Value::string(sample.name));
            add("url", ColumnType::string, Value::string(url_));
            std::vector<std::uint32_t> key{2, 3};
            for (const auto& [label, text] : sample.labels) {
                if (is_column(fields, label)) continue;
                key.push_back(static_cast<std::uint32_t>(fields.size()));
                add(label, ColumnType::string, Value::string(text));
            }
            return emit(table::Batch::single(table::make_schema(std::move(fields), std::move(key)),
                                             std::move(columns), 1, table_++));
        }

        static bool is_column(const std::vector<table::Field>& fields, const std::string& label) {
            for (const table::Field& field : fields) {
                if (field.label == label) return true;
            }
            return false;
        }

        const std::string& url_;
        flow::exec::Context& context_;
        std::uint64_t table_ = 0;
    };

    std::string url_;
};

Value scrape(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    return native::apply(evaluator, std::make_shared<Scrape>(native::text(arguments, 0)), {});
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("experimental/prometheus").effect("scrape", {"url"}, scrape);
}

}  // namespace fluxi::stdlib::experimental_prometheus
