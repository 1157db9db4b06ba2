// How a subcommand declares what may stand on its command line. Both classes are handles of what
// the program's CLI::App owns, and are copied freely; they end with it. The library behind them is
// included by the few files that read declarations back (main, usage, pages/): it is one header
// that takes a compiler ten times as long as an ordinary command.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace fluxi::cli {

/// An option, a flag or a positional argument that has been declared, to say more of.
class Argument {
  public:
    explicit Argument(CLI::Option& option) : option_(&option) {}

    /// What stands for its value in the help: FILE, NAME=VALUE.
    Argument& type_name(const std::string& name);
    Argument& required();
    /// The heading that it stands below in the help; hidden below an empty one.
    Argument& group(const std::string& heading);
    Argument& excludes(const Argument& other);
    /// Each mention takes one value, although several are kept: what follows is not its own.
    Argument& one_value_each();
    /// Tells the value that the variable has now as the default.
    Argument& with_default();
    Argument& one_of(std::vector<std::string> choices);
    Argument& between(std::uint32_t least, std::uint32_t most);
    Argument& not_negative();
    Argument& existing_folder();

  private:
    friend class CommandLine;
    CLI::Option* option_;
};

/// A command under declaration. What the variables hold is what is used where nothing is given;
/// they have to live until the command line is parsed. Names are written `-o,--output`,
/// `--coverage{VALUE}` for a flag that may have a value, and `FILE` for a positional argument.
class CommandLine {
  public:
    explicit CommandLine(CLI::App& app) : app_(&app) {}

    CommandLine add_subcommand(const std::string& name, const std::string& help);
    Argument add_flag(const std::string& names, bool& value, const std::string& help);
    Argument add_flag(const std::string& names, std::string& value, const std::string& help);
    Argument add_option(const std::string& names, std::string& value, const std::string& help);
    Argument add_option(const std::string& names, std::vector<std::string>& values,
                        const std::string& help);
    Argument add_option(const std::string& names, double& value, const std::string& help);
    Argument add_option(const std::string& names, std::uint32_t& value, const std::string& help);
    Argument add_option(const std::string& names, std::size_t& value, const std::string& help);

    /// What the help ends with.
    void footer(std::function<std::string()> text);
    /// One of the subcommands has to be named.
    void require_subcommand();
    /// One of the two has to be given; `what` names both in the error.
    void require_either(const Argument& first, const Argument& second, const std::string& what);
    /// Not listed in the help, and all words behind its name are kept unread: remaining().
    void hide_and_keep_words();

    /// Whether the command line that was read names this command.
    [[nodiscard]] bool parsed() const;
    [[nodiscard]] std::vector<std::string> remaining() const;
    [[nodiscard]] CLI::App& app() const { return *app_; }

  private:
    CLI::App* app_;
};

}  // namespace fluxi::cli
