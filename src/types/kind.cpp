#include "types/kind.hpp"

namespace fluxi::types {

namespace {

constexpr std::array<std::string_view, kKindCount> kNames{
    "Addable",  "Basic",   "Comparable", "Divisible",  "Equatable",    "Label",    "Negatable",
    "Nullable", "Numeric", "Record",     "Stringable", "Subtractable", "Timeable", "",
};

}  // namespace

std::string_view kind_name(Kind kind) {
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_named(std::string_view name) {
    for (std::size_t i = 0; i < kKindCount; ++i) {
        if (!name.empty() && kNames[i] == name) return static_cast<Kind>(i);
    }
    return std::nullopt;
}

std::string kinds_text(KindSet kinds) {
    std::string text;
    kinds.each([&](Kind kind) {
        if (kind == Kind::row) return;
        if (!text.empty()) text += " + ";
        text += kind_name(kind);
    });
    return text;
}

}  // namespace fluxi::types
