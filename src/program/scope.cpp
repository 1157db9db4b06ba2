#include "program/scope.hpp"

#include <algorithm>

namespace fluxi::program {

void Prelude::add(const Package& package) {
    for (std::uint32_t i = 0; i < package.cells().size(); ++i) {
        const std::string& name = package.cells()[i].name;
        if (!name.starts_with('_')) places_[name] = {&package, i};
    }
}

const Prelude::Place* Prelude::find(std::string_view name) const {
    const auto found = places_.find(std::string(name));
    return found == places_.end() ? nullptr : &found->second;
}

std::vector<std::string> Prelude::names() const {
    std::vector<std::string> names;
    names.reserve(places_.size());
    for (const auto& [name, place] : places_) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

std::uint32_t FunctionScope::declare(std::string name) {
    const std::uint32_t slot = code_.slots++;
    locals_.emplace_back(std::move(name), slot);
    return slot;
}

std::optional<std::uint32_t> FunctionScope::local(std::string_view name) const {
    if (hidden_) return std::nullopt;
    for (auto it = locals_.rbegin(); it != locals_.rend(); ++it) {
        if (it->first == name) return it->second;
    }
    return std::nullopt;
}

std::optional<std::variant<LocalRef, CaptureRef>> FunctionScope::resolve(std::string_view name) {
    if (const auto slot = local(name)) return LocalRef{*slot};
    for (const auto& [captured, index] : captured_) {
        if (captured == name) return CaptureRef{index};
    }
    if (parent_ == nullptr) return std::nullopt;
    const auto outer = parent_->resolve(name);
    if (!outer) return std::nullopt;
    const auto index = static_cast<std::uint32_t>(code_.captures.size());
    if (const auto* found = std::get_if<LocalRef>(&*outer)) {
        code_.captures.push_back({true, found->slot});
    } else {
        code_.captures.push_back({false, std::get<CaptureRef>(*outer).index});
    }
    captured_.emplace_back(name, index);
    return CaptureRef{index};
}

}  // namespace fluxi::program
