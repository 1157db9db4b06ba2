// The formats of results by name: the one list that the command line, its help and its guess from a
// file name use.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "io/output.hpp"
#include "io/pretty_writer.hpp"
#include "io/result_writer.hpp"

namespace fluxi::io {

struct FormatInfo {
    std::string_view name;
    std::string_view description;  ///< one line, for help
};

/// All formats, in the order in which help shows them. `annotated-csv` is another name of csv and
/// not listed.
std::span<const FormatInfo> result_formats();

/// The format that a file name's ending suggests (.csv, .tsv, .json, .jsonl, .ndjson, .md,
/// .txt, .svg);
/// nothing for another.
std::optional<std::string_view> format_of_file(std::string_view file_name);

/// A writer of this format. `options` are of use to formats for people.
/// @throws base::RuntimeError for an unknown format, naming those there are and the nearest
std::unique_ptr<ResultWriter> make_writer(std::string_view format, Output& output,
                                          const PrettyOptions& options = {});

}  // namespace fluxi::io
