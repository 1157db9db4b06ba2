// The heap part of strings, labels and bytes: the length and the characters in one allocation.
#pragma once

#include <cstddef>
#include <string_view>

#include "value/share.hpp"
#include "value/value.hpp"

namespace fluxi::value {

class String final : public Object {
  public:
    static Ref<String> make(std::string_view text);
    [[nodiscard]] std::string_view view() const noexcept {
        return {reinterpret_cast<const char*>(this + 1), size_};
    }

  private:
    String(std::string_view text, Share share) noexcept;
    ~String() override = default;
    void destroy() const noexcept override;

    Share share_;
    std::size_t size_;
};

}  // namespace fluxi::value
