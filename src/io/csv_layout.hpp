// What a header block of an annotated CSV says (semantics E.2): the columns with their types,
// defaults and group flags, the result's name and the default table id. Immutable; shared by the
// threads that parse rows.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/schema.hpp"
#include "value/time.hpp"
#include "value/time_layout.hpp"
#include "vec/key_test.hpp"

namespace fluxi::io {

/// A cell as it is stored in a column; texts are owned.
struct CsvCell {
    bool null = true;
    std::uint64_t bits = 0;  ///< of every type but string
    std::string text{};
    friend bool operator==(const CsvCell&, const CsvCell&) = default;
};

struct CsvColumn {
    std::string label;
    std::string datatype;
    table::ColumnType type = table::ColumnType::string;
    bool key = false;
    bool wanted = true;  ///< false: its cells are skipped
    /// For times that are not written as RFC 3339.
    std::optional<value::TimeLayout> layout{};
    CsvCell fallback{};  ///< what an empty cell stands for

    /// Reads a cell that is not empty. False, and why in `problem`, if it is not of the type.
    bool parse(std::string_view text, value::TimeParser& times, CsvCell& cell,
               std::string& problem) const;
};

struct CsvLayout {
    std::vector<CsvColumn> columns{};
    std::size_t fields = 0;  ///< of each row, with the annotation, result and table columns
    bool raw = false;        ///< no annotations: all columns are texts, one table
    std::string result{};
    std::string table{};        ///< the default table id, may be empty
    table::SchemaRef schema{};  ///< of the wanted columns
    /// Which tables' rows are left out; all of them must hold. Bound to `schema`.
    std::vector<std::shared_ptr<const vec::KeyTest>> key_tests{};

    /// Fields before the first column.
    [[nodiscard]] std::size_t lead() const noexcept { return raw ? 0 : 3; }
    /// Whether rows of the one are parsed as rows of the other.
    [[nodiscard]] bool same_rows(const CsvLayout& other) const;
};
using CsvLayoutRef = std::shared_ptr<const CsvLayout>;

/// Which columns are built: those of the group key and these; all if there is no choice, or if one
/// that is needed does not exist.
struct CsvChoice {
    std::vector<std::string> needed{};
    std::vector<std::string> welcome{};  ///< built if they exist
};
using CsvProjection = std::optional<CsvChoice>;

/// Collects the records of a header block. Errors are RuntimeErrors (Code::format) without a place.
class CsvHeader {
  public:
    explicit CsvHeader(const CsvProjection& projection) : projection_(projection) {}
    /// Takes the next record; true when the block is complete.
    bool add(const class CsvRecord& record);
    /// After `add` gave true.
    [[nodiscard]] CsvLayoutRef layout() const;
    /// Whether any annotation was seen.
    [[nodiscard]] bool begun() const noexcept { return datatypes_ || groups_ || defaults_; }
    /// The input ended inside the block. Throws if something was begun.
    void end() const;

    /// The layout of a file without annotations whose first record this is.
    static CsvLayoutRef raw(const CsvRecord& labels, const CsvProjection& projection);

  private:
    using Texts = std::vector<std::string>;
    void require_annotations() const;
    void add_annotation(const CsvRecord& record);
    [[nodiscard]] CsvColumn column(std::size_t i) const;

    const CsvProjection& projection_;
    std::size_t fields_ = 0;  ///< of the first record; 0 before it
    std::optional<Texts> datatypes_{};
    std::optional<Texts> groups_{};
    std::optional<Texts> defaults_{};
    std::optional<Texts> labels_{};
    std::string result_{};
    std::string table_{};
    bool error_table_ = false;  ///< the labels were those of an error, its values come next
};

}  // namespace fluxi::io
