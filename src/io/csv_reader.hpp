// Reads CSV into batches, annotated or raw (semantics E.2): what csv.from and files as buckets pull
// from. Tables keep their order and number; the same key twice is two tables. Owns the input, its
// blocks and its threads; batches own their columns and outlive the reader.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "host/file_system.hpp"
#include "io/csv_layout.hpp"
#include "io/csv_pipeline.hpp"
#include "table/batch.hpp"

namespace fluxi::io {

struct CsvReaderOptions {
    std::string name = "CSV";  ///< what messages call the input
    bool raw = false;          ///< no annotations: one table of texts, the first row has the labels
    CsvProjection columns{};   ///< builds only these and the group key
    /// Rows of a table are left out, and the table comes without rows, if a test of these for its
    /// schema says that none of them is wanted. Called by the thread that reads.
    std::vector<std::function<std::shared_ptr<const vec::KeyTest>(const table::SchemaRef&)>>
        key_tests{};
    std::size_t threads = 1;           ///< how many parse, the caller's among them
    std::uint32_t batch_rows = 16384;  ///< at most, in one batch
    std::size_t block = CsvBlocks::kBlock;
};

class CsvReader {
  public:
    CsvReader(std::unique_ptr<host::InputFile> input, CsvReaderOptions options);
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// The next rows of the present result; false at its end. Throws base::RuntimeError
    /// (Code::format) with the line where the input is not what it should be, after everything
    /// before that line was given.
    bool next(table::Batch& batch);
    /// Goes on to the next result, past what is left of this one; false at the end of the input.
    /// Not needed for the first.
    bool next_result();
    /// The name of the present result as its `#default` annotation tells it; valid after `next`.
    [[nodiscard]] const std::string& result() const noexcept { return result_; }

  private:
    enum class Place : std::uint8_t {
        header,    ///< a header block, or the end, comes next
        rows,      ///< rows of `layout_`
        boundary,  ///< the header of another result was read
        end,
    };

    void advance();
    bool fetch();
    bool read_record();
    void read_header();
    void enter(CsvLayoutRef layout);
    CsvLayoutRef with_tests(const CsvLayoutRef& layout);
    void read_rows();
    void take_parsed(CsvParsed& parsed);
    void add(CsvRows& rows);
    void drop_left_out(CsvRows& rows) const;
    void end_tables();
    [[noreturn]] void fail_at(std::uint64_t line, const std::string& message) const;

    CsvReaderOptions options_;
    /// All tests of layouts: they hold values, which only the thread of the reader may let go of,
    /// so they outlive the threads that parse.
    std::vector<std::shared_ptr<const vec::KeyTest>> tests_{};
    CsvPipeline pipeline_;
    std::unique_ptr<CsvTask> task_{};  ///< the block that is being read
    const char* at_ = nullptr;         ///< in it
    std::uint64_t line_ = 1;           ///< of `at_`
    CsvRecord record_{};
    std::uint64_t record_line_ = 0;

    Place place_ = Place::header;
    CsvLayoutRef layout_{};
    std::unique_ptr<CsvRowParser> parser_{};  ///< for blocks that were not parsed by `layout_`
    std::string result_{};
    bool in_result_ = false;

    std::deque<table::Batch> ready_{};  ///< whether the last table of the last closes is not known
    std::exception_ptr failure_{};      ///< thrown when `ready_` is empty
    std::uint64_t tables_ = 0;          ///< opened so far in this result
    bool open_ = false;                 ///< a table may go on
    bool had_rows_ = false;             ///< since the last header
    std::string open_id_{};
};

}  // namespace fluxi::io
