// The names that lowering sees at a place: locals of the functions around it, top-level names of
// its file, imports, the prelude. Scopes exist only while a file is lowered.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "program/package.hpp"

namespace fluxi::program {

/// The prelude: names that need no import.
class Prelude {
  public:
    struct Place {
        const Package* package = nullptr;
        std::uint32_t cell = 0;
    };
    /// Names of a later package hide those of an earlier one; `_private` names are left out.
    void add(const Package& package);
    [[nodiscard]] const Place* find(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> names() const;

  private:
    std::unordered_map<std::string, Place> places_{};
};

/// Names the types of functions for `display`: of a function literal by its file and node, of a
/// builtin by its package and name. May be empty: then types are not shown.
struct TypeNames {
    std::function<std::string(const Package&, const syntax::File&, syntax::NodeId)> function{};
    std::function<std::string(const Package&, const std::string&)> builtin{};
};

/// What a file sees besides its locals.
struct FileScope {
    Package* package = nullptr;  ///< the package that the file belongs to
    const syntax::File* file = nullptr;
    const TypeNames* type_names = nullptr;
    std::unordered_map<std::string, const Package*> imports{};  ///< by local name
    const Prelude* prelude = nullptr;  ///< null while the prelude itself is loaded
};

/// The variables of one function while its body is lowered.
class FunctionScope {
  public:
    FunctionScope(FunctionScope* parent, FunctionCode& code) : parent_(parent), code_(code) {}

    /// A new variable; a later one of the same name hides the earlier.
    std::uint32_t declare(std::string name);
    [[nodiscard]] FunctionScope* parent() const noexcept { return parent_; }
    /// A reference to a variable of this function or one around it; capturing it on the way.
    [[nodiscard]] std::optional<std::variant<LocalRef, CaptureRef>> resolve(std::string_view name);
    /// While default values are lowered the function's own names are not visible.
    void hide_locals(bool hidden) noexcept { hidden_ = hidden; }

  private:
    [[nodiscard]] std::optional<std::uint32_t> local(std::string_view name) const;

    FunctionScope* parent_;
    FunctionCode& code_;
    bool hidden_ = false;
    std::vector<std::pair<std::string, std::uint32_t>> locals_{};
    std::vector<std::pair<std::string, std::uint32_t>> captured_{};
};

}  // namespace fluxi::program
