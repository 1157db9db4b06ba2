// A subcommand of the program: how it is declared to the parser of the command line and what runs
// it. Each lives in a file of its own and is listed in main.cpp.
#pragma once

#include <functional>

#include "cli/command_line.hpp"

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

/// Adds the subcommand to the program and returns what runs it once the command line is parsed.
using Command = std::function<int()>;
/// The command with its errors (base::RuntimeError) told on standard error; it then ends with
/// `failed`.
Command telling_errors(Command command, ExitCode failed);

Command add_run(CommandLine& program);
Command add_repl(CommandLine& program);
Command add_ast(CommandLine& program);
Command add_check(CommandLine& program);
Command add_types(CommandLine& program);
Command add_doc(CommandLine& program);
Command add_fmt(CommandLine& program);
Command add_import(CommandLine& program);
Command add_export(CommandLine& program);
Command add_bucket(CommandLine& program);
Command add_delete(CommandLine& program);
Command add_plan(CommandLine& program);
Command add_explain(CommandLine& program);
Command add_describe(CommandLine& program);
Command add_man(CommandLine& program);
Command add_completion(CommandLine& program);
Command add_complete(CommandLine& program);
Command add_test(CommandLine& program);
Command add_conformance(CommandLine& program);

}  // namespace fluxi::cli
