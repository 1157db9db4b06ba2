// Checksums of bytes, by OpenSSL's libcrypto: raw bytes out, for hex_encode or base64_encode. The
// functions stand alone; a Digester (or Hmac) is for many texts: it owns a context that is made
// once and used again, so that a text costs no allocation. They fail only when memory is spent.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_st;
struct evp_md_ctx_st;

namespace fluxi::base {

std::string md5(std::string_view bytes);     ///< 16 bytes (RFC 1321)
std::string sha1(std::string_view bytes);    ///< 20 bytes (FIPS 180-4)
std::string sha256(std::string_view bytes);  ///< 32 bytes (FIPS 180-4)
/// 20 bytes (RFC 2104 with SHA-1).
std::string hmac_sha1(std::string_view key, std::string_view bytes);

enum class Digest : unsigned char { md5, sha1, sha256 };

/// The checksums of one text after the other. Not for several threads at once.
class Digester {
  public:
    explicit Digester(Digest digest);
    /// The checksum; it stands in the digester until the next call.
    std::string_view operator()(std::string_view bytes) { return of({}, bytes); }
    /// The checksum of two texts, one behind the other; `head` may be an earlier result.
    std::string_view of(std::string_view head, std::string_view tail);

  private:
    struct Free {
        void operator()(evp_md_st* algorithm) const noexcept;
        void operator()(evp_md_ctx_st* context) const noexcept;
    };
    std::unique_ptr<evp_md_st, Free> algorithm_;
    std::unique_ptr<evp_md_ctx_st, Free> context_;
    std::array<char, 64> result_{};
    bool begun_ = false;
};

/// Signatures (RFC 2104 with SHA-1) of one text after the other. What the key makes is kept until
/// another key comes.
class HmacSha1 {
  public:
    /// 20 bytes, which stand in the object until the next call.
    std::string_view operator()(std::string_view key, std::string_view bytes);

  private:
    static constexpr std::size_t kBlock = 64;
    void use(std::string_view key);

    Digester sha1_{Digest::sha1};
    std::string key_{};
    std::array<char, kBlock> inner_{};
    std::array<char, kBlock> outer_{};
    bool keyed_ = false;
};

}  // namespace fluxi::base
