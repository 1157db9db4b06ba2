#include "cli/pages/complete.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "cli/data_options.hpp"
#include "cli/explain.hpp"
#include "cli/pages/option_info.hpp"
#include "engine/documentation.hpp"
#include "io/writer_factory.hpp"

namespace fluxi::cli {

namespace {

using Lines = std::vector<std::string>;

enum class Kind { files, formats, buckets, names, codes, commands };

/// Values that the declaration of an option does not tell; an empty command stands for all.
struct Known {
    std::string_view command;
    std::string_view option;
    Kind kind;
};
constexpr std::array kKnown = {
    Known{"import", "FILE", Kind::files},    Known{"describe", "FILE", Kind::files},
    Known{"run", "--format", Kind::formats}, Known{"", "--bucket", Kind::buckets},
    Known{"info", "NAME", Kind::buckets},    Known{"delete", "NAME", Kind::buckets},
    Known{"doc", "NAME", Kind::names},       Known{"explain", "CODE", Kind::codes},
    Known{"man", "COMMAND", Kind::commands},
};

class Completer {
  public:
    Completer(const CLI::App& program, const std::vector<std::string>& words, std::size_t current)
        : program_(program), command_(&program) {
        word_ = current < words.size() ? words[current] : std::string();
        for (std::size_t i = 0; i < std::min(current, words.size()); ++i) pass(words[i]);
    }

    Lines answer() {
        // bash gives the = of --option=value as a word of its own.
        if (word_ == "=" && flag_) pending_ = flag_;
        if (word_ == "=" && pending_) word_.clear();
        if (pending_) return of_prefix(values(*pending_), "");
        const auto equals = word_.find('=');
        if (word_.starts_with("--") && equals != std::string::npos) {
            const std::string name = word_.substr(0, equals);
            for (const OptionInfo& option : options()) {
                if (option.has_name(name)) return of_prefix(values(option), name + "=");
            }
            return {};
        }
        if (word_.starts_with("-") && word_ != "-") return option_names();
        if (helps_) return of_prefix(known_values(Kind::commands), "");
        Lines lines;
        if (command_ == &program_ && !implied_run_) {
            for (const CLI::App* sub : subcommands_of(program_)) add(lines, sub);
            lines = of_prefix(std::move(lines), "");
            lines.emplace_back(":scripts");
            return lines;
        }
        if (!implied_run_) {
            for (const CLI::App* sub : subcommands_of(*command_)) add(lines, sub);
        }
        std::optional<OptionInfo> place;
        std::size_t number = 0;
        for (const OptionInfo& option : options()) {
            if (!option.positional) continue;
            if (number++ == positionals_ || option.repeatable) place = option;
        }
        if (place) {
            for (std::string& line : values(*place)) lines.push_back(std::move(line));
        }
        lines = of_prefix(std::move(lines), "");
        if (word_ == "-") {
            for (std::string& line : option_names()) lines.push_back(std::move(line));
        }
        return lines;
    }

  private:
    static void add(Lines& lines, const CLI::App* command) {
        lines.push_back(command->get_name() + "\t" + command->get_description());
    }

    /// A word before the one that is completed.
    void pass(const std::string& word) {
        const std::optional<OptionInfo> flag = std::exchange(flag_, std::nullopt);
        if (word == "=") {
            if (flag) pending_ = flag;
            return;
        }
        if (pending_) {
            if (pending_->has_name("--data")) data_ = word;
            pending_.reset();
            return;
        }
        if (word.size() > 1 && word.front() == '-') {
            const auto equals = word.find('=');
            for (const OptionInfo& option : options()) {
                if (!option.has_name(word.substr(0, equals))) continue;
                if (!option.value.empty()) flag_ = option;
                if (!option.takes_value()) continue;
                if (equals == std::string::npos) {
                    pending_ = option;
                } else if (option.has_name("--data")) {
                    data_ = word.substr(equals + 1);
                }
            }
            if (command_ == &program_) implied_run_ = true;
            return;
        }
        if (!implied_run_) {
            for (const CLI::App* sub : subcommands_of(*command_)) {
                if (sub->get_name() != word) continue;
                command_ = sub;
                positionals_ = 0;
                return;
            }
        }
        // `fluxi help run` is `fluxi run --help`.
        if (command_ == &program_ && !implied_run_ && word == "help") helps_ = true;
        if (command_ == &program_) implied_run_ = true;
        ++positionals_;
    }

    /// Those of the command; before any command they are those of `run`, too.
    [[nodiscard]] std::vector<OptionInfo> options() const {
        std::vector<OptionInfo> all = options_of(*command_);
        if (command_ == &program_) {
            for (OptionInfo& option : options_of(*program_.get_subcommand("run")))
                if (!option.has_name("--help")) all.push_back(std::move(option));
        }
        return all;
    }

    [[nodiscard]] Lines option_names() const {
        Lines lines;
        for (const OptionInfo& option : options()) {
            if (option.positional) continue;
            std::string first = option.description.substr(0, option.description.find('\n'));
            if (first.ends_with(':')) first.pop_back();
            for (const std::string& name : option.names) {
                if (!name.starts_with(word_)) continue;
                // Long names say more; the short ones are there for who has typed one.
                const bool only_short = option.names.size() == 1;
                if (name.starts_with("--") || only_short || word_.size() == 2) {
                    lines.push_back(name + "\t" + first);
                }
            }
        }
        return lines;
    }

    /// What `DIR|text|lcov` stands for.
    static Lines in_value(std::string_view value) {
        Lines lines;
        while (!value.empty()) {
            const std::size_t end = std::min(value.find('|'), value.size());
            const std::string_view one = value.substr(0, end);
            lines.emplace_back(one == "DIR" ? ":dirs" : one);
            value.remove_prefix(std::min(end + 1, value.size()));
        }
        return lines;
    }

    [[nodiscard]] Lines values(const OptionInfo& option) const {
        if (!option.choices.empty()) return option.choices;
        if (!option.value.empty()) return in_value(option.value);
        const std::string name = command_ == &program_ ? std::string("run") : command_->get_name();
        for (const Known& known : kKnown) {
            if (!known.command.empty() && known.command != name) continue;
            // `delete --bucket` is one, `bucket delete NAME` another.
            if (option.has_name(known.option)) return known_values(known.kind);
        }
        if (option.positional) {
            const bool scripts = option.has_name("FILE") || option.has_name("PATH");
            return scripts ? Lines{":scripts"} : Lines{};
        }
        if (option.argument == "FILE") return {":files"};
        if (option.argument == "DIR") return {":dirs"};
        return {};
    }

    [[nodiscard]] Lines known_values(Kind kind) const {
        switch (kind) {
            case Kind::files:
                return {":files"};
            case Kind::formats: {
                Lines lines;
                for (const io::FormatInfo& format : io::result_formats()) {
                    lines.push_back(std::string(format.name) + "\t" +
                                    std::string(format.description));
                }
                return lines;
            }
            case Kind::buckets:
                return bucket_names();
            case Kind::names: {
                engine::Session session({});
                Lines lines;
                for (const std::string_view path : session.library().paths())
                    if (!path.starts_with("internal/")) lines.emplace_back(path);
                for (const engine::Documentation& d : engine::list_documentation(session)) {
                    const bool bare = d.package == "universe" && !d.name.empty();
                    lines.push_back((bare             ? d.name
                                     : d.name.empty() ? d.package
                                                      : d.package + "." + d.name) +
                                    "\t" + d.headline.substr(0, d.headline.find('\n')));
                }
                return lines;
            }
            case Kind::codes:
                return explained_codes();
            case Kind::commands:
                break;
        }
        Lines lines;
        for (const CLI::App* sub : subcommands_of(program_)) add(lines, sub);
        return lines;
    }

    /// Asks the store only if there is one: completion makes no files and tells no errors.
    [[nodiscard]] Lines bucket_names() const {
        Lines lines;
        try {
            DataOptions data;
            data.data = data_;
            if (!host::LocalFileSystem().exists(data.path())) return {};
            for (const auto& bucket : data.open()->buckets()) lines.push_back(bucket.name);
        } catch (const base::RuntimeError&) {
            return {};
        }
        return lines;
    }

    /// The lines whose word begins with the one that is completed.
    [[nodiscard]] Lines of_prefix(Lines lines, const std::string& before) const {
        Lines kept;
        for (std::string& line : lines) {
            if (line.starts_with(':')) {
                kept.push_back(std::move(line));
            } else if ((before + line).starts_with(word_)) {
                kept.push_back(before + line);
            }
        }
        return kept;
    }

    const CLI::App& program_;
    const CLI::App* command_;
    std::string word_{};
    std::optional<OptionInfo> pending_{};  ///< the option whose value comes next
    std::optional<OptionInfo> flag_{};     ///< the one before that may have a value behind =
    bool implied_run_ = false;  ///< `fluxi FILE` or `fluxi --option`: the command is `run`
    bool helps_ = false;        ///< `fluxi help`: a command comes next
    std::size_t positionals_ = 0;
    std::string data_{};
};

}  // namespace

std::vector<std::string> completions(const CLI::App& program, const std::vector<std::string>& words,
                                     std::size_t current) {
    return Completer(program, words, current).answer();
}

}  // namespace fluxi::cli
