// The packages of an engine: found by import path among the embedded ones and then on a search
// path, loaded once. Owns every Package, its texts (in the SourceMap) and syntax trees; all stay
// until the end. Cells of embedded packages are lowered on first use (`ensure_lowered`).
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "program/lower.hpp"
#include "program/package.hpp"
#include "program/scope.hpp"

namespace fluxi::program {

/// Finds the files of a package that is not embedded: pairs of name and text; empty when there is
/// none.
using PackageFinder =
    std::function<std::vector<std::pair<std::string, std::string>>(std::string_view path)>;

class Packages {
  public:
    explicit Packages(base::SourceMap& sources);
    Packages(const Packages&) = delete;
    Packages& operator=(const Packages&) = delete;
    ~Packages();

    void set_finder(PackageFinder finder) { finder_ = std::move(finder); }
    /// The package of an import path; null (and a diagnostic at `where`) when there is none or it
    /// imports itself.
    const Package* load(std::string_view path, base::Span where, base::Diagnostics& diagnostics);
    /// Every import path that can be loaded without the search path, sorted.
    [[nodiscard]] std::vector<std::string> embedded_paths() const;
    [[nodiscard]] const Prelude& prelude() const noexcept { return prelude_; }

    /// Makes an empty package for a script or a REPL session; `add_file` fills it.
    Package& make_script();
    /// Adds the statements of a parsed file to a script, in order. The tree must outlive the
    /// package; the file's imports are loaded. Later files see what earlier ones defined and
    /// imported.
    void add_file(Package& script, const syntax::File& file, base::Diagnostics& diagnostics);
    /// Adds a variable to a script that has a file; its value is set from outside, as that of a
    /// REPL's
    /// `_`. Gives its cell.
    std::uint32_t add_variable(Package& script, std::string name);
    /// Keeps a tree alive as long as the packages.
    const syntax::File& keep(std::unique_ptr<syntax::File> file);

    /// Lowers the initial value of a cell if that has not happened yet.
    void ensure_lowered(const Package& package, std::uint32_t cell);
    /// The file that declares a cell.
    [[nodiscard]] const syntax::File* file_of(const Package& package, std::uint32_t cell) const {
        return packages_[package.id()].scope_of[cell]->file;
    }
    /// Says how the types of functions are named; asked when a type is displayed.
    void set_type_names(TypeNames names) { type_names_ = std::move(names); }
    [[nodiscard]] const TypeNames& type_names() const noexcept { return type_names_; }
    [[nodiscard]] std::size_t size() const noexcept { return packages_.size(); }
    [[nodiscard]] const Package& at(std::size_t id) const noexcept {
        return *packages_[id].package;
    }
    [[nodiscard]] base::SourceMap& sources() noexcept { return sources_; }

  private:
    struct Loaded {
        std::unique_ptr<Package> package{};
        std::deque<FileScope> scopes{};            ///< one per file
        std::vector<const FileScope*> scope_of{};  ///< by cell
        bool loading = false;
        bool script = false;
    };
    Loaded& add(std::string path, std::string name);
    void declare_file(Loaded& loaded, const syntax::File& file, base::Diagnostics& diagnostics);
    void import_all(FileScope& scope, const syntax::File& file, base::Diagnostics& diagnostics);
    void declare(Loaded& loaded, const FileScope& scope, const syntax::Stmt& statement);
    void add_statement(Loaded& loaded, const FileScope& scope, const syntax::Stmt& statement,
                       base::Diagnostics& diagnostics);
    void add_option(Loaded& loaded, const FileScope& scope, const syntax::Stmt& statement,
                    const syntax::OptionStmt& node, base::Diagnostics& diagnostics);

    base::SourceMap& sources_;
    PackageFinder finder_{};
    std::deque<Loaded> packages_{};
    std::unordered_map<std::string, std::size_t> by_path_{};
    std::vector<std::unique_ptr<syntax::File>> files_{};
    Prelude prelude_{};
    TypeNames type_names_{};
};

}  // namespace fluxi::program
