#include "engine/test_tree.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/nearest.hpp"

namespace fluxi::engine {

namespace {

constexpr std::string_view kRootFile = "fluxtest.root";
constexpr std::string_view kTestEnding = "_test.flux";

std::string absolute(const std::string& path) {
    std::string text = std::filesystem::absolute(path).lexically_normal().string();
    if (text.size() > 1 && text.back() == '/') text.pop_back();
    return text;
}

std::string joined(const std::string& folder, const std::string& name) {
    if (folder.empty() || folder == ".") return name;
    return folder.back() == '/' ? folder + name : folder + '/' + name;
}

bool is_below(const std::string& path, const std::string& folder) {
    return folder == "/" ||
           (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// A root file is the name of the module, or a JSON object with `name` and `tags`.
TestRoot parse_root(std::string_view text, const std::string& file) {
    TestRoot root;
    text = trimmed(text);
    const auto in_name = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' ||
               c == '.' || c == '/';
    };
    if (std::all_of(text.begin(), text.end(), in_name)) {
        root.name = text;
    } else {
        const auto json = nlohmann::json::parse(text, nullptr, false);
        const auto strings = [](const nlohmann::json& list) {
            return list.is_array() && std::all_of(list.begin(), list.end(),
                                                  [](const auto& e) { return e.is_string(); });
        };
        if (!json.is_object() || !json.contains("name") || !json["name"].is_string() ||
            (json.contains("tags") && !strings(json["tags"]))) {
            base::fail_with(base::Code::format,
                            "{}: expected the name of a module, or a JSON object with a string "
                            "\"name\" and a list of strings \"tags\"",
                            file);
        }
        root.name = json["name"].get<std::string>();
        if (json.contains("tags")) root.tags = json["tags"].get<std::vector<std::string>>();
    }
    if (root.name.empty()) {
        base::fail_with(base::Code::format, "{}: test module name must be non-empty", file);
    }
    return root;
}

}  // namespace

void TestTree::add(const std::string& path) {
    if (path.ends_with(".flux")) {
        if (!files_->exists(path)) base::fail_with(base::Code::file, "{}: no such file", path);
        find_roots(std::filesystem::path(absolute(path)).parent_path().string());
        add_file(path);
        return;
    }
    if (!files_->exists(path)) {
        base::fail_with(base::Code::file, "{}: no such file or folder", path);
    }
    find_roots(absolute(path));
    walk(path);
}

void TestTree::add_file(const std::string& path) {
    std::string full = absolute(path);
    const bool known = std::any_of(found_.begin(), found_.end(),
                                   [&](const TestFile& f) { return f.absolute == full; });
    if (!known) found_.push_back({path, std::move(full)});
}

void TestTree::walk(const std::string& path) {
    for (const host::DirectoryEntry& entry : files_->list(path)) {
        const std::string place = joined(path, entry.name);
        if (entry.is_directory) {
            walk(place);
        } else if (entry.name == kRootFile) {
            read_root(absolute(path));
        } else if (entry.name.ends_with(kTestEnding)) {
            add_file(place);
        }
    }
}

void TestTree::find_roots(std::string folder) {
    while (true) {
        if (files_->exists(joined(folder, std::string(kRootFile)))) read_root(folder);
        const std::string parent = std::filesystem::path(folder).parent_path().string();
        if (parent == folder || parent.empty()) return;
        folder = parent;
    }
}

void TestTree::read_root(const std::string& folder) {
    for (const TestRoot& known : roots_) {
        if (known.folder == folder) return;
    }
    const std::string file = joined(folder, std::string(kRootFile));
    TestRoot root = parse_root(files_->read(file), file);
    root.folder = folder;
    for (const TestRoot& known : roots_) {
        if (known.name == root.name) {
            base::fail_with(base::Code::file, "duplicate test module \"{}\", in {} and {}",
                            root.name, known.folder, folder);
        }
    }
    roots_.push_back(std::move(root));
}

const TestRoot* TestTree::root_of(const TestFile& file) const {
    const TestRoot* best = nullptr;
    for (const TestRoot& root : roots_) {
        if (!is_below(file.absolute, root.folder)) continue;
        if (best == nullptr || root.folder.size() > best->folder.size()) best = &root;
    }
    return best;
}

std::vector<std::string> TestTree::tags() const {
    std::vector<std::string> all;
    for (const TestRoot& root : roots_) all.insert(all.end(), root.tags.begin(), root.tags.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

TestTree::Place TestTree::resolve(std::string_view extended) const {
    const auto slash = extended.find('/');
    if (slash == std::string_view::npos) {
        base::fail_with(base::Code::bad_statement,
                        "testcase path must contain a module name: \"{}\" is to have the form "
                        "MODULE/path/of/file_test.NAME",
                        extended);
    }
    const std::string_view module = extended.substr(0, slash);
    const auto root = std::find_if(roots_.begin(), roots_.end(),
                                   [&](const TestRoot& r) { return r.name == module; });
    if (root == roots_.end()) {
        std::vector<std::string_view> names;
        for (const TestRoot& r : roots_) names.emplace_back(r.name);
        const std::string_view near = base::nearest(module, names);
        base::fail_with(base::Code::bad_statement, "test module \"{}\" not found{}", module,
                        near.empty()
                            ? fmt::format("; a file {} names the modules there are", kRootFile)
                            : fmt::format("; did you mean \"{}\"?", near));
    }
    std::string_view file = extended.substr(slash + 1);
    Place place;
    if (const auto dot = file.rfind('.');
        dot != std::string_view::npos && file.find('/', dot) == std::string_view::npos) {
        place.testcase = file.substr(dot + 1);
        file = file.substr(0, dot);
    }
    place.file = joined(root->folder, std::string(file) + ".flux");
    return place;
}

}  // namespace fluxi::engine
