#include "value/string.hpp"

#include <cstring>
#include <new>
#include <utility>

namespace fluxi::value {

String::String(std::string_view text, Share share) noexcept
    : share_(std::move(share)), size_(text.size()) {
    if (!text.empty()) std::memcpy(reinterpret_cast<char*>(this + 1), text.data(), text.size());
}

Ref<String> String::make(std::string_view text) {
    Share share(text.size());
    void* memory = ::operator new(sizeof(String) + text.size());
    return Ref<String>(new (memory) String(text, std::move(share)));
}

void String::destroy() const noexcept {
    auto* memory = const_cast<String*>(this);
    memory->~String();
    ::operator delete(memory);
}

Value Value::string(std::string_view text) {
    return Value::object(Nature::string, String::make(text).get());
}

Value Value::bytes(std::string_view content) {
    return Value::object(Nature::bytes, String::make(content).get());
}

Value Value::label(std::string_view name) {
    return Value::object(Nature::label, String::make(name).get());
}

std::string_view Value::as_text() const noexcept {
    return static_cast<const String*>(object())->view();
}

}  // namespace fluxi::value
