// Natives of package socket: from. What arrives is handed on while it arrives, until the other side
// closes.
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "flow/plan/source.hpp"
#include "io/csv_reader.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "net/socket_stream.hpp"
#include "table/builder.hpp"

namespace fluxi::stdlib::socket {
namespace {

using eval::Evaluator;
using flow::exec::Demand;
using native::Arguments;
using value::Value;

struct Settings {
    net::SocketAddress address{};
    bool lines = false;  ///< each line is a row, instead of CSV
};

/// Lines with the times at which they were read, as one table. What stands behind the last line end
/// is no line.
class Lines {
  public:
    Lines(host::InputFile& input, const host::Clock& clock) : input_(input), clock_(clock) {}

    /// The lines of what arrives next; false at the end.
    bool next(table::Batch& batch) {
        std::array<char, 65536> buffer{};
        table::Builder times(table::ColumnType::time);
        table::Builder values(table::ColumnType::string);
        while (values.size() == 0) {
            const std::size_t count = input_.read(buffer);
            if (count == 0) return false;
            rest_.append(buffer.data(), count);
            std::size_t begin = 0;
            for (std::size_t end = 0; (end = rest_.find('\n', begin)) != std::string::npos;) {
                times.append_stored(clock_.now_ns());
                values.append_text(std::string_view(rest_).substr(begin, end - begin));
                begin = end + 1;
            }
            rest_.erase(0, begin);
        }
        batch = made(std::move(times), std::move(values));
        return true;
    }
    table::Batch end() {
        return made(table::Builder(table::ColumnType::time),
                    table::Builder(table::ColumnType::string));
    }

  private:
    table::Batch made(table::Builder times, table::Builder values) {
        const std::uint32_t rows = values.size();
        return table::Batch(schema_, {times.finish(), values.finish()},
                            {{0, 0, rows, false, false}});
    }

    host::InputFile& input_;
    const host::Clock& clock_;
    std::string rest_{};
    table::SchemaRef schema_ = table::make_schema(
        {{"_time", table::ColumnType::time}, {"_value", table::ColumnType::string}}, {});
};

class SocketSource final : public flow::exec::SourceOperator {
  public:
    SocketSource(flow::exec::Context& context, const Settings& settings)
        : context_(context), settings_(settings) {}

    void run() override {
        host::Host& host = context_.host();
        if (host.network.http != host::HttpMode::live) {
            if (host.network.http == host::HttpMode::dry_run) {
                host.notes->write(
                    fmt::format("dry run: socket {} would be read\n", settings_.address.text()));
            }
            return;
        }
        auto input =
            net::open_socket(settings_.address, host.network, context_.evaluator().cancel());
        if (settings_.lines) {
            read_lines(*input);
        } else {
            read_csv(std::move(input));
        }
    }

  private:
    void read_csv(std::unique_ptr<host::InputFile> input) {
        io::CsvReaderOptions options;
        options.name = settings_.address.text();
        options.batch_rows = context_.settings().batch_rows;
        io::CsvReader reader(std::move(input), std::move(options));
        table::Batch batch;
        while (reader.next(batch)) {
            if (emit(std::move(batch)) == Demand::enough) return;
        }
    }

    void read_lines(host::InputFile& input) {
        Lines lines(input, *context_.host().clock);
        table::Batch batch;
        bool opens = true;
        while (lines.next(batch)) {
            batch.runs().front().opens = std::exchange(opens, false);
            if (emit(std::move(batch)) == Demand::enough) return;
        }
        batch = lines.end();
        batch.runs().front().opens = opens;
        batch.runs().front().closes = true;
        emit(std::move(batch));
    }

    flow::exec::Context& context_;
    const Settings& settings_;
};

/// Lines are one table, so a limit behind it ends the connection. It takes no other offers.
class From final : public flow::Source {
  public:
    explicit From(Settings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "socket.from"; }
    [[nodiscard]] std::string describe() const override { return settings_.address.text(); }
    [[nodiscard]] bool gives_one_table() const noexcept override { return settings_.lines; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<SocketSource>(context, settings_);
    }

  private:
    Settings settings_;
};

Value from(Evaluator& evaluator, const Arguments& arguments) {
    const std::string decoder = native::text_or(arguments, 1, "csv");
    if (decoder != "csv" && decoder != "line") {
        base::fail("socket.from: invalid decoder {}, must be one of [csv line]", decoder);
    }
    Settings settings{net::parse_socket_url(arguments.get<std::string_view>(0)), decoder == "line"};
    return native::apply(evaluator, std::make_shared<From>(std::move(settings)), {});
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("socket").raw("from", {"url", "?decoder"}, from);
}

}  // namespace fluxi::stdlib::socket
