// A subcommand of the program: how it is declared to the parser of the command line and what runs
// it. Each lives in a file of its own and is listed in main.cpp.
#pragma once

#include <functional>
#include <memory>

#include <CLI/CLI.hpp>

namespace fluxi::cli {

/// What the program ends with.
enum ExitCode : int {
    kOk = 0,
    kFailed = 1,    ///< the script failed while it ran
    kUsage = 2,     ///< wrong usage, or a file that cannot be read
    kRejected = 3,  ///< syntax or type errors: nothing ran
    kTestsFailed = 4,
    kInterrupted = 130,
};

/// Adds the subcommand to the application and returns what runs it once the command line is parsed.
using Command = std::function<int()>;
/// The command with its errors (base::RuntimeError) told on standard error; it then ends with
/// `failed`.
Command telling_errors(Command command, ExitCode failed);

Command add_run(CLI::App& app);
Command add_repl(CLI::App& app);
Command add_ast(CLI::App& app);
Command add_check(CLI::App& app);
Command add_types(CLI::App& app);
Command add_doc(CLI::App& app);
Command add_fmt(CLI::App& app);
Command add_import(CLI::App& app);
Command add_export(CLI::App& app);
Command add_bucket(CLI::App& app);
Command add_delete(CLI::App& app);
Command add_plan(CLI::App& app);
Command add_explain(CLI::App& app);
Command add_describe(CLI::App& app);
Command add_man(CLI::App& app);
Command add_completion(CLI::App& app);
Command add_complete(CLI::App& app);
Command add_test(CLI::App& app);
Command add_conformance(CLI::App& app);
Command add_plan(CLI::App& app);

}  // namespace fluxi::cli
