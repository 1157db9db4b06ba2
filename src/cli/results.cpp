#include "cli/results.hpp"

#include "io/annotated_csv_writer.hpp"
#include "value/display.hpp"

namespace fluxi::cli {

std::string format_help() {
    return "csv";
}

std::string choose_format(const std::string& asked, const std::string&) {
    return asked.empty() ? "csv" : asked;
}

std::unique_ptr<io::ResultWriter> make_writer(const std::string&, io::Output& out, std::size_t) {
    return std::make_unique<io::AnnotatedCsvWriter>(out);
}

bool shows_values(const std::string&) {
    return true;
}

void write_value(const std::string&, const value::Value& v, io::Output& out) {
    out.write(value::display(v));
    out.write('\n');
}

void WriterReceiver::push(const table::Batch& batch) {
    writer_.push(batch);
    if (out_.error() != 0) base::fail_with(base::Code::cancelled, "the output is closed");
}

}  // namespace fluxi::cli
