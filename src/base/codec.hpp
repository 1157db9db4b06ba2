// Text forms of bytes: base64 (RFC 4648 section 4, with padding) and lower-case hexadecimal.
// Pure functions over bytes held in strings; a text that is not in its form decodes to nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fluxi::base {

/// Standard alphabet, padded with '='.
std::string base64_encode(std::string_view bytes);
void append_base64(std::string& out, std::string_view bytes);
/// Standard alphabet, padding required; nullopt for any other byte or a wrong length.
std::optional<std::string> base64_decode(std::string_view text);

/// The value of a hexadecimal digit of either case; -1 for another character.
int hex_digit(char c);
/// Two lower-case digits per byte.
std::string hex_encode(std::string_view bytes);
void append_hex(std::string& out, std::string_view bytes);
/// Digits of either case; nullopt for an odd length or another byte.
std::optional<std::string> hex_decode(std::string_view text);
/// The same behind what `out` holds; false, and part of them, where `text` does not decode.
bool append_hex_decoded(std::string& out, std::string_view text);

}  // namespace fluxi::base
