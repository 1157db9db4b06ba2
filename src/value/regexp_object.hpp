// A regular expression as a Flux value. The compiled form is shared and immutable.
#pragma once

#include <memory>
#include <string_view>

#include "value/regexp.hpp"
#include "value/value.hpp"

namespace fluxi::value {

class RegexpObject final : public Object {
  public:
    static constexpr Nature kNature = Nature::regexp;
    explicit RegexpObject(std::shared_ptr<const Regexp> regexp) : regexp_(std::move(regexp)) {}
    [[nodiscard]] const Regexp& regexp() const noexcept { return *regexp_; }
    [[nodiscard]] const std::shared_ptr<const Regexp>& shared() const noexcept { return regexp_; }
    [[nodiscard]] std::string_view source() const { return regexp_->source(); }

  private:
    std::shared_ptr<const Regexp> regexp_;
};

}  // namespace fluxi::value
