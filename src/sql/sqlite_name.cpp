#include "sql/sqlite_name.hpp"

#include <charconv>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "sql/name_text.hpp"

namespace fluxi::sql {

namespace {

using Parameters = std::vector<std::pair<std::string_view, std::string_view>>;

Parameters parameters_of(std::string_view query) {
    Parameters parameters;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view one = query.substr(0, end);
        const auto equals = std::min(one.find('='), one.size());
        parameters.emplace_back(one.substr(0, equals),
                                equals < one.size() ? one.substr(equals + 1) : std::string_view());
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return parameters;
}

bool is_on(std::string_view text) {
    return text == "1" || text == "true" || text == "on" || text == "yes";
}

/// The path of a URI `file:a`, `file:/a`, `file:///a`, `file://localhost/a`.
std::string path_of(std::string_view uri) {
    if (uri.substr(0, 2) == "//") {
        const auto slash = std::min(uri.find('/', 2), uri.size());
        uri.remove_prefix(slash);
    }
    return percent_decoded(uri);
}

void apply(SqliteName& result, std::string_view name, std::string_view text) {
    if (name == "_busy_timeout" || name == "_timeout") {
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), result.busy_timeout_ms);
        if (error != std::errc{} || end != text.data() + text.size()) {
            base::fail("sqlite3: {}={}: expected milliseconds", name, text);
        }
    } else if (name == "_foreign_keys" || name == "_fk") {
        result.foreign_keys = is_on(text);
    } else if (name.substr(0, 1) == "_") {
        base::fail(
            "sqlite3: the data source parameter {} is not built in; _busy_timeout and "
            "_foreign_keys are",
            name);
    }
}

}  // namespace

SqliteName parse_sqlite_name(std::string_view name) {
    if (name.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        base::fail("invalid data source url: empty path supplied");
    }
    SqliteName result;
    const bool is_uri = name.substr(0, 5) == "file:";
    const std::string_view without_fragment = is_uri ? name.substr(0, name.find('#')) : name;
    const auto mark = std::min(without_fragment.find('?'), without_fragment.size());
    const std::string_view base = without_fragment.substr(0, mark);
    const Parameters parameters = parameters_of(
        mark < without_fragment.size() ? without_fragment.substr(mark + 1) : std::string_view());
    bool memory = false;
    for (const auto& [parameter, text] : parameters) {
        apply(result, parameter, text);
        memory = memory || (is_uri && parameter == "mode" && text == "memory");
    }
    // SQLite itself takes no notice of the parameters that begin with `_`.
    result.open = std::string(is_uri ? name : base);
    if (!is_uri && base.find("://") != std::string_view::npos) {
        base::fail("sqlite3: {} is the name of another database; a path or file: is expected",
                   shown_path(base));
    }
    const std::string path = is_uri ? path_of(base.substr(5)) : std::string(base);
    if (!memory && path != ":memory:") {
        if (path.empty()) base::fail("invalid data source url: empty path supplied");
        result.file = path;
    }
    return result;
}

}  // namespace fluxi::sql
