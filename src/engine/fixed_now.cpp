#include "engine/fixed_now.hpp"

#include "eval/callable.hpp"

namespace fluxi::engine {

namespace {

class FixedNow final : public eval::Callable {
  public:
    explicit FixedNow(std::int64_t nanoseconds)
        : Callable(std::vector<value::Parameter>{}), time_{nanoseconds} {}
    value::Value call(eval::Evaluator&, std::span<value::Value>) const override {
        return value::Value::time(time_);
    }
    [[nodiscard]] std::string type_text() const override { return "() => time"; }

  private:
    value::Time time_;
};

}  // namespace

value::Value fixed_now(std::int64_t nanoseconds) {
    return value::Value::of(value::make<FixedNow>(nanoseconds));
}

}  // namespace fluxi::engine
