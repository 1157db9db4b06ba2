#include "value/zone.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

#include "base/error.hpp"
#include "base/nearest.hpp"
#include "value/zone_rule.hpp"

namespace fluxi::value {
namespace {

constexpr std::int64_t kBeginning = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kFirstYear = 1677;
constexpr std::int64_t kLastYear = 2263;

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

/// The counts of a TZif header, and where its data begins and ends.
struct Block {
    std::size_t times, types, width, data, end;

    [[nodiscard]] std::size_t indices() const { return data + times * width; }
    [[nodiscard]] std::size_t type_table() const { return indices() + times; }
};

std::optional<Block> block_at(std::string_view file, std::size_t at, std::size_t width) {
    constexpr std::size_t kHeader = 44;
    if (file.size() < at + kHeader || file.substr(at, 4) != "TZif") return std::nullopt;
    const auto count = [&](std::size_t i) {
        return static_cast<std::size_t>(big_endian(file.substr(at + 20 + 4 * i, 4)));
    };
    const std::size_t ut_marks = count(0), wall_marks = count(1), leaps = count(2);
    Block block{count(3), count(4), width, at + kHeader, 0};
    block.end = block.type_table() + block.types * 6 + count(5) + leaps * (width + 4) + wall_marks +
                ut_marks;
    if (block.types == 0 || block.end > file.size()) return std::nullopt;
    return block;
}

/// One kind of local time.
struct LocalType {
    std::int32_t offset;
    bool daylight;
};

/// The local time before the first change: the first type unless a change leads to it, else the
/// standard time before the first change, else the first standard time (as in Go).
std::int32_t first_offset(const std::vector<LocalType>& types, std::string_view indices) {
    if (indices.find('\0') == std::string_view::npos) return types[0].offset;
    const auto first = static_cast<std::size_t>(static_cast<unsigned char>(indices[0]));
    if (types[first].daylight)
        for (std::size_t i = first; i-- > 0;)
            if (!types[i].daylight) return types[i].offset;
    for (const LocalType& type : types)
        if (!type.daylight) return type.offset;
    return types[0].offset;
}

}  // namespace

Zone::Zone() : starts_{kBeginning}, offsets_{0} {}

std::optional<Zone> Zone::parse(std::string name, std::string_view file) {
    auto block = block_at(file, 0, 4);
    if (!block) return std::nullopt;
    std::string_view footer;
    if (file[4] >= '2') {
        block = block_at(file, block->end, 8);
        if (!block) return std::nullopt;
        footer = file.substr(block->end);
    }
    std::vector<LocalType> types;
    for (std::size_t i = 0; i < block->types; ++i) {
        const std::string_view entry = file.substr(block->type_table() + i * 6, 6);
        types.push_back({static_cast<std::int32_t>(big_endian(entry.substr(0, 4))), entry[4] != 0});
    }
    const std::string_view indices = file.substr(block->indices(), block->times);
    for (const char index : indices)
        if (static_cast<unsigned char>(index) >= types.size()) return std::nullopt;

    Zone zone;
    zone.name_ = std::move(name);
    zone.offsets_[0] = first_offset(types, indices);
    for (std::size_t i = 0; i < block->times; ++i) {
        const std::uint64_t bits =
            big_endian(file.substr(block->data + i * block->width, block->width));
        const std::int64_t at = block->width == 8
                                    ? static_cast<std::int64_t>(bits)
                                    : static_cast<std::int32_t>(static_cast<std::uint32_t>(bits));
        if (at <= zone.starts_.back() && i > 0) return std::nullopt;
        zone.starts_.push_back(at);
        zone.offsets_.push_back(types[static_cast<unsigned char>(indices[i])].offset);
    }
    if (footer.size() > 2 && footer.front() == '\n' && footer.back() == '\n') {
        const auto rule = ZoneRule::parse(footer.substr(1, footer.size() - 2));
        const std::int64_t last = block->times == 0 ? kBeginning : zone.starts_.back();
        if (rule)
            for (const ZoneRule::Change& change : rule->changes(last, kFirstYear, kLastYear)) {
                zone.starts_.push_back(change.at);
                zone.offsets_.push_back(change.offset);
            }
    }
    return zone;
}

std::size_t Zone::index_at(std::int64_t seconds) const {
    const auto next = std::upper_bound(starts_.begin() + 1, starts_.end(), seconds);
    return static_cast<std::size_t>(next - starts_.begin()) - 1;
}

Zone::Period Zone::period(std::size_t index) const {
    return {starts_[index], index + 1 < starts_.size() ? starts_[index + 1] : kEnd,
            offsets_[index]};
}

Zone::Period Zone::period_at(std::int64_t seconds) const {
    return period(index_at(seconds));
}

std::vector<std::int64_t> Zone::transitions() const {
    return {starts_.begin() + 1, starts_.end()};
}

std::int64_t Zone::from_wall(std::int64_t wall) const {
    constexpr std::int64_t kFarthest = 26 * 3600;  // no place is farther from UTC
    const std::int64_t seconds = floor_div(wall, kNsPerSecond);
    for (std::size_t i = index_at(seconds - kFarthest);; ++i) {
        const Period here = period(i);
        const std::int64_t instant = seconds - here.offset;
        // The period before ended too early and this one begins too late: the wall clock skipped
        // it.
        if (instant < here.start) return wrap_mul(here.start, kNsPerSecond);
        if (instant < here.end) return wrap_sub(wall, here.offset * kNsPerSecond);
    }
}

ZoneDatabase::ZoneDatabase()
    : folders_{"/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ",
               "/etc/zoneinfo"} {}

const Zone* ZoneDatabase::find(std::string_view name) {
    if (name.empty() || name == "UTC") return &utc_;
    // A name is a path below the folder and never leaves it.
    if (name.front() == '/' || name.front() == '\\' || name.find("..") != std::string_view::npos)
        return nullptr;
    const std::lock_guard lock(mutex_);
    if (const auto known = zones_.find(name); known != zones_.end()) return known->second.get();
    for (const std::string& folder : folders_) {
        const std::string path = folder + "/" + std::string(name);
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(path, ignored)) continue;
        std::ifstream in(path, std::ios::binary);
        const std::string file{std::istreambuf_iterator<char>(in),
                               std::istreambuf_iterator<char>()};
        if (auto zone = Zone::parse(std::string(name), file))
            return zones_.emplace(name, std::make_unique<const Zone>(std::move(*zone)))
                .first->second.get();
    }
    return nullptr;
}

const Zone& ZoneDatabase::get(std::string_view name) {
    if (const Zone* zone = find(name)) return *zone;
    const std::vector<std::string> all = names();
    const std::vector<std::string_view> known(all.begin(), all.end());
    base::Diagnostic diagnostic;
    diagnostic.message = "unknown time zone " + std::string(name);
    if (known.empty()) {
        diagnostic.notes.push_back("this system has no time zone database; install tzdata");
    } else if (const std::string_view near = base::nearest(name, known); !near.empty()) {
        diagnostic.help.push_back("did you mean \"" + std::string(near) + "\"?");
    }
    throw base::RuntimeError(std::move(diagnostic));
}

std::vector<std::string> ZoneDatabase::names() const {
    namespace fs = std::filesystem;
    std::vector<std::string> names;
    for (const std::string& folder : folders_) {
        std::error_code failed;
        for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
             it.increment(failed)) {
            const std::string name = it->path().lexically_relative(folder).string();
            // The lower-case entries are other files, and copies of the zones with other leap
            // seconds.
            if (name[0] < 'A' || name[0] > 'Z') {
                it.disable_recursion_pending();
                continue;
            }
            std::error_code ignored;
            if (it->is_regular_file(ignored)) names.push_back(name);
        }
        if (!names.empty()) break;
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace fluxi::value
