#include "types/environment.hpp"

namespace fluxi::types {

Binding* Environment::find(std::string_view name) {
    const auto found = places_.find(name);
    if (found == places_.end() || found->second.empty()) return nullptr;
    return &bindings_[found->second.back()].binding;
}

const Binding* Environment::find_here(std::string_view name) {
    const auto found = places_.find(name);
    if (found == places_.end() || found->second.empty()) return nullptr;
    const std::size_t place = found->second.back();
    const bool here = scopes_.empty() || place >= scopes_.back();
    return here ? &bindings_[place].binding : nullptr;
}

const PolyType* Environment::prelude_member(std::string_view name) {
    if (own_package_ != nullptr) {
        if (const PolyType* type = own_package_->member(name)) return type;
    }
    PackageTypes* package = prelude_package(name);
    return package == nullptr ? nullptr : package->member(name);
}

PackageTypes* Environment::prelude_package(std::string_view name) const {
    if (name.starts_with('_')) return nullptr;
    for (PackageTypes* package : prelude_) {
        if (package->member(name) != nullptr) return package;
    }
    return nullptr;
}

bool Environment::is_prelude_option(std::string_view name) const {
    for (const PackageTypes* package : prelude_) {
        if (package->is_option(name)) return true;
    }
    return false;
}

void Environment::define(std::string_view name, Binding binding) {
    auto found = places_.find(name);
    if (found == places_.end()) found = places_.emplace(std::string(name), Places{}).first;
    found->second.push_back(bindings_.size());
    bindings_.push_back({&found->first, std::move(binding)});
}

void Environment::leave_scope() {
    while (bindings_.size() > scopes_.back()) {
        Places& places = places_.find(*bindings_.back().name)->second;
        if (!places.empty() && places.back() == bindings_.size() - 1) places.pop_back();
        bindings_.pop_back();
    }
    scopes_.pop_back();
}

void Environment::forget(std::string_view name) {
    const auto found = places_.find(name);
    if (found == places_.end()) return;
    std::erase_if(found->second, [&](std::size_t place) {
        return bindings_[place].binding.kind == Binding::Kind::import;
    });
}

std::vector<std::string_view> Environment::names() const {
    std::vector<std::string_view> names;
    for (const auto& [name, places] : places_) {
        if (!places.empty()) names.push_back(name);
    }
    for (const PackageTypes* package : prelude_) {
        for (const std::string_view name : package->members()) {
            if (!name.starts_with('_')) names.push_back(name);
        }
    }
    return names;
}

}  // namespace fluxi::types
