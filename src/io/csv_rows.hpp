// Turns the rows of a block into columns. Cells that are the same in all rows of a table (table id,
// group key) are compared with the bytes of the row before and not read again; the other wanted
// cells go straight into arrays; whatever is unusual (quotes, odd spellings, a new table) sends the
// row through the careful reader. One parser per thread and layout; it knows nothing of other
// blocks, so whether the first table of a block goes on from the block before is decided by the
// CsvReader.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "io/csv_layout.hpp"
#include "io/csv_record.hpp"
#include "table/builder.hpp"

namespace fluxi::io {

/// Rows of one block. Key columns have one value per run.
struct CsvRows {
    struct Run {
        std::uint32_t begin = 0;
        std::string id{};       ///< the table id of its first row, may be empty
        bool left_out = false;  ///< its rows are, by the key tests of the layout
    };
    std::vector<table::Column> columns{};  ///< as in the layout's schema
    std::vector<Run> runs{};
    std::uint32_t rows = 0;
};

struct CsvParsed {
    std::vector<CsvRows> rows{};
    const char* stopped = nullptr;  ///< where a header block begins, or the end of the block
    std::uint64_t lines = 0;        ///< line feeds before `stopped`
    std::string error{};            ///< what is wrong with the row after the last; empty if nothing
};

/// Appends a cell to a column of its type.
void append_cell(table::Builder& values, const CsvCell& cell);

class CsvRowParser {
  public:
    CsvRowParser(CsvLayoutRef layout, std::uint32_t max_rows);
    [[nodiscard]] const CsvLayoutRef& layout() const noexcept { return layout_; }
    /// Parses from `begin` up to a header block, an error or `end`.
    [[nodiscard]] CsvParsed parse(const char* begin, const char* end, bool added_end);

  private:
    enum class Kind : std::uint8_t {
        same,  ///< one or more cells that are compared with the row before
        skip,
        boolean,
        integer,
        uinteger,
        floating,
        text,
        time,
        other_time,  ///< in a layout of its own
    };
    struct Step {
        Kind kind = Kind::same;
        std::uint32_t first = 0;  ///< field of the record
        std::uint32_t last = 0;
        std::uint32_t out = 0;           ///< index in out_
        const char* previous = nullptr;  ///< of `same`: the bytes of the row before, with what ends
                                         ///< them
        std::size_t length = 0;
    };
    /// A column that is being filled, one value per row.
    struct Out {
        const CsvColumn* column = nullptr;
        std::size_t position = 0;  ///< in the schema
        std::shared_ptr<table::Buffer> memory{};
        std::byte* values = nullptr;
        std::shared_ptr<table::Buffer> validity{};
        std::uint8_t* valid = nullptr;
        std::shared_ptr<table::StringHeap> heap{};
        std::array<table::StringView, 64> recent{};  ///< texts of the heap, found by hash
        value::TimeParser times{};
    };

    void make_steps();
    /// Makes room for the rows that begin at `p`, as many as there may be by the size of the first.
    void begin_rows(const char* p, const char* end);
    void end_rows(CsvParsed& parsed);
    /// Each of these reads at `p` and leaves it behind what was read, or returns false.
    bool fast_row(const char*& p, const char* end);
    bool fast_cell(const Step& step, const char*& p);
    static bool fast_time(Out& out, const char*& p, std::int64_t& time);
    bool fast_text(Out& out, const char*& p);
    /// False at a header (`p` stays) and where an error was noted.
    bool careful_row(const char*& p, const char* end, bool added_end, CsvParsed& parsed);
    bool careful_cells(CsvParsed& parsed);
    /// Where what a step reads ends in the record, with what ends it.
    [[nodiscard]] const char* step_end(const Step& step, const char* next) const;
    /// Whether the record has the bytes of the row before in the table id and the key.
    [[nodiscard]] bool goes_on(const char* next) const;
    bool read_key(CsvParsed& parsed);
    /// Opens a run of the table `id` with the key that was read. Rows of one table may differ in
    /// key columns; each has its own value there, and the first says what the table's key is.
    void open_run(std::string_view id);
    /// Whether the rows of a table with the key of the run that opens are left out.
    [[nodiscard]] bool leaves_out() const;
    /// Leaves a row of a run that is left out behind, if it is clear that it is one.
    bool skip_row(const char*& p, const char* end) const;
    bool read_cell(const CsvColumn& column, value::TimeParser& times, std::string_view text,
                   CsvCell& cell, CsvParsed& parsed);
    void append_run_key();
    void put(Out& out, const CsvCell& cell);
    void put_text(Out& out, std::string_view text);
    template <typename T>
    void put_value(Out& out, T v) {
        reinterpret_cast<T*>(out.values)[rows_] = v;
        if (out.valid != nullptr) out.valid[rows_] = 1;
    }
    void put_null(Out& out);

    CsvLayoutRef layout_;
    std::uint32_t max_rows_;
    std::vector<Step> steps_{};
    std::size_t last_same_ = 0;  ///< the last step that compares
    std::vector<Out> out_{};
    std::vector<std::uint32_t> keys_{};  ///< columns of the layout that are key columns
    std::vector<table::Builder> key_values_{};
    std::vector<CsvCell> run_key_{};  ///< of the run that is open
    std::vector<CsvCell> row_key_{};
    std::vector<CsvRows::Run> runs_{};
    std::uint32_t rows_ = 0;
    std::uint32_t capacity_ = 0;
    CsvRecord record_{};
    CsvCell cell_{};
    value::TimeParser key_times_{};
};

}  // namespace fluxi::io
