// What a chart of a result shows: a line of points for each table with times and each of its
// columns of numbers, and a histogram for columns of numbers of tables without times. Collected
// from batches in bounded memory: the points of long lines are thinned so that their drawing stays
// the same, and lines past kMostLines are only counted.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/histogram.hpp"
#include "table/batch.hpp"

namespace fluxi::io {

/// y is NaN where the line has a gap.
struct PlotPoint {
    std::int64_t x = 0;  ///< nanoseconds since 1970
    double y = 0;
};

inline bool is_earlier(const PlotPoint& a, const PlotPoint& b) {
    return a.x < b.x;
}

struct PlotLine {
    std::string name{};  ///< what tells it from the others; empty if it is the only one
    std::vector<PlotPoint> points{};  ///< sorted by time
};

/// A column of tables that have one row each.
struct PlotBars {
    std::string column{};
    std::vector<std::pair<std::string, double>> bars{};  ///< by group key; NaN for null
};

struct Chart {
    std::string title{};
    std::string x_label{};
    std::string y_label{};
    std::vector<PlotLine> lines{};
    std::uint64_t lines_left_out = 0;
    std::vector<PlotBars> bars{};
    std::vector<std::pair<std::string, Histogram>> histograms{};  ///< of the other columns
    std::uint64_t histograms_left_out = 0;
    std::uint64_t not_finite = 0;    ///< numbers that are NaN or infinite: gaps
    std::uint64_t without_time = 0;  ///< rows whose time is null
    bool has_tables = false;

    // Of the points that are drawn; valid if has_points.
    bool has_points = false;
    std::int64_t first = 0;
    std::int64_t last = 0;
    double least = 0;
    double greatest = 0;
};

class PlotCollector {
  public:
    static constexpr std::size_t kMostLines = 12;
    static constexpr std::size_t kMostHistograms = 4;
    static constexpr std::size_t kMostBars = 40;

    void begin(std::string_view result);
    void push(const table::Batch& batch);
    /// The chart of the result. The collector is then empty.
    Chart finish();

  private:
    struct Line {
        std::vector<std::string> parts{};  ///< of the group key
        std::string column{};
        std::vector<PlotPoint> points{};
    };
    /// A column of numbers of tables without times: a histogram, and bars while every table has one
    /// row.
    struct Numbers {
        Histogram histogram{};
        std::vector<std::vector<std::string>> keys{};
        std::vector<double> values{};
        std::uint32_t rows = 0;  ///< of the open table
        bool bars = true;
    };
    /// Columns of the open table: where its numbers go.
    struct Target {
        std::size_t column = 0;
        std::size_t line = npos;  ///< in lines_; npos: counted only
        Numbers* numbers = nullptr;
    };
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    void open_table(const table::Batch& batch, std::size_t run);
    void add(const table::Batch& part);
    void add_points(const table::Batch& part, const Target& target);
    void add_numbers(const table::Batch& part, const Target& target);
    static void open_bar(Numbers& numbers, std::vector<std::string> key);
    static void finish_numbers(const std::string& label, Numbers& numbers, Chart& chart);
    void name_lines(Chart& chart) const;
    static void thin(std::vector<PlotPoint>& points, std::size_t stretches);
    static void measure(Chart& chart);

    Chart chart_{};
    std::vector<Line> lines_{};
    std::map<std::string, Numbers, std::less<>> numbers_{};
    std::size_t time_ = npos;  ///< of the open table
    std::vector<Target> targets_{};
};

}  // namespace fluxi::io
