// `fluxi import`: writes the points of files into a bucket. Each file is one transaction: all of it
// or nothing.
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include <fmt/core.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/data_options.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "host/clock.hpp"
#include "store/point_input.hpp"

namespace fluxi::cli {

namespace {

constexpr std::size_t kShownProblems = 10;

struct ImportCommand {
    DataOptions data{};
    std::string bucket{};
    std::string precision = "ns";
    std::string format{};
    bool skip_errors = false;
    bool create = false;
    bool quiet = false;
    std::vector<std::string> files{};

    int run() const {
        const auto unit = io::line_precision(precision);
        if (!unit) {
            base::fail(
                "--precision {}: invalid precision; valid precision units are ns, us, ms, and s",
                precision);
        }
        const auto store = data.open();
        if (create && store->bucket(std::string_view(bucket)) == nullptr) {
            const auto transaction = store->begin();
            transaction->create_bucket(bucket, 0);
            transaction->commit();
        }
        const store::BucketId id = find_bucket(*store, bucket)->info().id;
        int code = kOk;
        for (const std::string& file : files) {
            code = std::max(code, import_file(*store, id, *unit, file));
        }
        return code;
    }

  private:
    /// What is said while a file is read, not before its progress line is gone.
    struct Said {
        std::string text{};
        std::uint64_t lines = 0;

        void add(const std::string& line) {
            if (++lines <= kShownProblems) text += line + "\n";
        }
    };

    [[nodiscard]] std::optional<store::PointFormat> chosen_format() const {
        if (format == "lp") return store::PointFormat::line_protocol;
        if (format == "annotated-csv") return store::PointFormat::annotated_csv;
        return std::nullopt;
    }

    int import_file(store::Store& store, store::BucketId id, io::LinePrecision unit,
                    const std::string& file) const {
        const auto begin = std::chrono::steady_clock::now();
        base::Progress read;
        const base::MemoryBudget budget;
        store::PointInputOptions options;
        options.name = file == "-" ? "<stdin>" : file;
        options.format = chosen_format();
        options.precision = unit;
        options.now = host::SystemClock().now_ns();
        options.progress = &read;
        const auto transaction = store.begin();
        Said refused;
        ProgressLine progress(read, budget, !quiet && isatty(STDERR_FILENO) != 0);
        const auto report =
            store::read_points(host::LocalFileSystem().open(file == "-" ? "/dev/stdin" : file),
                               options, [&](const io::LinePoint& point, std::uint64_t line) {
                                   const auto refusal = transaction->write(id, point);
                                   if (refusal)
                                       refused.add(where(options.name, line, 0) + refusal->message);
                               });
        if (report.problem_count != 0) {
            progress.stop();
            tell(options.name, report);
            if (!skip_errors) {
                report_error(
                    fmt::format("{}: nothing was stored; --skip-errors stores the other lines",
                                options.name),
                    {});
                return kFailed;
            }
        }
        const store::WriteOutcome outcome = transaction->commit();
        progress.stop();
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
        if (!quiet) summarize(options.name, outcome, time.count());
        if (refused.lines == 0) return kOk;
        fmt::print(stderr, "{}", refused.text);
        more(refused.lines);
        report_error(fmt::format("{}: {}", options.name, outcome.message()), {});
        return skip_errors ? kOk : kFailed;
    }

    static std::string where(const std::string& name, std::uint64_t line, std::uint64_t column) {
        if (line == 0) return name + ": ";
        return column == 0 ? fmt::format("{}:{}: ", name, line)
                           : fmt::format("{}:{}:{}: ", name, line, column);
    }

    static void more(std::uint64_t lines) {
        if (lines <= kShownProblems) return;
        fmt::print(stderr, "… and {} more\n", grouped(lines - kShownProblems));
    }

    static void tell(const std::string& name, const store::PointInputReport& report) {
        std::size_t shown = 0;
        for (const io::LineProblem& problem : report.problems) {
            if (shown++ == kShownProblems) break;
            fmt::print(stderr, "{}unable to parse '{}': {}\n",
                       where(name, problem.line, problem.column), problem.text, problem.reason);
        }
        more(report.problem_count);
    }

    void summarize(const std::string& name, const store::WriteOutcome& outcome,
                   double seconds) const {
        std::string text =
            fmt::format("{}: {} points into {} in {:.2f} s, {} points per second", name,
                        grouped(outcome.points), bucket, seconds,
                        grouped(static_cast<std::uint64_t>(static_cast<double>(outcome.points) /
                                                           std::max(seconds, 1e-3))));
        if (outcome.expired != 0) {
            text += fmt::format("; {} lines are older than the bucket keeps points",
                                grouped(outcome.expired));
        }
        fmt::print(stderr, "{}\n", text);
    }
};

}  // namespace

Command add_import(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("import", "Write files of points into a bucket of the store");
    auto state = std::make_shared<ImportCommand>();
    state->data.declare(command);
    command.add_option("--bucket,-b", state->bucket, "The bucket, by name or id")
        .type_name("NAME")
        .required();
    command
        .add_option("--precision,-p", state->precision,
                    "The unit of times in line protocol: ns, us, ms or s")
        .with_default();
    command
        .add_option("--format", state->format,
                    "What the files are; by default the first bytes of each tell")
        .one_of({"lp", "annotated-csv"});
    command.add_flag("--skip-errors", state->skip_errors,
                     "Store the other lines of a file that has bad ones");
    command.add_flag("--create-buckets", state->create, "Make the bucket if it is not there");
    command.add_flag("--quiet,-q", state->quiet, "Say nothing but errors");
    command
        .add_option("FILE", state->files,
                    "Line protocol or annotated CSV, also compressed with gzip or zstd; - is "
                    "standard input")
        .required();
    return telling_errors([state] { return state->run(); }, kFailed);
}

}  // namespace fluxi::cli
