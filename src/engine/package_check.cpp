#include "engine/package_check.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/source.hpp"
#include "engine/public_value.hpp"
#include "syntax/parser.hpp"

namespace fluxi::engine {

namespace {

/// Whether a script could write it as a name: the parser says so.
bool is_name(std::string_view text) {
    const auto letter = [](char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    const auto part = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    if (text.empty() || !letter(text.front()) || !std::all_of(text.begin(), text.end(), part))
        return false;
    base::SourceMap sources;
    base::Diagnostics found;
    syntax::parse(sources, sources.add("name", std::string(text) + " = 1"), found);
    return !found.has_errors();
}

void check_source(const NativePackage& package) {
    if (package.source().empty()) return;
    base::SourceMap sources;
    base::Diagnostics found;
    syntax::parse(sources, sources.add(package.path(), package.source()), found);
    for (const base::Diagnostic& problem : found.all()) {
        if (problem.severity != base::Severity::error) continue;
        const base::Position place = sources.file(problem.span.file).position(problem.span.begin);
        base::fail("the package {}: its source, line {}: {}", package.path(), place.line,
                   problem.message);
    }
}

void check_type(const NativePackage& package, std::string_view function, std::string_view what,
                std::string_view type) {
    if (nature_of(type) != value::Nature::none) return;
    base::fail(
        "the package {}: {} of {} has the type \"{}\"; there are bool, int, uint, float, string, "
        "time and duration",
        package.path(), what, function, type);
}

void check_function(const NativePackage& package, const NativePackage::Function& function) {
    if (!function.call)
        base::fail("the package {}: {} has no function to call", package.path(), function.name);
    check_type(package, function.name, "the result", function.result);
    std::set<std::string_view> names;
    for (const NativePackage::Parameter& parameter : function.parameters) {
        if (!is_name(parameter.name) || !names.insert(parameter.name).second) {
            base::fail(
                "the package {}: {} has a parameter \"{}\", which is no name, or is there twice",
                package.path(), function.name, parameter.name);
        }
        check_type(package, function.name, "the parameter " + parameter.name, parameter.type);
    }
}

void check_package(const NativePackage& package) {
    const std::string_view path = package.path();
    const auto slash = path.rfind('/');
    const std::string_view last = slash == path.npos ? path : path.substr(slash + 1);
    const bool printable = std::all_of(path.begin(), path.end(), [](char c) {
        return c > ' ' && c < '\x7f' && c != '"' && c != '\\';
    });
    if (!printable || !is_name(last)) {
        base::fail(
            "a package cannot have the path \"{}\": it has to end in a name, as acme/units does",
            path);
    }
    std::set<std::string_view> names;
    for (const NativePackage::Function& function : package.functions()) {
        if (!is_name(function.name) || !names.insert(function.name).second) {
            base::fail("the package {} has a function \"{}\", which is no name, or is there twice",
                       path, function.name);
        }
        check_function(package, function);
    }
    check_source(package);
}

}  // namespace

void check_packages(const std::vector<NativePackage>& own, const program::Packages& packages) {
    if (own.empty()) return;
    const std::vector<std::string> taken = packages.embedded_paths();
    std::set<std::string_view> paths;
    for (const NativePackage& package : own) {
        if (std::find(taken.begin(), taken.end(), package.path()) != taken.end()) {
            base::fail("the package {} is one of fluxi's own: give yours another path",
                       package.path());
        }
        if (!paths.insert(package.path()).second)
            base::fail("there are two packages {}", package.path());
        check_package(package);
    }
}

}  // namespace fluxi::engine
