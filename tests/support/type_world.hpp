// What tests of inference share: the embedded packages as trees, a script checked against them,
// signatures compared but for the names of variables.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "program/embedded.hpp"
#include "syntax/check.hpp"
#include "syntax/parser.hpp"
#include "types/library.hpp"
#include "types/print.hpp"

namespace fluxi::test {

/// A package whose files are parsed whole when it is first asked for.
class ParsedPackage : public types::PackageTree {
  public:
    explicit ParsedPackage(std::string path) : name_(path.substr(path.rfind('/') + 1)) {}

    void add(std::unique_ptr<syntax::File> file) {
        if (file->package) name_ = file->package->name.text;
        for (const syntax::StmtPtr& s : file->body) {
            if (const std::string* name = defined(*s)) members_[*name] = {s.get(), file.get()};
        }
        files_.push_back(std::move(file));
    }
    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] types::MemberTree member(std::string_view name) const override {
        const auto found = members_.find(name);
        return found == members_.end() ? types::MemberTree{} : found->second;
    }
    [[nodiscard]] std::vector<std::string_view> members() const override {
        std::vector<std::string_view> names;
        for (const auto& [name, tree] : members_) names.push_back(name);
        return names;
    }

  private:
    static const std::string* defined(const syntax::Stmt& statement) {
        if (const auto* v = std::get_if<syntax::VariableStmt>(&statement.node))
            return &v->name.text;
        if (const auto* b = std::get_if<syntax::BuiltinStmt>(&statement.node)) return &b->name.text;
        const auto* o = std::get_if<syntax::OptionStmt>(&statement.node);
        return o != nullptr && !o->package ? &o->name.text : nullptr;
    }

    std::string name_;
    std::vector<std::unique_ptr<syntax::File>> files_;
    std::map<std::string, types::MemberTree, std::less<>> members_;
};

class EmbeddedTrees : public types::TreeSource {
  public:
    explicit EmbeddedTrees(base::SourceMap& sources) : sources_(sources) {}

    [[nodiscard]] const types::PackageTree* package(std::string_view path, std::string&) override {
        const auto known = packages_.find(path);
        if (known != packages_.end()) return known->second.get();
        std::unique_ptr<ParsedPackage> package;
        for (const program::EmbeddedFile& file : program::embedded_files()) {
            if (file.package != path) continue;
            if (!package) package = std::make_unique<ParsedPackage>(std::string(path));
            const base::FileId id = sources_.add(std::string(file.file), std::string(file.text));
            package->add(syntax::parse_file(sources_, id, diagnostics));
        }
        if (!package) return nullptr;
        return packages_.emplace(std::string(path), std::move(package)).first->second.get();
    }
    [[nodiscard]] std::vector<std::string_view> paths() const override {
        std::vector<std::string_view> paths;
        for (const program::EmbeddedFile& file : program::embedded_files()) {
            if (paths.empty() || paths.back() != file.package) paths.push_back(file.package);
        }
        return paths;
    }

    base::Diagnostics diagnostics{};

  private:
    base::SourceMap& sources_;
    std::map<std::string, std::unique_ptr<ParsedPackage>, std::less<>> packages_;
};

/// The whole library, and scripts checked against it one after the other.
struct TypeWorld {
    base::SourceMap sources{};
    EmbeddedTrees trees{sources};
    types::Library library{
        trees, {"internal/boolean", "internal/location", "universe", "influxdata/influxdb"}};

    struct Checked {
        base::Diagnostics diagnostics{};
        std::unique_ptr<syntax::File> file{};
        std::unique_ptr<types::Environment> environment{};
        std::unique_ptr<types::Inferred> inferred{};
        bool syntax_errors = false;

        /// "name : type" per definition, a line each.
        [[nodiscard]] std::string types() const {
            std::string text;
            for (const auto& [name, type] : inferred->definitions()) {
                text += name + " : " + types::signature(type) + "\n";
            }
            return text;
        }
        [[nodiscard]] std::string messages() const {
            std::string text;
            for (const base::Diagnostic& d : diagnostics.all()) text += d.message + "\n";
            return text;
        }
    };

    /// As a run does: of a script with syntax errors nothing else is told.
    Checked check(std::string text, types::InferOptions options = {}) {
        Checked checked;
        const base::FileId id = sources.add("script.flux", std::move(text));
        checked.file = syntax::parse_file(sources, id, checked.diagnostics);
        checked.syntax_errors = checked.diagnostics.has_errors();
        checked.environment = std::make_unique<types::Environment>(library.script_environment());
        options.sources = &sources;
        base::Diagnostics unused;
        if (!checked.syntax_errors) {
            syntax::check(*checked.file, options.features, checked.diagnostics);
        }
        checked.inferred = std::make_unique<types::Inferred>(
            types::infer(*checked.file, *checked.environment, options,
                         checked.syntax_errors ? unused : checked.diagnostics));
        return checked;
    }
    [[nodiscard]] base::Position position(base::Span span) const {
        return sources.file(span.file).position(span.begin);
    }
};

/// Whether two signatures are equal but for the names of their variables.
bool same_signature(const types::PolyType& a, const types::PolyType& b);

/// The text of a file below the project's folder; throws if it cannot be read.
std::string project_file(const std::string& path);
/// The names in a folder of the project that end so, sorted.
std::vector<std::string> project_files(const std::string& folder, std::string_view end);
/// Compares with the file, or writes it if FLUXI_UPDATE is set.
bool matches_golden(const std::string& path, const std::string& text);

}  // namespace fluxi::test
