#include "engine/package_finder.hpp"

namespace fluxi::engine {

namespace {

/// An import path stays below the search folder.
bool plain(std::string_view path) {
    return !path.empty() && path.front() != '/' && path.find("..") == std::string_view::npos;
}

}  // namespace

program::PackageFinder package_finder(std::shared_ptr<host::FileSystem> files,
                                      std::vector<std::string> folders) {
    return [files = std::move(files), folders = std::move(folders)](std::string_view path) {
        std::vector<std::pair<std::string, std::string>> found;
        if (!plain(path)) return found;
        for (const std::string& folder : folders) {
            const std::string place = folder + "/" + std::string(path);
            if (!files->exists(place)) continue;
            for (const auto& entry : files->list(place)) {
                const bool source =
                    entry.name.ends_with(".flux") && !entry.name.ends_with("_test.flux");
                if (entry.is_directory || !source) continue;
                const std::string file = place + "/" + entry.name;
                found.emplace_back(file, files->read(file));
            }
            if (!found.empty()) break;
        }
        return found;
    };
}

}  // namespace fluxi::engine
