// Results as charts, one for each: on a terminal, or all of them in one SVG document. A chart is
// written when its result is complete.
#pragma once

#include <cstdint>
#include <vector>

#include "io/output.hpp"
#include "io/plot_data.hpp"
#include "io/pretty_writer.hpp"
#include "io/result_writer.hpp"
#include "io/svg_plot.hpp"

namespace fluxi::io {

class PlotWriter final : public ResultWriter {
  public:
    enum class Kind : std::uint8_t { text, svg };

    /// A text is 80 cells wide where the options tell no width.
    PlotWriter(Output& output, Kind kind, const PrettyOptions& options)
        : out_(output), kind_(kind), options_(options) {}
    void begin_result(std::string_view name) override;
    void push(const table::Batch& batch) override { collector_.push(batch); }
    void end_result() override;
    void finish() override;

  private:
    Output& out_;
    Kind kind_;
    PrettyOptions options_;
    PlotCollector collector_{};
    bool in_result_ = false;
    bool written_ = false;
    std::vector<SvgPart> parts_{};
};

}  // namespace fluxi::io
