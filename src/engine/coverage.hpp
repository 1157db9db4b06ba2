// Which parts of Flux files ran: statements, functions, and both ways of conditionals, `and` and
// `or`. A MeasuredRun puts counters into the lowered trees of one session before it runs and adds
// what they counted to a Coverage, which several sessions on several threads may share. The
// evaluator knows nothing of this: a counter is a conditional whose test calls a function that
// counts, so a run that is not measured does nothing more than before.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/span.hpp"
#include "engine/session.hpp"

namespace fluxi::engine {

enum class CoverageKind : unsigned char {
    statement,
    function,  ///< the body of a function
    way,       ///< what follows `then` or `else`
    operand,   ///< the right operand of `and` or `or`
    shortcut,  ///< the left operand alone decided
};

/// A part of a file and how often it ran.
struct CoveragePoint {
    CoverageKind kind = CoverageKind::statement;
    std::uint32_t begin = 0;  ///< bytes of the file
    std::uint32_t end = 0;
    /// Where a function begins; the same for all ways of one conditional, `and` or `or`.
    std::uint32_t owner = 0;
    std::uint64_t count = 0;
    std::string name{};  ///< of a function that has one
};

struct CoveredFile {
    std::string text{};
    std::vector<CoveragePoint> points{};  ///< by place, what encloses others before them
};

/// Says under which name a file of the session is reported; empty: it is not measured.
/// `embedded`: it is one that fluxi brings along.
using CoverageNames = std::function<std::string(std::string_view file, bool embedded)>;

class Coverage {
  public:
    /// Adds one run's counts of a file.
    void add(const std::string& file, std::string_view text,
             const std::vector<CoveragePoint>& points);
    [[nodiscard]] std::map<std::string, CoveredFile> files() const;

  private:
    using Key = std::tuple<std::uint32_t, std::uint32_t, CoverageKind, std::uint32_t>;
    struct Counted {
        std::string text{};
        std::map<Key, CoveragePoint> points{};
    };
    mutable std::mutex mutex_{};
    std::map<std::string, Counted> files_{};
};

/// Counts while it lives. Made when the session is loaded and before it runs.
class MeasuredRun {
  public:
    /// Of the file `test` only functions and what is in them are measured: its statements are the
    /// tests themselves.
    MeasuredRun(Session& session, Coverage& total, const CoverageNames& names,
                std::string_view test);
    MeasuredRun(const MeasuredRun&) = delete;
    MeasuredRun& operator=(const MeasuredRun&) = delete;
    ~MeasuredRun();

  private:
    class Instrument;
    struct Counters;

    Session& session_;
    Coverage& total_;
    std::map<base::FileId, std::string> names_{};
    std::shared_ptr<Counters> counters_;
};

}  // namespace fluxi::engine
