#include "flow/ops/selectors.hpp"

#include "flow/exec/columns.hpp"

namespace fluxi::flow::ops {

using exec::SelectorKernel;
using table::Column;
using table::ColumnType;

namespace {

template <typename T>
bool better(bool largest, const T& a, const T& b) {
    return largest ? a > b : a < b;
}

template <typename T>
std::uint32_t best_row(bool largest, const Column& values, std::uint32_t begin, std::uint32_t end) {
    const exec::View<T> view(values);
    std::uint32_t best = SelectorKernel::kNone;
    for (std::uint32_t row = begin; row < end; ++row) {
        if (!view.valid(row)) continue;
        if (best == SelectorKernel::kNone || better(largest, view[row], view[best])) best = row;
    }
    return best;
}

/// The smallest or largest value; of equal ones the first.
class Extreme final : public SelectorKernel {
  public:
    explicit Extreme(bool largest) : largest_(largest) {}
    [[nodiscard]] bool takes(ColumnType type) const override {
        return type != ColumnType::boolean && type != ColumnType::string;
    }
    [[nodiscard]] std::uint32_t pick(const Column& values, std::uint32_t begin,
                                     std::uint32_t end) const override {
        return table::dispatch(values.type(), [&](auto tag) {
            return best_row<table::stored_t<decltype(tag)::value>>(largest_, values, begin, end);
        });
    }
    [[nodiscard]] bool replaces(const Column& later, std::uint32_t row, const Column& current,
                                std::uint32_t now) const override {
        return table::dispatch(later.type(), [&](auto tag) {
            using T = table::stored_t<decltype(tag)::value>;
            return better(largest_, later.get<T>(row), current.get<T>(now));
        });
    }

  private:
    bool largest_;
};

class First final : public SelectorKernel {
  public:
    [[nodiscard]] bool takes(ColumnType) const override { return true; }
    [[nodiscard]] std::uint32_t pick(const Column& values, std::uint32_t begin,
                                     std::uint32_t end) const override {
        for (std::uint32_t row = begin; row < end; ++row) {
            if (!values.is_null(row)) return row;
        }
        return kNone;
    }
    [[nodiscard]] bool replaces(const Column&, std::uint32_t, const Column&,
                                std::uint32_t) const override {
        return false;
    }
};

class Last final : public SelectorKernel {
  public:
    [[nodiscard]] bool takes(ColumnType) const override { return true; }
    [[nodiscard]] std::uint32_t pick(const Column& values, std::uint32_t begin,
                                     std::uint32_t end) const override {
        for (std::uint32_t row = end; row > begin; --row) {
            if (!values.is_null(row - 1)) return row - 1;
        }
        return kNone;
    }
    [[nodiscard]] bool replaces(const Column&, std::uint32_t, const Column&,
                                std::uint32_t) const override {
        return true;
    }
};

}  // namespace

std::shared_ptr<const SelectorKernel> min_kernel() {
    return std::make_shared<Extreme>(false);
}
std::shared_ptr<const SelectorKernel> max_kernel() {
    return std::make_shared<Extreme>(true);
}
std::shared_ptr<const SelectorKernel> first_kernel() {
    return std::make_shared<First>();
}
std::shared_ptr<const SelectorKernel> last_kernel() {
    return std::make_shared<Last>();
}

}  // namespace fluxi::flow::ops
