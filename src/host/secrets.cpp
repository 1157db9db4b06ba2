#include "host/secrets.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace fluxi::host {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r";
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::map<std::string, std::string> parse_json(std::string_view text, std::string_view file_name) {
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (!document.is_object()) {
        base::fail_with(base::Code::format,
                        "secrets file {}: begins with \"{{\" but is not a JSON object", file_name);
    }
    std::map<std::string, std::string> values;
    for (const auto& item : document.items()) {
        if (!item.value().is_string()) {
            base::fail_with(base::Code::format,
                            "secrets file {}: the value of \"{}\" is a JSON {}, expected a string",
                            file_name, item.key(), item.value().type_name());
        }
        values[item.key()] = item.value().get<std::string>();
    }
    return values;
}

}  // namespace

std::optional<std::string> MapSecrets::get(const std::string& key) const {
    const auto found = values_.find(key);
    if (found == values_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> EnvironmentSecrets::get(const std::string& key) const {
    return environment_->get(prefix_ + key);
}

std::optional<std::string> ChainedSecrets::get(const std::string& key) const {
    for (const auto& source : sources_) {
        if (auto value = source->get(key)) return value;
    }
    return std::nullopt;
}

std::map<std::string, std::string> parse_secrets(std::string_view text,
                                                 std::string_view file_name) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == '{') return parse_json(text, file_name);

    std::map<std::string, std::string> values;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#') continue;
        const auto equals = line.find('=');
        const auto key = trimmed(line.substr(0, equals));
        if (equals == std::string_view::npos || key.empty()) {
            // The line itself is not shown, since it may hold a secret.
            base::fail_with(base::Code::format, "secrets file {}, line {}: expected key=value",
                            file_name, number);
        }
        values[std::string(key)] = std::string(trimmed(line.substr(equals + 1)));
    }
    return values;
}

}  // namespace fluxi::host
