#include "cli/results.hpp"

#include <fmt/format.h>

#include "cli/report.hpp"
#include "io/json_writer.hpp"
#include "io/writer_factory.hpp"
#include "value/display.hpp"

namespace fluxi::cli {

std::string format_help() {
    std::string text = "How results are written:";
    for (const io::FormatInfo& format : io::result_formats()) {
        text += fmt::format("\n{:<12} {}", format.name, format.description);
    }
    return text;
}

std::string choose_format(const std::string& asked, const std::string& file) {
    if (!asked.empty()) {
        io::StringOutput probe;
        io::make_writer(asked, probe);  // throws for a name that is none
        return asked;
    }
    if (!file.empty()) {
        if (const auto told = io::format_of_file(file)) return std::string(*told);
    }
    return "pretty";
}

std::unique_ptr<io::ResultWriter> make_writer(const std::string& format, io::Output& out,
                                              std::size_t width) {
    io::PrettyOptions options;
    options.width = width;
    options.color = width > 0 && color_wanted(1);
    return io::make_writer(format, out, options);
}

bool is_one_document(const std::string& format) {
    return format == "svg";
}

bool shows_values(const std::string& format) {
    return format == "pretty" || format == "json";
}

void write_value(const std::string& format, const value::Value& v, io::Output& out) {
    std::string text;
    if (format == "json") {
        io::append_json(text, v);
    } else {
        text = value::display(v);
    }
    out.write(text);
    out.write('\n');
}

void WriterReceiver::begin_result(const std::string& name) {
    if (progress_ != nullptr) progress_->stop();
    writer_.begin_result(name);
}

void WriterReceiver::push(const table::Batch& batch) {
    writer_.push(batch);
    if (out_.error() != 0) base::fail_with(base::Code::cancelled, "the output is closed");
}

}  // namespace fluxi::cli
