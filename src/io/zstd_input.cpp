#include "io/zstd_input.hpp"

#include <utility>
#include <vector>

#include <zstd.h>

#include "base/error.hpp"

namespace fluxi::io {

namespace {

class ZstdInput final : public host::InputFile {
  public:
    ZstdInput(std::unique_ptr<host::InputFile> file, std::string name)
        : file_(std::move(file)), name_(std::move(name)), buffer_(ZSTD_DStreamInSize()) {}

    std::size_t read(std::span<char> out) override {
        ZSTD_outBuffer room{out.data(), out.size(), 0};
        while (room.pos == 0) {
            if (input_.pos == input_.size) {
                input_ = {buffer_.data(), file_->read(buffer_), 0};
                if (input_.size == 0) {
                    if (inside_) fail("ends in the middle");
                    return 0;
                }
            }
            const std::size_t rest = ZSTD_decompressStream(stream_.get(), &room, &input_);
            if (ZSTD_isError(rest) != 0) fail(ZSTD_getErrorName(rest));
            inside_ = rest != 0;
        }
        return room.pos;
    }

  private:
    struct Free {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };
    [[noreturn]] void fail(std::string_view why) const {
        base::fail_with(base::Code::format, "{}: the zstd data cannot be read: {}", name_, why);
    }

    std::unique_ptr<host::InputFile> file_;
    std::string name_;
    std::vector<char> buffer_;
    ZSTD_inBuffer input_{nullptr, 0, 0};
    std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
    bool inside_ = false;  ///< a frame was begun and has not ended
};

}  // namespace

std::unique_ptr<host::InputFile> zstd_input(std::unique_ptr<host::InputFile> file,
                                            std::string name) {
    return std::make_unique<ZstdInput>(std::move(file), std::move(name));
}

}  // namespace fluxi::io
