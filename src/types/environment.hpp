// The names a script can use and their types: the prelude's packages below, then what the file
// defines, then the scopes of functions and blocks. One Environment serves many files in turn if
// they build on one another (the files of a package, the lines of a REPL); it owns the substitution
// they share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.hpp"
#include "types/package_types.hpp"
#include "types/substitution.hpp"

namespace fluxi::types {

struct Binding {
    enum class Kind : std::uint8_t { variable, option, parameter, import, builtin };
    Kind kind = Kind::variable;
    PolyType type{};
    base::Span definition{};          ///< of the name where it is defined
    PackageTypes* package = nullptr;  ///< of an import
    bool used = false;
    /// The parameters if the value is a function written in place.
    std::shared_ptr<const std::vector<Declared>> parameters{};
};

class Environment {
  public:
    /// `prelude` are the packages whose members need no import; earlier ones hide later ones.
    Environment(Substitution& substitution, Importer* importer, std::vector<PackageTypes*> prelude)
        : substitution_(&substitution), importer_(importer), prelude_(std::move(prelude)) {}
    /// The members of `package`, also those that begin with `_`, can be used by their names.
    void set_own_package(PackageTypes* package) { own_package_ = package; }

    /// The innermost binding of the name in the script, or null. Valid until the next define().
    [[nodiscard]] Binding* find(std::string_view name);
    /// Whether the innermost scope itself binds the name.
    [[nodiscard]] const Binding* find_here(std::string_view name);
    [[nodiscard]] const PolyType* prelude_member(std::string_view name);
    /// The package of the prelude that a name without import comes from, or null.
    [[nodiscard]] PackageTypes* prelude_package(std::string_view name) const;
    [[nodiscard]] bool is_prelude_option(std::string_view name) const;

    void define(std::string_view name, Binding binding);
    void enter_scope() { scopes_.push_back(bindings_.size()); }
    void leave_scope();
    /// Number of open scopes; 0 is the file's.
    [[nodiscard]] std::size_t depth() const { return scopes_.size(); }
    /// Hides a binding of the file's scope for good (imports belong to one file).
    void forget(std::string_view name);

    /// Every name that can be used now, for suggestions.
    [[nodiscard]] std::vector<std::string_view> names() const;
    /// Calls `fn(name, binding)` for what the innermost scope binds, in order.
    template <typename Fn>
    void each_here(Fn fn) const {
        for (std::size_t i = scopes_.empty() ? 0 : scopes_.back(); i < bindings_.size(); ++i) {
            fn(std::string_view(*bindings_[i].name), bindings_[i].binding);
        }
    }

    [[nodiscard]] Substitution& substitution() { return *substitution_; }
    [[nodiscard]] TypeStore& store() { return substitution_->store(); }
    [[nodiscard]] Importer* importer() const { return importer_; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    struct Entry {
        const std::string* name;
        Binding binding;
    };
    using Places = std::vector<std::size_t>;

    Substitution* substitution_;
    Importer* importer_;
    PackageTypes* own_package_ = nullptr;
    std::vector<PackageTypes*> prelude_;
    std::vector<Entry> bindings_;
    std::vector<std::size_t> scopes_;
    std::unordered_map<std::string, Places, Hash, std::equal_to<>> places_;
};

}  // namespace fluxi::types
