#include "tests/support/type_world.hpp"
#include "tests/support/project_dir.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fluxi::test {

namespace {

using namespace types;

class Comparison {
  public:
    Comparison(const PolyType& a, const PolyType& b) : a_(a), b_(b) {}

    bool same(TypeRef x, TypeRef y) {
        if (x == nullptr || y == nullptr) return x == y;
        if (x->tag != y->tag || x->name != y->name) return false;
        if (x->is(Tag::generic)) return same_generic(x->index, y->index);
        if (x->fields.size() != y->fields.size() || x->parameters.size() != y->parameters.size()) {
            return false;
        }
        for (std::size_t i = 0; i < x->parameters.size(); ++i) {
            const Parameter& p = x->parameters[i];
            const Parameter& q = y->parameters[i];
            if (p.name != q.name || p.mark != q.mark || !same(p.type, q.type)) return false;
        }
        for (std::size_t i = 0; i < x->fields.size(); ++i) {
            if (x->fields[i].name != y->fields[i].name ||
                !same(x->fields[i].type, y->fields[i].type)) {
                return false;
            }
        }
        return same(x->first, y->first) && same(x->second, y->second);
    }

  private:
    bool same_generic(std::uint32_t x, std::uint32_t y) {
        const auto there = forth_.try_emplace(x, y).first->second;
        const auto back = back_.try_emplace(y, x).first->second;
        return there == y && back == x && kinds_text(a_.kinds[x]) == kinds_text(b_.kinds[y]);
    }

    const PolyType& a_;
    const PolyType& b_;
    std::map<std::uint32_t, std::uint32_t> forth_{};
    std::map<std::uint32_t, std::uint32_t> back_{};
};

}  // namespace

bool same_signature(const PolyType& a, const PolyType& b) {
    return Comparison(a, b).same(a.type, b.type);
}

std::string project_file(const std::string& path) {
    std::ifstream in(std::string(fluxi::test::kProjectDir) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> project_files(const std::string& folder, std::string_view end) {
    std::vector<std::string> names;
    const std::filesystem::path root = std::filesystem::path(fluxi::test::kProjectDir) / folder;
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        std::string name = entry.path().filename().string();
        if (std::string_view(name).ends_with(end)) names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool matches_golden(const std::string& path, const std::string& text) {
    if (std::getenv("FLUXI_UPDATE") != nullptr) {
        std::ofstream(std::string(fluxi::test::kProjectDir) + "/" + path, std::ios::binary) << text;
        return true;
    }
    return project_file(path) == text;
}

}  // namespace fluxi::test
