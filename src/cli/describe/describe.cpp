// `fluxi describe`: what is in a file of tables or points, column by column. Reads it once, in
// blocks.
#include <unistd.h>

#include <cstdio>

#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/data_options.hpp"
#include "cli/describe/text.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"

namespace fluxi::cli {

namespace {

constexpr std::size_t kShownProblems = 10;

struct DescribeCommand {
    std::string file{};
    std::string format{};
    std::string precision = "ns";
    bool each_table = false;
    bool json = false;

    int run() const {
        DescribeOptions options;
        options.name = file == "-" ? "<stdin>" : file;
        options.each_table = each_table;
        options.precision = io::line_precision(precision).value_or(io::LinePrecision::ns);
        if (format == "lp") options.format = FileFormat::line_protocol;
        if (format == "annotated-csv") options.format = FileFormat::annotated_csv;
        if (format == "plain-csv") options.format = FileFormat::plain_csv;
        base::Progress read;
        const base::MemoryBudget budget;
        options.progress = &read;
        ProgressLine progress(read, budget, isatty(STDERR_FILENO) != 0);
        const DescribedFile described =
            describe_file(host::LocalFileSystem().open(file == "-" ? "/dev/stdin" : file), options);
        progress.stop();
        const std::string text =
            json
                ? description_json(options.name, described)
                : description_text(options.name, described,
                                   {terminal_width(STDOUT_FILENO, 0), color_wanted(STDOUT_FILENO)});
        std::fwrite(text.data(), 1, text.size(), stdout);
        const int status = tell_problems(options.name, described);
        if (described.fault.empty()) return status;
        // What stands above is of the rows before the fault.
        std::fflush(stdout);
        report_error(described.fault, {});
        return kUsage;
    }

  private:
    static int tell_problems(const std::string& name, const DescribedFile& described) {
        if (described.problem_count == 0) return kOk;
        std::size_t shown = 0;
        for (const io::LineProblem& problem : described.problems) {
            if (shown++ == kShownProblems) break;
            fmt::print(stderr, "{}:{}:{}: unable to parse '{}': {}\n", name, problem.line,
                       problem.column, problem.text, problem.reason);
        }
        report_error(fmt::format("{}: {} not described because of mistakes", name,
                                 described.problem_count == 1
                                     ? "1 line is"
                                     : grouped(described.problem_count) + " lines are"),
                     {});
        return kFailed;
    }
};

}  // namespace

Command add_describe(CommandLine& program) {
    CommandLine command = program.add_subcommand(
        "describe", "Tell what the columns of a file of tables or points hold");
    auto state = std::make_shared<DescribeCommand>();
    command
        .add_option("FILE", state->file,
                    "Annotated CSV, plain CSV or line protocol, also compressed with gzip or "
                    "zstd; - is standard input")
        .required();
    command
        .add_option("--format", state->format,
                    "What the file is; by default its first bytes and its name tell")
        .one_of({"annotated-csv", "plain-csv", "lp"});
    command.add_option("--precision,-p", state->precision, "The unit of times in line protocol")
        .one_of({"ns", "us", "ms", "s"})
        .with_default();
    command.add_flag("--tables", state->each_table,
                     "Describe each table of annotated CSV by itself");
    command.add_flag("--json", state->json, "As a JSON object");
    return telling_errors([state] { return state->run(); }, kUsage);
}

}  // namespace fluxi::cli
