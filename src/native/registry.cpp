#include "native/registry.hpp"

#include <algorithm>

#include <fmt/core.h>

namespace fluxi::native {

namespace {

std::string key_of(std::string_view package, std::string_view name) {
    return fmt::format("{}.{}", package, name);
}

value::Parameter parameter_of(std::string_view text) {
    if (text.starts_with("<-")) return {std::string(text.substr(2)), false, true};
    if (text.starts_with('?')) return {std::string(text.substr(1)), true, false};
    return {std::string(text), false, false};
}

bool agree(std::vector<value::Parameter> a, std::vector<value::Parameter> b) {
    const auto by_name = [](const value::Parameter& x, const value::Parameter& y) {
        return x.name < y.name;
    };
    std::sort(a.begin(), a.end(), by_name);
    std::sort(b.begin(), b.end(), by_name);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const value::Parameter& x, const value::Parameter& y) {
                          return x.name == y.name && x.optional == y.optional && x.pipe == y.pipe;
                      });
}

}  // namespace

PackageNatives Registry::package(std::string_view path) {
    return {*this, path};
}

bool Registry::contains(std::string_view package, std::string_view name) const {
    return definitions_.contains(key_of(package, name));
}

std::vector<std::pair<std::string, std::string>> Registry::names() const {
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& [key, definition] : definitions_)
        names.emplace_back(definition.package, definition.name);
    std::sort(names.begin(), names.end());
    return names;
}

value::Value Registry::builtin(const program::Package& package, const program::Cell& cell) const {
    const auto found = definitions_.find(key_of(package.path(), cell.name));
    if (found == definitions_.end()) {
        base::fail_with(base::Code::pending,
                        "{}{}{} is declared, but fluxi has no implementation of it yet",
                        package.path(), package.path().empty() ? "" : ".", cell.name);
    }
    const Definition& definition = found->second;
    if (!definition.call) return definition.constant;
    if (!agree(definition.parameters, cell.parameters)) {
        base::fail_with(base::Code::internal,
                        "the native {}.{} and its declaration have different parameters",
                        package.path(), cell.name);
    }
    return value::Value::of(
        value::make<Native>(definition, cell.type_text ? cell.type_text() : std::string()));
}

void PackageNatives::add(std::string_view name, std::initializer_list<std::string_view> parameters,
                         Definition definition) {
    definition.package = path_;
    definition.name = name;
    for (const std::string_view parameter : parameters)
        definition.parameters.push_back(parameter_of(parameter));
    registry_.definitions_.insert_or_assign(key_of(path_, name), std::move(definition));
}

void PackageNatives::constant(std::string_view name, value::Value v) {
    Definition definition;
    definition.constant = std::move(v);
    add(name, {}, std::move(definition));
}

void PackageNatives::raw(std::string_view name, std::initializer_list<std::string_view> parameters,
                         Implementation f) {
    Definition definition;
    definition.call = std::move(f);
    add(name, parameters, std::move(definition));
}

void PackageNatives::kernels(std::string_view name,
                             std::shared_ptr<const vec::KernelFactory> factory) {
    registry_.definitions_.at(key_of(path_, name)).kernels = std::move(factory);
}

std::shared_ptr<const vec::KernelFactory> PackageNatives::kernels(std::string_view name) const {
    return registry_.definitions_.at(key_of(path_, name)).kernels;
}

void PackageNatives::effect(std::string_view name,
                            std::initializer_list<std::string_view> parameters, Implementation f) {
    Definition definition;
    definition.call = std::move(f);
    definition.pure = false;
    add(name, parameters, std::move(definition));
}

}  // namespace fluxi::native
