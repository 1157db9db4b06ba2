// Where text goes: collected in one large block and handed on when it is full. A failed delivery (a
// closed pipe, a full disk) is remembered and everything after it is dropped, so that whoever
// writes need not look after each cell; `error` tells the one who runs the script.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace fluxi::io {

class Output {
  public:
    explicit Output(std::size_t block = std::size_t{256} << 10);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    virtual ~Output() = default;

    /// Room for `size` more bytes; what was written there is given to `commit`.
    char* reserve(std::size_t size) {
        if (static_cast<std::size_t>(end_ - next_) < size) make_room(size);
        return next_;
    }
    /// Everything up to `end`, which lies in what `reserve` gave, is text now.
    void commit(char* end) noexcept { next_ = end; }
    /// Where the room of the last `reserve` ends.
    [[nodiscard]] const char* limit() const noexcept { return end_; }

    void write(std::string_view text);
    void write(char c) {
        char* place = reserve(1);
        *place = c;
        commit(place + 1);
    }
    /// Delivers what is collected.
    void flush();
    /// 0, or the errno value of the first delivery that failed.
    [[nodiscard]] int error() const noexcept { return error_; }
    /// Bytes written so far, delivered or not.
    [[nodiscard]] std::size_t written() const noexcept {
        return delivered_ + static_cast<std::size_t>(next_ - block_.get());
    }

  protected:
    /// Hands a block on; returns 0 or an errno value.
    virtual int deliver(std::string_view block) = 0;

  private:
    void make_room(std::size_t size);

    std::unique_ptr<char[]> block_;
    char* next_;
    char* end_;
    std::size_t delivered_ = 0;
    int error_ = 0;
};

/// Writes to a file descriptor that it does not own. What is collected is delivered by `flush`, not
/// by the destructor, because only then can a failure be told.
class FileOutput final : public Output {
  public:
    explicit FileOutput(int descriptor) : descriptor_(descriptor) {}

  protected:
    int deliver(std::string_view block) override;

  private:
    int descriptor_;
};

/// Collects everything in memory.
class StringOutput final : public Output {
  public:
    StringOutput() : Output(std::size_t{4} << 10) {}
    /// All that was written, which is then forgotten.
    std::string take();

  protected:
    int deliver(std::string_view block) override;

  private:
    std::string text_{};
};

}  // namespace fluxi::io
