// Natives of package contrib/qxip/hash: checksums of strings; a null gives null.
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>
#include <xxhash.h>

#include "base/codec.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"
#include "contrib/qxip/hash/cityhash.hpp"
#include "native/adapter.hpp"
#include "native/appending.hpp"

namespace fluxi::stdlib::contrib_qxip_hash {
namespace {

using native::Arguments;
using value::Nature;
using value::Value;

/// Base64 with the alphabet for addresses (RFC 4648 section 5), padded.
void append_url_base64(std::string& out, std::string_view v) {
    const std::size_t begin = out.size();
    base::append_base64(out, v);
    for (std::size_t i = begin; i < out.size(); ++i) {
        if (out[i] == '+') out[i] = '-';
        if (out[i] == '/') out[i] = '_';
    }
}

/// A checksum of OpenSSL as digits. The rows of a batch share one context.
class Checksum {
  public:
    explicit Checksum(base::Digest digest) : digest_(digest) {}
    std::string operator()(std::string_view v) const {
        std::string out;
        start().append(out, v);
        return out;
    }
    class Run {
      public:
        explicit Run(base::Digest digest) : digester_(digest) {}
        void append(std::string& out, std::string_view v) { base::append_hex(out, digester_(v)); }

      private:
        base::Digester digester_;
    };
    [[nodiscard]] Run start() const { return Run(digest_); }

  private:
    base::Digest digest_;
};

/// A signature, in base64. What a key makes is kept from row to row.
class Signature {
  public:
    std::string operator()(std::string_view v, std::string_view key) const {
        std::string out;
        start().append(out, v, key);
        return out;
    }
    class Run {
      public:
        void append(std::string& out, std::string_view v, std::string_view key) {
            base::append_base64(out, hmac_(key, v));
        }

      private:
        base::HmacSha1 hmac_{};
    };
    [[nodiscard]] static Run start() { return {}; }
};

void append_number(std::string& out, std::uint64_t v) {
    fmt::format_to(std::back_inserter(out), "{}", v);
}

void append_xxhash64(std::string& out, std::string_view v) {
    append_number(out, XXH64(v.data(), v.size(), 0));
}

void append_cityhash64(std::string& out, std::string_view v) {
    append_number(out, cityhash64(v));
}

/// Registers a function of a text. It takes any value, for its type says so, but fails for all but
/// strings.
template <typename F>
void add(native::PackageNatives& package, const std::string& name,
         std::initializer_list<std::string_view> parameters, F f) {
    package.raw(name, parameters, [name, f](eval::Evaluator&, const Arguments& arguments) -> Value {
        const Value& v = arguments.at(0);
        if (v.is_null()) return Value::null(Nature::string);
        if (!v.is(Nature::string))
            base::fail("hash cannot convert {} to {}", value::nature_name(v.nature()), name);
        if constexpr (std::is_same_v<F, Signature>) {
            return Value::string(f(v.as_text(), arguments.get<std::string_view>(1)));
        } else {
            return Value::string(f(v.as_text()));
        }
    });
    package.kernels(name, std::make_shared<native::adapter::FunctionKernels<F, true>>(f));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("contrib/qxip/hash");
    add(package, "md5", {"v"}, Checksum(base::Digest::md5));
    add(package, "sha1", {"v"}, Checksum(base::Digest::sha1));
    add(package, "sha256", {"v"}, Checksum(base::Digest::sha256));
    add(package, "b64", {"v"}, native::appending(append_url_base64));
    add(package, "xxhash64", {"v"}, native::appending(append_xxhash64));
    add(package, "cityhash64", {"v"}, native::appending(append_cityhash64));
    add(package, "hmac", {"v", "k"}, Signature());
}

}  // namespace fluxi::stdlib::contrib_qxip_hash
