#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace fluxi::base {

std::string_view code_text(Code code) {
    switch (code) {
#define FLUXI_CODE(name, code, title) \
    case Code::name:                  \
        return code;
#include "base/codes.def"
#undef FLUXI_CODE
    }
    return {};
}

std::string_view code_title(Code code) {
    switch (code) {
#define FLUXI_CODE(name, code, title) \
    case Code::name:                  \
        return title;
#include "base/codes.def"
#undef FLUXI_CODE
    }
    return {};
}

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::error) ++errors_;
    all_.push_back(std::move(diagnostic));
    return all_.back();
}

Diagnostic& Diagnostics::error(Code code, Span span, std::string message, std::string label) {
    return add({Severity::error, code, std::move(message), span, std::move(label)});
}

Diagnostic& Diagnostics::warning(Code code, Span span, std::string message, std::string label) {
    return add({Severity::warning, code, std::move(message), span, std::move(label)});
}

void Diagnostics::sort() {
    std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.span.file, a.span.begin) < std::tie(b.span.file, b.span.begin);
    });
}

}  // namespace fluxi::base
