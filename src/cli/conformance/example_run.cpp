#include "cli/conformance/example_run.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/source.hpp"
#include "cli/conformance/page_stream.hpp"
#include "syntax/parser.hpp"

namespace fluxi::cli::conformance {

namespace {

/// An example may need several names from above; each costs a run.
constexpr std::size_t kMostNames = 6;

bool defines(const std::string& code, const std::string& name) {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    const auto file = syntax::parse_file(sources, sources.add("block", code), diagnostics);
    if (diagnostics.has_errors()) return false;
    return std::any_of(file->body.begin(), file->body.end(),
                       [&](const syntax::StmtPtr& one) {
                           const auto* variable = std::get_if<syntax::VariableStmt>(&one->node);
                           return variable != nullptr && variable->name.text == name;
                       }) ||
           std::any_of(file->imports.begin(), file->imports.end(), [&](const auto& import) {
               const std::string& path = import.path.text;
               const std::string own = path.substr(path.rfind('/') + 1);
               return (import.alias ? import.alias->text : own) == name;
           });
}

/// The package of that name with the shortest path; empty if there is none.
std::string package_named(const engine::SessionOptions& options, const std::string& name) {
    engine::Session session(options);
    std::string found;
    for (const std::string_view path : session.library().paths()) {
        if (path != name && !path.ends_with("/" + name)) continue;
        if (found.empty() || path.size() < found.size()) found = path;
    }
    return found;
}

class Attempt {
  public:
    Attempt(const engine::SessionOptions& options, std::string name, const Example& example,
            const std::vector<Example>& earlier, const std::function<bool(const ExampleRun&)>& good)
        : options_(options),
          name_(std::move(name)),
          example_(example),
          earlier_(earlier),
          good_(good) {}

    ExampleRun run() {
        for (std::size_t i = 0; i <= kMostNames; ++i) {
            const std::optional<std::string> missing = once();
            if (!missing || !provide(*missing)) break;
        }
        if (!stream_.empty() && !good_(run_)) read_otherwise();
        for (const std::string& text : context_) run_.context += text + "\n";
        return std::move(run_);
    }

  private:
    /// Whole numbers on a page may be floats or unsigned as well, and a column of another type in
    /// each table.
    void read_otherwise() {
        const ExampleRun first = run_;
        std::string last = stream_text(stream_, *given_, {});
        for (const Reading& reading :
             {Reading{"double", false}, Reading{"unsignedLong", false}, Reading{"long", true}}) {
            std::string next = stream_text(stream_, *given_, reading);
            std::replace(context_.begin(), context_.end(), last, next);
            last = std::move(next);
            once();
            if (good_(run_)) return;
        }
        run_ = first;
    }

    /// The name that is missing, if that is all that is wrong.
    std::optional<std::string> once() {
        run_ = {};
        run_.parts = split_at_remarks(example_.code);
        if (context_.empty() && run_.parts.size() == 1 && !run_.parts.front().remark) {
            run_.runs = {run_script(options_, name_, example_.code)};
            return missing_in(run_.runs);
        }
        std::vector<std::string> texts = context_;
        for (const Part& part : run_.parts) texts.push_back(part.code);
        auto runs = run_parts(options_, name_, texts);
        auto missing = missing_in(runs);
        runs.erase(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(context_.size()));
        run_.runs = std::move(runs);
        return missing;
    }

    static std::optional<std::string> missing_in(const std::vector<ScriptRun>& runs) {
        for (const ScriptRun& run : runs) {
            if (run.ending == Ending::ok) continue;
            if (run.code != base::Code::undefined_name) return std::nullopt;
            return run.subject;
        }
        return std::nullopt;
    }

    bool provide(const std::string& name) {
        if (!tried_.insert(name).second) return false;
        for (auto block = earlier_.rbegin(); block != earlier_.rend(); ++block) {
            if (!defines(block->code, name)) continue;
            context_.insert(context_.begin(), block->code);
            if (given_->empty()) given_ = &block->given;
            return true;
        }
        if (const std::string path = package_named(options_, name); !path.empty()) {
            context_.insert(context_.begin(), fmt::format("import \"{}\"\n", path));
            return true;
        }
        if (given_->empty() || !stream_.empty()) return false;
        stream_ = name;
        context_.insert(context_.begin(), stream_text(name, *given_, {}));
        return true;
    }

    const engine::SessionOptions& options_;
    std::string name_;
    const Example& example_;
    const std::vector<Example>& earlier_;
    const std::function<bool(const ExampleRun&)>& good_;
    const std::vector<Table>* given_ =
        &example_.given;  ///< of the example, or of what it builds on
    std::vector<std::string> context_{};
    std::set<std::string> tried_{};
    std::string stream_{};  ///< the name of the stream that was made from tables
    ExampleRun run_{};
};

}  // namespace

std::vector<Result> ExampleRun::results() const {
    std::vector<Result> all;
    for (const ScriptRun& run : runs) all.insert(all.end(), run.results.begin(), run.results.end());
    return all;
}

bool ExampleRun::fails_as_told(std::size_t part) const {
    if (runs[part].ending == Ending::ok) return false;
    if (parts[part].remark && parts[part].remark->error) return true;
    if (runs[part].ending != Ending::rejected) return false;
    const std::set<std::size_t> told = lines_said_to_fail(parts[part].code);
    return std::any_of(runs[part].lines.begin(), runs[part].lines.end(),
                       [&](std::size_t line) { return told.contains(line); });
}

const ScriptRun* ExampleRun::problem() const {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].ending != Ending::ok && !fails_as_told(i)) return &runs[i];
    }
    return nullptr;
}

ExampleRun run_example(const engine::SessionOptions& options, const std::string& name,
                       const Example& example, const std::vector<Example>& earlier,
                       const std::function<bool(const ExampleRun&)>& good) {
    return Attempt(options, name, example, earlier, good).run();
}

}  // namespace fluxi::cli::conformance
