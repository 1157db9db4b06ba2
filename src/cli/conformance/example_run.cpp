#include "cli/conformance/example_run.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/source.hpp"
#include "syntax/parser.hpp"
#include "value/number.hpp"

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

std::string type_of(const Table& table, std::size_t column, bool floats) {
    if (!table.columns[column].type.empty()) return table.columns[column].type;
    bool times = true;
    bool whole = true;
    bool numbers = true;
    bool truths = true;
    for (const Row& row : table.rows) {
        const std::string& cell = row[column];
        if (cell.empty()) continue;
        std::int64_t integer = 0;
        double number = 0;
        times &= cell.size() > 18 && cell[4] == '-' && cell[10] == 'T' && cell.back() == 'Z';
        whole &= value::parse_int(cell, integer) == value::NumberError::none;
        numbers &= value::parse_float(cell, number) == value::NumberError::none;
        truths &= cell == "true" || cell == "false";
    }
    if (times) return "dateTime:RFC3339";
    if (truths) return "boolean";
    if (whole && !floats) return "long";
    return numbers ? "double" : "string";
}

std::string csv_cell(const std::string& text) {
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + "\"";
}

std::string flux_string(const std::string& text) {
    std::string literal = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' || text[i] == '\\' || (text[i] == '$' && text.substr(i + 1, 1) == "{"))
            literal += '\\';
        literal += text[i];
    }
    return literal + "\"";
}

class Attempt {
  public:
    Attempt(const engine::SessionOptions& options, std::string name, const Example& example,
            const std::vector<Example>& earlier)
        : options_(options), name_(std::move(name)), example_(example), earlier_(earlier) {}

    ExampleRun run() {
        for (std::size_t i = 0; i <= kMostNames; ++i) {
            const std::optional<std::string> missing = once();
            if (!missing || !provide(*missing)) break;
        }
        if (made_ && run_.problem() != nullptr &&
            run_.problem()->code == base::Code::type_mismatch) {
            // Whole numbers in a table may be floats as well.
            std::replace(context_.begin(), context_.end(), stream_text(stream_, *given_, false),
                         stream_text(stream_, *given_, true));
            once();
        }
        for (const std::string& text : context_) run_.context += text + "\n";
        return std::move(run_);
    }

  private:
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
        if (given_->empty() || made_) return false;
        stream_ = name;
        made_ = true;
        context_.insert(context_.begin(), stream_text(name, *given_, false));
        return true;
    }

    const engine::SessionOptions& options_;
    std::string name_;
    const Example& example_;
    const std::vector<Example>& earlier_;
    const std::vector<Table>* given_ =
        &example_.given;  ///< of the example, or of what it builds on
    std::vector<std::string> context_{};
    std::set<std::string> tried_{};
    std::string stream_{};  ///< the name of the stream that was made from tables
    bool made_ = false;
    ExampleRun run_{};
};

}  // namespace

std::vector<Result> ExampleRun::results() const {
    std::vector<Result> all;
    for (const ScriptRun& run : runs) all.insert(all.end(), run.results.begin(), run.results.end());
    return all;
}

const ScriptRun* ExampleRun::problem() const {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool must_fail = parts[i].remark && parts[i].remark->error;
        if (!must_fail && runs[i].ending != Ending::ok) return &runs[i];
    }
    return nullptr;
}

ExampleRun run_example(const engine::SessionOptions& options, const std::string& name,
                       const Example& example, const std::vector<Example>& earlier) {
    return Attempt(options, name, example, earlier).run();
}

std::string stream_text(const std::string& name, const std::vector<Table>& tables, bool floats) {
    std::string csv;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        const Table& table = tables[t];
        std::string types = "#datatype,string,long";
        std::string groups = "#group,false,false";
        std::string defaults =
            fmt::format("#default,_result,{}", table.rows.empty() ? fmt::to_string(t) : "");
        std::string labels = ",result,table";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            types += "," + type_of(table, i, floats);
            groups += table.columns[i].grouped ? ",true" : ",false";
            defaults += ",";
            labels += "," + csv_cell(table.columns[i].label);
        }
        csv += fmt::format("{}\n{}\n{}\n{}\n", types, groups, defaults, labels);
        for (const Row& row : table.rows) {
            csv += fmt::format(",,{}", t);
            for (const std::string& cell : row) csv += "," + csv_cell(cell);
            csv += "\n";
        }
        csv += "\n";
    }
    return fmt::format("import \"csv\"\n{} = csv.from(csv: {})\n", name, flux_string(csv));
}

}  // namespace fluxi::cli::conformance
