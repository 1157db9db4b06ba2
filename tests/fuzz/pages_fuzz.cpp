// What `fluxi conformance` reads: pages in Markdown, remarks in examples, expected tables, types of
// signatures. Any text gives pieces of itself, and never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/conformance/examples.hpp"
#include "cli/conformance/expected_values.hpp"
#include "cli/conformance/markdown.hpp"
#include "cli/conformance/remarks.hpp"
#include "cli/conformance/tables.hpp"
#include "cli/conformance/type_text.hpp"

namespace {

using namespace fluxi::cli::conformance;

void check_page(std::string_view text) {
    const Page page = read_markdown(text);
    std::size_t line = 0;
    for (const Piece& piece : page.pieces) {
        if (piece.line < line || piece.line == 0) std::abort();
        line = piece.line;
        for (const Row& row : piece.table.rows) {
            if (row.size() != piece.table.columns.size()) std::abort();
        }
    }
    for (const Example& example : find_examples(page).examples) {
        (void)lines_said_to_fail(example.code);
        (void)split_at_remarks(example.code);
    }
}

void check_tables(std::string_view text) {
    try {
        for (const Result& result : parse_annotated(text)) {
            for (const Table& table : result.tables) {
                for (const Row& row : table.rows) {
                    if (row.size() != table.columns.size()) std::abort();
                }
                (void)key_text(table);
                (void)columns_text(table);
            }
        }
    } catch (const Malformed&) {
        return;  // an error that the command reports
    }
}

void check_remarks(std::string_view text) {
    (void)lines_said_to_fail(text);
    if (split_at_remarks(text).empty()) std::abort();
    const auto middle = text.find('\n');
    if (middle != text.npos) {
        (void)says_the_same(text.substr(0, middle), text.substr(middle + 1));
        if (!says_the_same(text, text)) return;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 5) {
        case 0:
            check_remarks(text);
            break;
        case 1:
            check_tables(text);
            break;
        case 2:
            if (const auto type = canonical_type(text)) {
                // The name of a label may be any text, which is not written as one.
                const auto again = canonical_type(*type);
                if (text.find('"') == text.npos && again != type) std::abort();
            }
            break;
        case 3:
            (void)altered_tests(text, "t");
            break;
        default:
            check_page(text);
    }
    return 0;
}
