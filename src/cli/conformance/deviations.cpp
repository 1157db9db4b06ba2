#include "cli/conformance/deviations.hpp"

#include <optional>

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/error.hpp"
#include "host/file_system.hpp"

namespace fluxi::cli::conformance {

namespace {

[[noreturn]] void fail(const std::string& file, const toml::source_region& place,
                       std::string_view message) {
    base::fail_with(base::Code::file, "{}:{}: {}", file, place.begin.line, message);
}

}  // namespace

Deviations Deviations::read(const std::string& file) {
    toml::table table;
    try {
        table = toml::parse(host::LocalFileSystem().read(file), file);
    } catch (const toml::parse_error& error) {
        fail(file, error.source(), error.description());
    }
    Deviations found;
    for (const auto& [key, node] : table) {
        if (key.str() != "deviation" || !node.is_array_of_tables())
            fail(file, key.source(), "only [[deviation]] means something here");
        for (const auto& entry : *node.as_array()) {
            const toml::table& one = *entry.as_table();
            const auto reason = one["reason"].value<std::string>();
            const toml::array* cases = one["cases"].as_array();
            if (!reason || reason->empty() || cases == nullptr)
                fail(file, one.source(), "a [[deviation]] has a `reason` and a list of `cases`");
            for (const auto& item : *cases) {
                auto name = item.value<std::string>();
                if (!name || name->empty()) fail(file, item.source(), "a case is a text");
                if (name->back() == '*') {
                    found.prefixes_.emplace(name->substr(0, name->size() - 1), *reason);
                } else if (!found.reasons_.emplace(*name, *reason).second) {
                    fail(file, item.source(), "this case is listed twice");
                }
            }
        }
    }
    return found;
}

void Deviations::apply(CaseOutcome& outcome) {
    std::optional<std::string> reason;
    if (const auto found = reasons_.find(outcome.name); found != reasons_.end()) {
        used_.insert(found->first);
        reason = found->second;
    } else {
        for (const auto& [prefix, text] : prefixes_) {
            if (!outcome.name.starts_with(prefix)) continue;
            used_.insert(prefix + "*");
            // A whole family need not fail to the last.
            if (outcome.status == Status::failed) reason = text;
        }
    }
    if (!reason) return;
    outcome.reason = *reason;
    if (outcome.status == Status::failed) outcome.status = Status::known;
    if (outcome.status == Status::passed) outcome.status = Status::surprising;
}

std::vector<std::string> Deviations::unused() const {
    std::vector<std::string> names;
    for (const auto& entry : reasons_) {
        if (!used_.contains(entry.first)) names.push_back(entry.first);
    }
    for (const auto& entry : prefixes_) {
        if (!used_.contains(entry.first + "*")) names.push_back(entry.first + "*");
    }
    return names;
}

}  // namespace fluxi::cli::conformance
