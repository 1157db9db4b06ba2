// `fluxi export`: writes a bucket to standard output or a file, as line protocol or annotated CSV.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <fmt/core.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/data_options.hpp"
#include "cli/report.hpp"
#include "io/annotated_csv_writer.hpp"
#include "io/output.hpp"
#include "store/point_output.hpp"
#include "value/duration.hpp"
#include "value/time.hpp"

namespace fluxi::cli {

namespace {

struct ExportCommand {
    DataOptions data{};
    std::string bucket{};
    std::string range{};
    std::string format = "lp";
    std::string output{};

    int run() const {
        const value::Bounds bounds = range.empty() ? store::kAllTime : parse_range();
        const auto store = data.open();
        const auto view = find_bucket(*store, bucket);
        int descriptor = STDOUT_FILENO;
        if (!output.empty()) {
            descriptor = open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        }
        if (descriptor < 0) base::fail("{} cannot be written: {}", output, std::strerror(errno));
        io::FileOutput out(descriptor);
        if (format == "lp") {
            store::write_lines(*view, bounds, out);
        } else {
            io::AnnotatedCsvWriter writer(out);
            store::write_tables(*view, bounds, writer);
        }
        out.flush();
        const int failure = out.error();
        if (descriptor != STDOUT_FILENO) close(descriptor);
        if (failure != 0 && failure != EPIPE) {
            base::fail("the points cannot be written: {}", std::strerror(failure));
        }
        return kOk;
    }

  private:
    /// A time, or a duration that is counted from now.
    static std::int64_t bound(const std::string& text, std::int64_t now) {
        if (const auto time = value::parse_time_literal(text)) return *time;
        const value::ParsedDuration duration = value::parse_duration(text);
        if (!duration.problem.empty() || duration.duration.months != 0) {
            base::fail(
                "--range: {} is neither a time like 2024-01-31T00:00:00Z nor a length of time "
                "from now like -30d",
                text);
        }
        return now + duration.duration.nanoseconds;
    }

    [[nodiscard]] value::Bounds parse_range() const {
        const std::int64_t now = host::SystemClock().now_ns();
        const auto comma = range.find(',');
        const value::Bounds bounds{
            bound(range.substr(0, comma), now),
            comma == std::string::npos ? now : bound(range.substr(comma + 1), now)};
        if (bounds.is_empty()) base::fail("--range {}: the range is empty", range);
        return bounds;
    }
};

}  // namespace

Command add_export(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("export", "Write the points of a bucket to a file");
    auto state = std::make_shared<ExportCommand>();
    state->data.declare(command);
    command.add_option("--bucket,-b", state->bucket, "The bucket, by name or id")
        .type_name("NAME")
        .required();
    command
        .add_option(
            "--range", state->range,
            "From when, and up to when: times, or lengths of time from now; everything if it is "
            "left out")
        .type_name("START[,STOP]");
    command.add_option("--format,-f", state->format, "How points are written")
        .one_of({"lp", "annotated-csv"})
        .with_default();
    command.add_option("-o,--output", state->output, "Write to this file").type_name("FILE");
    return telling_errors([state] { return state->run(); }, kFailed);
}

}  // namespace fluxi::cli
