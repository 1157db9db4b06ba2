#include "dict/get_kernels.hpp"

#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "table/builder.hpp"
#include "value/composite.hpp"
#include "vec/apply.hpp"

namespace fluxi::stdlib::dict {
namespace {

using table::Column;
using table::ColumnType;
using value::Nature;
using value::Value;

/// How keys of one stored type are looked up; strings by their text.
template <typename Stored>
struct KeyOf {
    using type = Stored;
    static type of(const Stored& stored) { return stored; }
};
template <>
struct KeyOf<table::StringView> {
    using type = std::string_view;
    static type of(const table::StringView& stored) { return stored.view(); }
};

template <typename Stored>
class GetKernel final : public vec::Kernel {
    using Key = typename KeyOf<Stored>::type;

  public:
    /// `dict` stays alive with the kernel, so that keys can be views of its texts.
    GetKernel(ColumnType type, Value dict, Value otherwise,
              std::unordered_map<Key, std::uint32_t> places)
        : Kernel(type, false),
          dict_(std::move(dict)),
          places_(std::move(places)),
          results_(column_of(type, dict_, otherwise)) {}

    Column run(std::span<const Column> arguments, std::uint32_t rows,
               const std::uint8_t*) const override {
        const vec::Reader<Stored> keys(arguments[0]);
        std::vector<std::uint32_t> places(rows, results_.size() - 1);
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (!keys.valid(row)) continue;
            const auto found = places_.find(KeyOf<Stored>::of(keys[row]));
            if (found != places_.end()) places[row] = found->second;
        }
        return results_.take(places);
    }

  private:
    /// The values in the order of the entries, then the default.
    static Column column_of(ColumnType type, const Value& dict, const Value& otherwise) {
        table::Builder builder(type);
        for (const auto& entry : dict.as_dict().entries()) builder.append(entry.second);
        builder.append(otherwise);
        return builder.finish();
    }

    Value dict_;
    std::unordered_map<Key, std::uint32_t> places_;
    Column results_;
};

template <typename Stored, typename Read>
vec::KernelRef kernel(ColumnType type, const Value& dict, const Value& otherwise, Read read) {
    std::unordered_map<typename KeyOf<Stored>::type, std::uint32_t> places;
    std::uint32_t place = 0;
    for (const auto& entry : dict.as_dict().entries()) places.emplace(read(entry.first), place++);
    return std::make_shared<GetKernel<Stored>>(type, dict, otherwise, std::move(places));
}

}  // namespace

vec::KernelRef GetKernels::bind(std::span<const vec::KernelArgument> arguments) const {
    const Value* dict = arguments[0].constant;
    const Value* otherwise = arguments[2].constant;
    if (dict == nullptr || !dict->is(Nature::dict) || !arguments[1].type || otherwise == nullptr) {
        return nullptr;
    }
    const auto type = table::column_type_of(otherwise->nature());
    if (!type) return nullptr;
    const auto& entries = dict->as_dict().entries();
    for (const auto& [key, v] : entries) {
        if (table::column_type_of(key.nature()) != arguments[1].type) return nullptr;
        if (v.nature() != otherwise->nature()) return nullptr;
    }
    switch (*arguments[1].type) {
        case ColumnType::string:
            return kernel<table::StringView>(*type, *dict, *otherwise,
                                             [](const Value& v) { return v.as_text(); });
        case ColumnType::integer:
            return kernel<std::int64_t>(*type, *dict, *otherwise,
                                        [](const Value& v) { return v.as_integer(); });
        case ColumnType::uinteger:
            return kernel<std::uint64_t>(*type, *dict, *otherwise,
                                         [](const Value& v) { return v.as_uinteger(); });
        default:
            return nullptr;  // other keys are rare
    }
}

}  // namespace fluxi::stdlib::dict
