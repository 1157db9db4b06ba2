// The switches of the language, with the reference's defaults. A script's host sets them by name
// (`--features '{"labelPolymorphism": true}'`).
#pragma once

#include <string_view>

namespace fluxi::base {

struct Features {
    bool label_polymorphism = false;       ///< label literals and builtins that need them
    bool strict_null_logical_ops = false;  ///< `and`, `or` with null give null where that decides
    bool unused_symbol_warnings = false;   ///< warn of names that nothing uses on every run

    /// Sets the switch with the reference's name; false if fluxi has no such switch.
    bool set(std::string_view name, bool on) {
        if (name == "labelPolymorphism") return assign(label_polymorphism, on);
        if (name == "strictNullLogicalOps") return assign(strict_null_logical_ops, on);
        if (name == "unusedSymbolWarnings") return assign(unused_symbol_warnings, on);
        return is_ignored(name);
    }

  private:
    static bool assign(bool& field, bool on) {
        field = on;
        return true;
    }
    /// Switches of the reference that change how it plans, not what a script means.
    static bool is_ignored(std::string_view name) {
        return name == "optimizeAggregateWindow" || name == "groupTransformationGroup" ||
               name == "aggregateTransformationTransport" ||
               name == "optimizeUnionTransformation" || name == "optimizeSetTransformation" ||
               name == "salsaDatabase" || name == "prettyError";
    }
};

}  // namespace fluxi::base
