#include "io/plot_writer.hpp"

#include "io/text_plot.hpp"

namespace fluxi::io {

namespace {

constexpr std::size_t kUsualWidth = 80;

}  // namespace

void PlotWriter::begin_result(std::string_view name) {
    collector_.begin(name);
    in_result_ = true;
}

void PlotWriter::end_result() {
    if (!in_result_) return;
    in_result_ = false;
    const Chart chart = collector_.finish();
    if (kind_ == Kind::svg) {
        parts_.push_back(svg_plot(chart));
        return;
    }
    if (written_) out_.write('\n');
    written_ = true;
    out_.write(
        text_plot(chart, options_.width == 0 ? kUsualWidth : options_.width, options_.color));
    out_.flush();
}

void PlotWriter::finish() {
    end_result();
    if (kind_ == Kind::svg) out_.write(svg_document(parts_));
    out_.flush();
}

}  // namespace fluxi::io
