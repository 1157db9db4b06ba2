// An input whose first bytes can be looked at before it is read: for formats that are told apart by
// how a file begins. Owns the file it was given.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "host/file_system.hpp"

namespace fluxi::io {

class PeekedInput final : public host::InputFile {
  public:
    /// Reads up to `size` bytes ahead; fewer only if the file has no more.
    explicit PeekedInput(std::unique_ptr<host::InputFile> file, std::size_t size = 256);
    /// What the file begins with. It is read all the same.
    [[nodiscard]] std::string_view start() const { return start_; }
    std::size_t read(std::span<char> buffer) override;

  private:
    std::unique_ptr<host::InputFile> file_;
    std::string start_{};
    std::size_t at_ = 0;
};

/// Whether a file that begins so is annotated CSV. Annotations begin with a '#' like the comments
/// of line protocol; a comment that begins with the name of an annotation and a comma is none that
/// somebody wrote.
bool begins_as_annotated_csv(std::string_view start);

}  // namespace fluxi::io
