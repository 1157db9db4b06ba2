#include "program/truth.hpp"

#include "program/package.hpp"

namespace fluxi::program {

std::optional<bool> written_truth(const Expr& expr) {
    const auto* global = std::get_if<GlobalRef>(&expr.node);
    if (global == nullptr || global->package->path() != "internal/boolean") return std::nullopt;
    return global->package->cells()[global->cell].name == "true";
}

}  // namespace fluxi::program
