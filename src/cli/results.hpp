// How results leave the program: the formats by name, the writer behind the executor, plain values.
#pragma once

#include <memory>
#include <string>

#include "cli/progress.hpp"
#include "flow/exec/execute.hpp"
#include "io/output.hpp"
#include "io/result_writer.hpp"

namespace fluxi::cli {

/// The names of the formats, for --help.
std::string format_help();
/// The format asked for, or the one that the name of the output file tells, or pretty. Throws for
/// an unknown name.
std::string choose_format(const std::string& asked, const std::string& file);
/// `width`: columns of the terminal, 0 when there is none.
std::unique_ptr<io::ResultWriter> make_writer(const std::string& format, io::Output& out,
                                              std::size_t width);
/// Whether the results of all scripts stand in one document: a picture cannot follow another.
bool is_one_document(const std::string& format);
/// Whether a format has a form for a value that is no stream.
bool shows_values(const std::string& format);
void write_value(const std::string& format, const value::Value& v, io::Output& out);

/// Hands results to a writer; stops the run when nobody reads any more. A progress line, if one is
/// given, ends where the first result begins.
class WriterReceiver final : public flow::exec::ResultReceiver {
  public:
    WriterReceiver(io::ResultWriter& writer, io::Output& out, ProgressLine* progress = nullptr)
        : writer_(writer), out_(out), progress_(progress) {}
    void begin_result(const std::string& name) override;
    void push(const table::Batch& batch) override;
    void end_result() override { writer_.end_result(); }
    void finish() { writer_.finish(); }

  private:
    io::ResultWriter& writer_;
    io::Output& out_;
    ProgressLine* progress_;
};

}  // namespace fluxi::cli
