#include "base/digest.hpp"

#include <algorithm>
#include <new>

#include <openssl/evp.h>

namespace fluxi::base {
namespace {

const char* name_of(Digest digest) {
    switch (digest) {
        case Digest::md5:
            return "MD5";
        case Digest::sha1:
            return "SHA1";
        case Digest::sha256:
            break;
    }
    return "SHA256";
}

/// OpenSSL's calls give 1 when they worked; here only memory can be missing.
void require(int answer) {
    if (answer != 1) throw std::bad_alloc();
}

}  // namespace

void Digester::Free::operator()(evp_md_st* algorithm) const noexcept {
    EVP_MD_free(algorithm);
}

void Digester::Free::operator()(evp_md_ctx_st* context) const noexcept {
    EVP_MD_CTX_free(context);
}

Digester::Digester(Digest digest)
    : algorithm_(EVP_MD_fetch(nullptr, name_of(digest), nullptr)), context_(EVP_MD_CTX_new()) {
    static_assert(sizeof result_ == EVP_MAX_MD_SIZE);
    if (!algorithm_ || !context_) throw std::bad_alloc();
}

std::string_view Digester::of(std::string_view head, std::string_view tail) {
    unsigned size = 0;
    // A context that knows its algorithm begins anew without allocating.
    require(EVP_DigestInit_ex2(context_.get(), begun_ ? nullptr : algorithm_.get(), nullptr));
    begun_ = true;
    if (!head.empty()) require(EVP_DigestUpdate(context_.get(), head.data(), head.size()));
    require(EVP_DigestUpdate(context_.get(), tail.data(), tail.size()));
    require(EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(result_.data()),
                               &size));
    return {result_.data(), size};
}

std::string_view HmacSha1::operator()(std::string_view key, std::string_view bytes) {
    if (!keyed_ || key != key_) use(key);
    const std::string_view inner = sha1_.of({inner_.data(), kBlock}, bytes);
    return sha1_.of({outer_.data(), kBlock}, inner);
}

void HmacSha1::use(std::string_view key) {
    key_ = key;
    keyed_ = true;
    const std::string_view used = key.size() > kBlock ? sha1_(key) : key;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const char c = i < used.size() ? used[i] : '\0';
        inner_[i] = static_cast<char>(c ^ 0x36);
        outer_[i] = static_cast<char>(c ^ 0x5c);
    }
}

std::string md5(std::string_view bytes) {
    return std::string(Digester(Digest::md5)(bytes));
}

std::string sha1(std::string_view bytes) {
    return std::string(Digester(Digest::sha1)(bytes));
}

std::string sha256(std::string_view bytes) {
    return std::string(Digester(Digest::sha256)(bytes));
}

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
    return std::string(HmacSha1()(key, bytes));
}

}  // namespace fluxi::base
