// What the declared options of the command line are, read back from them: the one source that
// --help, the manual pages and the completion of shells are made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace fluxi::cli {

struct OptionInfo {
    std::vector<std::string> names{};  ///< with their dashes, short ones first; one for positionals
    std::string argument{};            ///< what stands for its value, e.g. FILE; empty for flags
    std::vector<std::string> choices{};  ///< the only values there are, if they are listed
    std::string fallback{};              ///< what holds if it is not given
    std::string description{};
    std::string group{};  ///< the heading it stands below; empty for one that is not shown
    std::vector<std::string> excludes{};
    bool positional = false;
    bool required = false;
    bool repeatable = false;
    std::string value{};  ///< what a flag may be given behind `=`; empty for other options

    [[nodiscard]] bool takes_value() const { return positional || !argument.empty(); }
    [[nodiscard]] bool has_name(std::string_view name) const;
    /// `FILE`, `text|json`, as it stands behind the name.
    [[nodiscard]] std::string argument_text() const;
};

OptionInfo option_info(const CLI::Option& option);
/// Positionals in their order, then options as they were declared; without hidden ones.
std::vector<OptionInfo> options_of(const CLI::App& command);
/// The subcommands that are not hidden.
std::vector<const CLI::App*> subcommands_of(const CLI::App& command);

/// `fluxi run`: the name with those of the commands that it belongs to.
std::string full_name(const CLI::App& command);
/// `[OPTIONS] FILE...`: what a usage line has behind the name.
std::string usage_of(const CLI::App& command);

/// --help in the words of OptionInfo.
class HelpFormatter final : public CLI::Formatter {
  public:
    std::string make_option_name(const CLI::Option* option, bool positional) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
    std::string make_option_desc(const CLI::Option* option) const override;
};

}  // namespace fluxi::cli
