// Arrays, records, dictionaries and dynamic values: immutable, shared by counted pointers.
// A Record is a Shape (its labels in order) and one value per label; records made at one place
// share their shape, which lets a member access remember the position it found last time.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/share.hpp"
#include "value/value.hpp"

namespace fluxi::value {

class Array final : public Object {
  public:
    static constexpr Nature kNature = Nature::array;
    explicit Array(std::vector<Value> elements)
        : share_(elements.capacity() * sizeof(Value)), elements_(std::move(elements)) {}
    [[nodiscard]] const std::vector<Value>& elements() const noexcept { return elements_; }
    [[nodiscard]] std::size_t size() const noexcept { return elements_.size(); }

  private:
    Share share_;
    std::vector<Value> elements_;
};

class Shape final : public Object {
  public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    /// The labels must differ from each other.
    explicit Shape(std::vector<std::string> labels);
    [[nodiscard]] const std::vector<std::string>& labels() const noexcept { return labels_; }
    [[nodiscard]] std::size_t size() const noexcept { return labels_.size(); }
    /// Position of a label, or npos.
    [[nodiscard]] std::size_t find(std::string_view label) const noexcept;
    /// Positions in the order of their labels, bytewise.
    [[nodiscard]] const std::vector<std::uint32_t>& sorted() const noexcept { return sorted_; }

  private:
    std::vector<std::string> labels_;
    std::vector<std::uint32_t> sorted_;
};

class Record final : public Object {
  public:
    static constexpr Nature kNature = Nature::record;
    Record(Ref<Shape> shape, std::vector<Value> values)
        : shape_(std::move(shape)), values_(std::move(values)) {}
    [[nodiscard]] const Ref<Shape>& shape() const noexcept { return shape_; }
    [[nodiscard]] const std::vector<Value>& values() const noexcept { return values_; }
    [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
    /// The value of a label, or nullptr.
    [[nodiscard]] const Value* find(std::string_view label) const noexcept;

  private:
    Ref<Shape> shape_;
    std::vector<Value> values_;
};

/// Makes a record of label and value pairs; of two equal labels the later one wins, in the place of
/// the first.
Value make_record(std::vector<std::pair<std::string, Value>> fields);
Value make_array(std::vector<Value> elements);

/// Sorted by key; keys are int, uint, float, string or time values, all of one nature.
class Dict final : public Object {
  public:
    static constexpr Nature kNature = Nature::dict;
    using Entry = std::pair<Value, Value>;
    Dict() = default;
    /// Sorts; of equal keys the last one wins. Throws for a null key or one of another nature.
    explicit Dict(std::vector<Entry> entries);
    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }
    [[nodiscard]] const Value* find(const Value& key) const;
    [[nodiscard]] Ref<Dict> insert(const Value& key, const Value& value) const;
    [[nodiscard]] Ref<Dict> remove(const Value& key) const;

  private:
    std::vector<Entry> entries_{};
};

class Dynamic final : public Object {
  public:
    static constexpr Nature kNature = Nature::dynamic;
    explicit Dynamic(Value inner) : inner_(std::move(inner)) {}
    [[nodiscard]] const Value& inner() const noexcept { return inner_; }

  private:
    Value inner_;
};

}  // namespace fluxi::value
