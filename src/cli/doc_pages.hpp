// The documentation of a package or a member as a page: Markdown, and HTML that is made of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/documentation.hpp"

namespace fluxi::cli {

struct DescribedParameter {
    std::string name{};
    std::string description{};
};
struct DocumentedExample {
    std::string title{};
    std::string arguments{};  ///< what stands behind `flux`: arguments of `fluxi run`, or "check"
    std::string script{};
    std::string output{};  ///< empty if it is only checked
};
/// What the list below `## Parameters` says.
std::vector<DescribedParameter> parameters_of(const engine::Documentation& doc);
/// The scripts below `## Examples` with what they print.
std::vector<DocumentedExample> examples_of(const engine::Documentation& doc);

/// The type of a member in lines as `fluxi fmt` breaks them.
std::string laid_out_type(const engine::Documentation& member);
/// The same with each parameter on a line of its own, where it is a function.
std::string spread_type(const engine::Documentation& member);

/// A member by itself: its headings begin at the first level.
std::string markdown_of(const engine::Documentation& member);
/// A package with its members.
std::string markdown_of(const engine::Documentation& package,
                        const std::vector<engine::Documentation>& members);
/// The list of packages, with links to their pages, which end in `extension`.
std::string markdown_index(const std::vector<engine::Documentation>& packages,
                           std::string_view extension);

/// A whole document without other files, of Markdown as it is written in the library: headings,
/// paragraphs, lists, fenced blocks, code and links.
std::string html_of(std::string_view title, std::string_view markdown);

}  // namespace fluxi::cli
