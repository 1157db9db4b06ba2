#include "io/gzip_input.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <zlib.h>

#include "base/error.hpp"
#include "io/zstd_input.hpp"

namespace fluxi::io {

namespace {

constexpr std::size_t kBlock = std::size_t{128} << 10;

class TextInput final : public host::InputFile {
  public:
    explicit TextInput(std::string text) : text_(std::move(text)) {}
    std::size_t read(std::span<char> buffer) override {
        const std::size_t size = std::min(buffer.size(), text_.size() - at_);
        std::copy_n(text_.data() + at_, size, buffer.data());
        at_ += size;
        return size;
    }
    [[nodiscard]] std::optional<std::string_view> bytes() const override { return text_; }

  private:
    std::string text_;
    std::size_t at_ = 0;
};

/// Gives bytes that were read ahead before those of the file.
class PrefixedInput final : public host::InputFile {
  public:
    PrefixedInput(std::string prefix, std::unique_ptr<host::InputFile> file)
        : prefix_(std::move(prefix)), file_(std::move(file)) {}
    std::size_t read(std::span<char> buffer) override {
        if (at_ == prefix_.size()) return file_->read(buffer);
        const std::size_t size = std::min(buffer.size(), prefix_.size() - at_);
        std::copy_n(prefix_.data() + at_, size, buffer.data());
        at_ += size;
        return size;
    }

  private:
    std::string prefix_;
    std::size_t at_ = 0;
    std::unique_ptr<host::InputFile> file_;
};

class GzipInput final : public host::InputFile {
  public:
    GzipInput(std::unique_ptr<host::InputFile> file, std::string name)
        : file_(std::move(file)), name_(std::move(name)), input_(kBlock) {
        // 32 makes zlib look at the header itself.
        if (inflateInit2(&stream_, 15 + 32) != Z_OK) fail("cannot be started");
    }
    ~GzipInput() override { inflateEnd(&stream_); }
    GzipInput(const GzipInput&) = delete;
    GzipInput& operator=(const GzipInput&) = delete;

    std::size_t read(std::span<char> buffer) override {
        const auto room = static_cast<uInt>(std::min<std::size_t>(buffer.size(), 1U << 30));
        stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream_.avail_out = room;
        while (stream_.avail_out == room) {
            if (stream_.avail_in == 0 && !refill()) {
                if (inside_) fail("ends in the middle");
                return 0;
            }
            inside_ = true;
            const int outcome = inflate(&stream_, Z_NO_FLUSH);
            if (outcome == Z_STREAM_END) {
                inside_ = false;
                inflateReset(&stream_);
            } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
                fail(stream_.msg != nullptr ? stream_.msg : "is damaged");
            }
        }
        return room - stream_.avail_out;
    }

  private:
    bool refill() {
        const std::size_t size = file_->read(input_);
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(size);
        return size != 0;
    }
    [[noreturn]] void fail(std::string_view why) const {
        base::fail_with(base::Code::format, "{}: the gzip data {}", name_, why);
    }

    std::unique_ptr<host::InputFile> file_;
    std::string name_;
    std::vector<char> input_;
    z_stream stream_{};
    bool inside_ = false;  ///< a member was begun and has not ended
};

}  // namespace

std::unique_ptr<host::InputFile> decompressed(std::unique_ptr<host::InputFile> file,
                                              std::string name) {
    std::string start(4, '\0');
    std::size_t size = 0;
    while (size < start.size()) {
        const std::size_t more = file->read(std::span(start).subspan(size));
        if (more == 0) break;
        size += more;
    }
    start.resize(size);
    auto whole = std::make_unique<PrefixedInput>(start, std::move(file));
    if (start.starts_with("\x1f\x8b")) {
        return std::make_unique<GzipInput>(std::move(whole), std::move(name));
    }
    if (start == "\x28\xb5\x2f\xfd") return zstd_input(std::move(whole), std::move(name));
    return whole;
}

std::unique_ptr<host::InputFile> text_input(std::string text) {
    return std::make_unique<TextInput>(std::move(text));
}

}  // namespace fluxi::io
