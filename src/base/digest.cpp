#include "base/digest.hpp"

#include <array>
#include <new>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace fluxi::base {
namespace {

const unsigned char* data_of(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

using Buffer = std::array<unsigned char, EVP_MAX_MD_SIZE>;

std::string text_of(const Buffer& buffer, unsigned size) {
    return {reinterpret_cast<const char*>(buffer.data()), size};
}

std::string digest(const EVP_MD* algorithm, std::string_view bytes) {
    Buffer buffer{};
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), buffer.data(), &size, algorithm, nullptr) != 1) {
        throw std::bad_alloc();
    }
    return text_of(buffer, size);
}

}  // namespace

std::string md5(std::string_view bytes) {
    return digest(EVP_md5(), bytes);
}

std::string sha1(std::string_view bytes) {
    return digest(EVP_sha1(), bytes);
}

std::string sha256(std::string_view bytes) {
    return digest(EVP_sha256(), bytes);
}

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
    Buffer buffer{};
    unsigned size = 0;
    // A key that is no buffer at all would mean "the key of last time", so an empty one is a text.
    const std::string_view key_text = key.empty() ? std::string_view("") : key;
    if (HMAC(EVP_sha1(), key_text.data(), static_cast<int>(key_text.size()), data_of(bytes),
             bytes.size(), buffer.data(), &size) == nullptr) {
        throw std::bad_alloc();
    }
    return text_of(buffer, size);
}

}  // namespace fluxi::base
