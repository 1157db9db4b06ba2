#include "engine/own_packages.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "engine/own_kernels.hpp"
#include "engine/public_value.hpp"

namespace fluxi::engine {

namespace {

/// Where the statements behind the imports of a Flux text begin.
std::size_t after_imports(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t end = std::min(text.find('\n', line), text.size() - 1) + 1;
        if (text.substr(line).starts_with("import ")) at = end;
        line = end;
    }
    return at;
}

std::string declaration(const NativePackage& package) {
    const std::size_t slash = package.path().rfind('/');
    std::string text = fmt::format(
        "package {}\n", package.path().substr(slash == std::string::npos ? 0 : slash + 1));
    const std::size_t imports = after_imports(package.source());
    text += package.source().substr(0, imports);
    if (!text.ends_with('\n')) text += '\n';
    for (const auto& function : package.functions()) {
        text += fmt::format("builtin {} : (", function.name);
        for (std::size_t i = 0; i < function.parameters.size(); ++i) {
            const auto& parameter = function.parameters[i];
            text += fmt::format("{}{}{}: {}", i == 0 ? "" : ", ", parameter.optional ? "?" : "",
                                parameter.name, parameter.type);
        }
        text += fmt::format(") => {}\n", function.result);
    }
    return text + package.source().substr(imports);
}

std::variant<Value, Error> call_guarded(const NativePackage::Function& function,
                                        std::span<const Value> arguments) {
    try {
        return function.call(arguments);
    } catch (const std::exception& error) {
        return Error{error.what()};
    } catch (...) {
        return Error{"an exception of unknown type"};
    }
}

/// The arguments of a call; nothing if one that has to be there is null.
std::optional<std::vector<Value>> arguments_of(const NativePackage::Function& function,
                                               const native::Arguments& given) {
    std::vector<Value> arguments;
    arguments.reserve(function.parameters.size());
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        const NativePackage::Parameter& parameter = function.parameters[i];
        if (!given.has(i) || given.at(i).is_null()) {
            if (!parameter.optional) return std::nullopt;
            arguments.emplace_back(Null{});
            continue;
        }
        if (given.at(i).nature() != nature_of(parameter.type)) given.fail(i, parameter.type);
        arguments.push_back(*to_public(given.at(i)));
    }
    return arguments;
}

native::Implementation implementation(std::shared_ptr<const NativePackage::Function> shared) {
    return [shared = std::move(shared)](eval::Evaluator&, const native::Arguments& given) {
        const NativePackage::Function& function = *shared;
        const auto null = value::Value::null(nature_of(function.result));
        const auto arguments = arguments_of(function, given);
        if (!arguments) return null;
        const auto made = call_guarded(function, *arguments);
        if (const auto* error = std::get_if<Error>(&made)) {
            base::fail("{}: {}", function.name, error->message);
        }
        value::Value result = to_internal(std::get<Value>(made));
        if (result.is_null()) return null;
        if (result.nature() != null.nature()) {
            base::fail("{}: the function returned a value of type {}, its signature says {}",
                       function.name, value::nature_name(result.nature()), function.result);
        }
        return result;
    };
}

}  // namespace

OwnPackages::OwnPackages(const std::vector<NativePackage>& packages, const native::Registry& others)
    : others_(others) {
    for (const NativePackage& package : packages) {
        texts_.insert_or_assign(package.path(), declaration(package));
        for (const auto& function : package.functions()) {
            native::Definition definition;
            definition.package = package.path();
            definition.name = function.name;
            for (const auto& parameter : function.parameters)
                definition.parameters.push_back({parameter.name, parameter.optional, false});
            const auto shared = std::make_shared<NativePackage::Function>(function);
            definition.call = implementation(shared);
            definition.kernels = own_kernels(shared);
            definition.pure = function.effects == Effects::none;
            definitions_.insert_or_assign({package.path(), function.name}, std::move(definition));
        }
    }
}

program::PackageFinder OwnPackages::finder(program::PackageFinder next) const {
    return [this, next = std::move(next)](std::string_view path) {
        const auto own = texts_.find(path);
        if (own == texts_.end()) return next(path);
        return std::vector{std::pair(fmt::format("<{}>", path), own->second)};
    };
}

value::Value OwnPackages::builtin(const program::Package& package,
                                  const program::Cell& cell) const {
    const auto own = definitions_.find({std::string(package.path()), std::string(cell.name)});
    if (own == definitions_.end()) return others_.builtin(package, cell);
    return value::Value::of(value::make<native::Native>(
        own->second, cell.type_text ? cell.type_text() : std::string()));
}

}  // namespace fluxi::engine
