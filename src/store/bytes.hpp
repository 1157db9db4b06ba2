// Writing and reading the bytes of compressed columns: little-endian words, variable-length whole
// numbers (seven bits per byte), zigzag for signed ones. A Reader borrows its bytes and throws for
// input that ends too early, so decoders need no checks of their own.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace fluxi::store {

/// Small numbers of either sign become small ones without.
constexpr std::uint64_t zigzag(std::uint64_t v) {
    return (v << 1) ^ (v >> 63 != 0 ? ~std::uint64_t{0} : 0);
}
constexpr std::uint64_t unzigzag(std::uint64_t v) {
    return (v >> 1) ^ ((v & 1) != 0 ? ~std::uint64_t{0} : 0);
}

inline void append_word(std::string& out, std::uint64_t v) {
    char bytes[sizeof v];
    std::memcpy(bytes, &v, sizeof v);
    out.append(bytes, sizeof bytes);
}

inline void append_varint(std::string& out, std::uint64_t v) {
    for (; v >= 0x80; v >>= 7) out += static_cast<char>(v | 0x80);
    out += static_cast<char>(v);
}

/// How the messages of fail_damaged begin; who knows the file puts its name before it.
inline constexpr std::string_view kDamaged = "damaged data: ";

[[noreturn]] inline void fail_damaged(std::string_view what) {
    base::fail_with(base::Code::file, "{}{}", kDamaged, what);
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::string_view rest() const { return rest_; }
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) fail_damaged("a column ends too early");
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }
    std::uint64_t word() {
        std::uint64_t v = 0;
        std::memcpy(&v, take(sizeof v).data(), sizeof v);
        return v;
    }
    std::uint64_t varint() {
        std::uint64_t v = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            v |= static_cast<std::uint64_t>(next & 0x7F) << shift;
            if (next < 0x80) return v;
        }
        fail_damaged("a number is too long");
    }

  private:
    std::string_view rest_;
};

}  // namespace fluxi::store
