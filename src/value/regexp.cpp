#include "value/regexp.hpp"

#include <re2/re2.h>

#include "base/error.hpp"

namespace fluxi::value {

struct Regexp::Compiled {
    explicit Compiled(const std::string& pattern, const RE2::Options& options)
        : re2(pattern, options) {}
    RE2 re2;
};

namespace {

/// RE2 knows named groups only as (?P<n>…); Go also takes (?<n>…).
std::string to_re2(std::string_view pattern) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            text += pattern[i];
            text += pattern[++i];
        } else if (pattern.substr(i).starts_with("(?<")) {
            text += "(?P<";
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

}  // namespace

Regexp::Regexp(std::string_view pattern) : source_(pattern) {
    RE2::Options options;
    options.set_log_errors(false);
    compiled_ = std::make_unique<const Compiled>(to_re2(pattern), options);
    if (!compiled_->re2.ok()) {
        base::fail("the regular expression /{}/ is not valid: {}", pattern, compiled_->re2.error());
    }
}

Regexp::~Regexp() = default;

std::shared_ptr<const Regexp> Regexp::compile(std::string_view pattern) {
    return std::shared_ptr<const Regexp>(new Regexp(pattern));
}

bool Regexp::match(std::string_view text) const {
    return RE2::PartialMatch({text.data(), text.size()}, compiled_->re2);
}

}  // namespace fluxi::value
