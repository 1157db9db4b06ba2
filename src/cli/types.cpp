// `fluxi types`: the inferred type of each name that a script defines.
#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/report.hpp"
#include "cli/run_options.hpp"
#include "types/print.hpp"

namespace fluxi::cli {

namespace {

struct TypesCommand {
    RunOptions options{};
    std::string file{};
    bool json = false;

    int run() {
        try {
            Script script = read_script(file);
            engine::Session session(options.session(script.folder));
            const bool accepted = session.load(std::move(script.name), std::move(script.text));
            nlohmann::ordered_json object = nlohmann::ordered_json::object();
            for (const auto& [name, type] : session.definitions()) {
                const std::string text = types::signature(type);
                object[name] = text;
                if (!json) std::printf("%s : %s\n", name.c_str(), text.c_str());
            }
            if (json) std::printf("%s\n", object.dump(2).c_str());
            report(session, {options.error_format == "json", options.quiet});
            return accepted ? kOk : kRejected;
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), {});
            return kUsage;
        }
    }
};

}  // namespace

Command add_types(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("types", "Show the types of what a script defines");
    auto state = std::make_shared<TypesCommand>();
    state->options.declare(command);
    command.add_option("FILE", state->file, "The script, - for standard input").required();
    command.add_flag("--json", state->json, "As a JSON object");
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
