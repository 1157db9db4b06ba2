#include "engine/documentation.hpp"

#include <algorithm>

#include "base/nearest.hpp"
#include "types/print.hpp"

namespace fluxi::engine {

namespace {

/// A line of a comment as readers see it: what stands behind `@` at the start of an example tells
/// its test how to run it (tests/README.md).
std::string_view readable(std::string_view line) {
    if (line.starts_with("```flux")) line = line.substr(0, line.find(" @"));
    return line;
}

/// The comment right before `offset`, without slashes. A blank line separates it from earlier ones.
std::string comment_before(const base::SourceMap& sources, const syntax::File& file,
                           std::uint32_t offset) {
    std::string text;
    const auto& source = sources.file(file.span.file);
    std::uint32_t last_line = 0;
    for (const syntax::Comment& comment : file.comments_before(offset)) {
        const std::uint32_t line = source.position(comment.span.begin).line;
        if (last_line != 0 && line > last_line + 1) text.clear();
        last_line = line;
        std::string_view content = sources.text(comment.span);
        content.remove_prefix(2);
        if (content.starts_with(' ')) content.remove_prefix(1);
        text += readable(content);
        text += '\n';
    }
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

std::string headline_of(const std::string& text) {
    std::string line = text.substr(0, text.find("\n\n"));
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

const types::PolyType* type_of(Session& session, const program::Package& package,
                               std::string_view name) {
    std::string reason;
    types::PackageTypes* types = session.library().import(package.path(), reason);
    return types == nullptr ? nullptr : types->member(name);
}

Documentation document(Session& session, const program::Package& package, std::uint32_t cell) {
    const program::Cell& member = package.cells()[cell];
    Documentation result;
    result.package = package.path();
    result.name = member.name;
    const types::PolyType* type = type_of(session, package, member.name);
    if (type != nullptr) result.type = types::signature(*type);
    const bool function = type != nullptr && type->type->tag == types::Tag::function;
    result.kind = member.kind == program::CellKind::option ? "option"
                  : function                               ? "function"
                                                           : "value";
    const syntax::File* file = session.packages().file_of(package, cell);
    if (file != nullptr) result.text = comment_before(session.sources(), *file, member.span.begin);
    result.headline = headline_of(result.text);
    return result;
}

Documentation document(Session& session, const program::Package& package) {
    Documentation result;
    result.package = package.path();
    result.kind = "package";
    if (!package.cells().empty()) {
        const syntax::File* file = session.packages().file_of(package, 0);
        if (file != nullptr && file->package) {
            result.text = comment_before(session.sources(), *file, file->package->span.begin);
        }
    }
    result.headline = headline_of(result.text);
    return result;
}

const program::Package* load(Session& session, std::string_view path) {
    base::Diagnostics ignored;
    return session.packages().load(path, {}, ignored);
}

bool exported(const program::Cell& cell) {
    return !cell.name.starts_with('_');
}

}  // namespace

std::optional<Documentation> find_documentation(Session& session, std::string_view name) {
    if (const auto* place = session.packages().prelude().find(name)) {
        return document(session, *place->package, place->cell);
    }
    const auto dot = name.rfind('.');
    if (dot != std::string_view::npos) {
        const program::Package* package = load(session, name.substr(0, dot));
        const std::uint32_t cell =
            package == nullptr ? program::Package::npos : package->find(name.substr(dot + 1));
        if (cell != program::Package::npos) return document(session, *package, cell);
        return std::nullopt;
    }
    return find_package_documentation(session, name);
}

std::optional<Documentation> find_package_documentation(Session& session, std::string_view path) {
    if (const program::Package* package = load(session, path)) return document(session, *package);
    return std::nullopt;
}

std::vector<Documentation> list_documentation(Session& session, std::string_view package) {
    std::vector<Documentation> all;
    for (const auto& path : session.packages().embedded_paths()) {
        if (!package.empty() && path != package) continue;
        const program::Package* found = load(session, path);
        if (found == nullptr) continue;
        for (std::uint32_t i = 0; i < found->cells().size(); ++i) {
            if (exported(found->cells()[i])) all.push_back(document(session, *found, i));
        }
    }
    std::sort(all.begin(), all.end(), [](const Documentation& a, const Documentation& b) {
        return std::tie(a.package, a.name) < std::tie(b.package, b.name);
    });
    return all;
}

std::string nearest_documented(Session& session, std::string_view name) {
    std::vector<std::string> names = session.packages().prelude().names();
    for (const auto& path : session.packages().embedded_paths()) {
        names.push_back(path);
        const program::Package* package = load(session, path);
        if (package == nullptr) continue;
        for (const auto& cell : package->cells()) {
            if (exported(cell)) names.push_back(path + "." + cell.name);
        }
    }
    const std::vector<std::string_view> views(names.begin(), names.end());
    return std::string(base::nearest(name, views));
}

}  // namespace fluxi::engine
