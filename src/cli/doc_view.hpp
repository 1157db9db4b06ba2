// Documentation as it is read on a terminal: wrapped at its width, headings bold, code indented and
// coloured as the REPL does it, without the marks of Markdown. `fluxi doc` and the REPL's `.doc`
// share it. Where there is no terminal the text stays as the library writes it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/documentation.hpp"

namespace fluxi::cli {

struct DocView {
    std::size_t width = 0;  ///< columns; 0: there is no terminal
    bool color = false;     ///< bold headings, too

    /// What the terminal behind a descriptor can show.
    static DocView of(int descriptor);
};

/// `package.member` as scripts write it; without the package for members of the prelude.
std::string title_of(const engine::Documentation& doc);
/// The package behind a member of the prelude that bears its name, as `join` does.
std::optional<engine::Documentation> namesake(engine::Session& session,
                                              const engine::Documentation& doc);
/// A line for each: its title and what it is.
std::string doc_list(const std::vector<engine::Documentation>& all, const DocView& view);
/// A member, or a package with its members. Where a member of the prelude bears the name of a
/// package, that package comes behind it.
std::string doc_text(engine::Session& session, const engine::Documentation& doc,
                     const DocView& view);

}  // namespace fluxi::cli
