// Natives of package influxdata/influxdb/v1: databases and json.
#include <memory>
#include <string>
#include <utility>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "io/influx_json_reader.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "source/listing.hpp"

namespace fluxi::stdlib::influxdata_influxdb_v1 {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

/// Reads a text that is given, or a file, when the plan runs.
class Json final : public flow::Operation {
  public:
    Json(std::string text, std::string file) : text_(std::move(text)), file_(std::move(file)) {}
    [[nodiscard]] std::string_view name() const override { return "v1.json"; }
    [[nodiscard]] std::string describe() const override {
        return file_.empty() ? std::string() : "file: " + file_;
    }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<Source>(context, *this);
    }

  private:
    class Source final : public flow::exec::SourceOperator {
      public:
        Source(flow::exec::Context& context, const Json& json) : context_(context), json_(json) {}
        void run() override {
            const std::string text =
                json_.file_.empty() ? json_.text_ : context_.host().files->read(json_.file_);
            io::read_influx_json(text, [this](table::Batch batch) {
                context_.check_cancelled();
                return emit(std::move(batch)) == flow::exec::Demand::more;
            });
        }

      private:
        flow::exec::Context& context_;
        const Json& json_;
    };

    std::string text_;
    std::string file_;
};

Value json(Evaluator& evaluator, const Arguments& arguments) {
    std::string file = native::text_or(arguments, 0, "");
    std::string text = native::text_or(arguments, 1, "");
    if (file.empty() == text.empty()) {
        base::fail("{}", file.empty()
                             ? "json: must provide json raw text or filename: give `json` or `file`"
                             : "json: must provide exactly one of the parameters json or file");
    }
    return native::apply(evaluator, std::make_shared<Json>(std::move(text), std::move(file)), {});
}

Value databases(Evaluator& evaluator, const Arguments& arguments) {
    for (const std::size_t i : {0U, 1U, 2U, 3U}) {
        if (!arguments.has(i)) continue;
        base::fail(
            "databases: host, org, orgID and token ask for a server, which fluxi cannot reach yet; "
            "without them the buckets of this machine are listed");
    }
    return native::apply(evaluator, source::list_databases(), {});
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("influxdata/influxdb/v1");
    package.raw("databases", {"?host", "?org", "?orgID", "?token"}, databases);
    package.raw("json", {"?file", "?json"}, json);
}

}  // namespace fluxi::stdlib::influxdata_influxdb_v1
