// Manual pages, written from the declared commands and options: fluxi(1) and one for each
// subcommand. Text for troff with the macros of man(7).
#pragma once

#include <string>

namespace CLI {
class App;
}  // namespace CLI

namespace fluxi::cli {

/// The page of the program or of one of its commands.
std::string man_page(const CLI::App& command);
/// Its name without the section: `fluxi`, `fluxi-run`.
std::string man_name(const CLI::App& command);

}  // namespace fluxi::cli
