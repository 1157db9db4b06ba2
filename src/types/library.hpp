// The types of packages, found member by member when they are first asked for: a builtin's from its
// type expression, that of a function written in Flux by inference of its body. The trees come from
// the loader behind the interface TreeSource and must outlive the Library, which owns all types and
// variables. A program has one Library for its script and everything it imports.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "types/infer.hpp"

namespace fluxi::types {

/// A member's statement (a variable, an option without package, or a builtin) and the file it
/// stands in.
struct MemberTree {
    const syntax::Stmt* statement = nullptr;
    const syntax::File* file = nullptr;
};

/// A package as the loader has it.
class PackageTree {
  public:
    virtual ~PackageTree() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// The statement that defines the name; its `statement` is null if there is none.
    [[nodiscard]] virtual MemberTree member(std::string_view name) const = 0;
    [[nodiscard]] virtual std::vector<std::string_view> members() const = 0;
};

class TreeSource {
  public:
    virtual ~TreeSource() = default;
    /// The package with that import path or null; see Importer::import.
    [[nodiscard]] virtual const PackageTree* package(std::string_view path,
                                                     std::string& reason) = 0;
    [[nodiscard]] virtual std::vector<std::string_view> paths() const = 0;
};

class Library : public Importer {
  public:
    /// `prelude`: the import paths whose members need no import.
    Library(TreeSource& trees, std::vector<std::string> prelude, InferOptions options = {});
    ~Library() override;
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    [[nodiscard]] PackageTypes* import(std::string_view path, std::string& reason) override;
    [[nodiscard]] std::vector<std::string_view> paths() const override { return trees_.paths(); }

    /// The environment of a script: it sees the prelude and can import.
    [[nodiscard]] Environment script_environment();
    /// What inference found about a file of a package, as far as its members were asked for; null
    /// if none was.
    [[nodiscard]] const Inferred* inferred(const syntax::File& file) const;

    [[nodiscard]] Substitution& substitution() { return substitution_; }
    /// Errors in the packages; none are expected in those that are built in.
    [[nodiscard]] base::Diagnostics& diagnostics() { return diagnostics_; }

  private:
    class Package;
    friend class Package;
    [[nodiscard]] std::vector<PackageTypes*> prelude();
    Inferred& tables(const syntax::File& file);

    TreeSource& trees_;
    std::vector<std::string> prelude_paths_;
    InferOptions options_;
    TypeStore store_;
    Substitution substitution_{store_};
    base::Diagnostics diagnostics_;
    std::map<std::string, std::unique_ptr<Package>, std::less<>> packages_;
    std::map<const syntax::File*, Inferred> tables_;
};

}  // namespace fluxi::types
