// Checksums of bytes, by OpenSSL's libcrypto: raw bytes out, for hex_encode or base64_encode.
// Pure functions that own nothing; they fail only when memory is spent.
#pragma once

#include <string>
#include <string_view>

namespace fluxi::base {

std::string md5(std::string_view bytes);     ///< 16 bytes (RFC 1321)
std::string sha1(std::string_view bytes);    ///< 20 bytes (FIPS 180-4)
std::string sha256(std::string_view bytes);  ///< 32 bytes (FIPS 180-4)
/// 20 bytes (RFC 2104 with SHA-1).
std::string hmac_sha1(std::string_view key, std::string_view bytes);

}  // namespace fluxi::base
