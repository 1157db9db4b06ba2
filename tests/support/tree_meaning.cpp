#include "tests/support/tree_meaning.hpp"

#include <string_view>
#include <vector>

#include "syntax/ast_text.hpp"

namespace fluxi::test {

namespace {

/// `role: Node detail @1:2-3:4` as its parts; the place is dropped.
struct Line {
    explicit Line(std::string_view line) {
        depth = line.find_first_not_of(' ');
        node = line.substr(depth, line.rfind(" @") - depth);
        const auto colon = node.find(": ");
        const auto space = node.find(' ');
        if (colon != std::string_view::npos && colon < space) {
            role = node.substr(0, colon + 2);
            node.remove_prefix(colon + 2);
        }
    }
    std::size_t depth = 0;
    std::string_view role{};
    std::string_view node{};
};

}  // namespace

std::string tree_meaning(const base::SourceMap& sources, const syntax::File& file) {
    const std::string text = syntax::ast_text(sources, file);
    std::string result;
    std::vector<std::size_t> parens;  // the depths of those around the line
    std::string_view role;            // that of parentheses is their content's
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const Line line(std::string_view(text).substr(at, end - at));
        at = end + 1;
        while (!parens.empty() && parens.back() >= line.depth) parens.pop_back();
        if (line.node.starts_with("Comment ")) continue;
        if (role.empty()) role = line.role;
        if (line.node == "ParenExpression") {
            parens.push_back(line.depth);
            continue;
        }
        result.append(line.depth - 2 * parens.size(), ' ');
        result += role;
        result += line.node;
        result.push_back('\n');
        role = {};
    }
    return result;
}

}  // namespace fluxi::test
