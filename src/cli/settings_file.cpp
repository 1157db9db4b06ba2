#include "cli/settings_file.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <fmt/core.h>

#include "base/error.hpp"
#include "store/store.hpp"

namespace fluxi::cli {

namespace {

constexpr std::string_view kName = "fluxi.toml";

[[noreturn]] void fail(const std::string& file, const toml::source_region& place,
                       const std::string& message) {
    base::fail_with(base::Code::file, "{}:{}: {}", file, place.begin.line, message);
}

std::string path_in(const std::string& folder, const std::string& path) {
    return path.starts_with('/') || folder.empty() ? path : folder + "/" + path;
}

const std::string& text_of(const std::string& file, std::string_view name, const toml::node& node) {
    const auto* text = node.as_string();
    if (text == nullptr) fail(file, node.source(), fmt::format("{} must be a text", name));
    return text->get();
}

/// What is set already stays.
void read(const host::FileSystem& files, const std::string& folder, FileSettings& settings) {
    const std::string file = path_in(folder, std::string(kName));
    if (!files.exists(file)) return;
    toml::table table;
    try {
        table = toml::parse(files.read(file), file);
    } catch (const toml::parse_error& error) {
        fail(file, error.source(), std::string(error.description()));
    }
    for (const auto& [key, node] : table) {
        const std::string_view name = key.str();
        if (name == "data") {
            if (settings.data.empty()) settings.data = path_in(folder, text_of(file, name, node));
        } else if (name == "mounts" && node.is_table()) {
            for (const auto& [bucket, path] : *node.as_table()) {
                settings.mounts.emplace(std::string(bucket.str()),
                                        path_in(folder, text_of(file, bucket.str(), path)));
            }
        } else {
            fail(file, key.source(),
                 fmt::format("{} means nothing here; `data` and the table `mounts` do", name));
        }
    }
}

std::string configuration_folder(const host::Environment& environment) {
    if (const auto folder = environment.get("XDG_CONFIG_HOME"); folder && !folder->empty())
        return *folder + "/fluxi";
    if (const auto home = environment.get("HOME"); home && !home->empty())
        return *home + "/.config/fluxi";
    return {};
}

}  // namespace

FileSettings file_settings(const host::Host& host, const std::string& script_folder) {
    FileSettings settings;
    read(*host.files, script_folder, settings);
    const std::string folder = configuration_folder(*host.environment);
    if (!folder.empty()) read(*host.files, folder, settings);
    return settings;
}

std::string data_file(const host::Host& host, const std::string& option,
                      const FileSettings& settings) {
    const bool named = !option.empty() || host.environment->get("FLUXI_DATA").has_value();
    return store::store_path(named ? option : settings.data, *host.environment);
}

std::string settings_help() {
    const host::Host host;
    std::string text =
        "Settings for buckets: fluxi.toml beside the script (with -e and - in the working folder)";
    const std::string folder = configuration_folder(*host.environment);
    if (folder.empty()) return text + ".";
    const std::string file = path_in(folder, std::string(kName));
    return text + fmt::format(", then {} ({}).", file,
                              host.files->exists(file) ? "it is used" : "not there");
}

}  // namespace fluxi::cli
