// What the documentation comments of packages say: found in the package's .flux file before the
// statement.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/session.hpp"

namespace fluxi::engine {

struct Documentation {
    std::string package{};   ///< import path
    std::string name{};      ///< empty for the package itself
    std::string kind{};      ///< "function", "value", "option" or "package"
    std::string type{};      ///< as signatures are printed; empty for a package
    std::string headline{};  ///< the first sentence or paragraph
    std::string text{};      ///< the whole comment without its slashes
};

/// `name`: "pkg/path.member", a member of the prelude ("filter"), or a package ("strings"). None
/// when there is none.
std::optional<Documentation> find_documentation(Session& session, std::string_view name);
/// A package, also where a function of the prelude has its name ("join").
std::optional<Documentation> find_package_documentation(Session& session, std::string_view path);
/// All members of a package, or of every package when `package` is empty, sorted.
std::vector<Documentation> list_documentation(Session& session, std::string_view package = {});
/// The known name nearest to one that does not exist; empty when none is near.
std::string nearest_documented(Session& session, std::string_view name);

}  // namespace fluxi::engine
