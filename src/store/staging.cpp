#include "store/staging.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <utility>

#include <fmt/core.h>
#include <xxhash.h>

#include "base/error.hpp"
#include "store/block_codec.hpp"

namespace fluxi::store {

namespace {

constexpr std::size_t kLongestKey = 65535;
constexpr std::size_t kLongestText = 1048576;
constexpr std::size_t kPointBytes = 16;

[[noreturn]] void fail_temporary(std::string_view what) {
    base::fail_with(base::Code::file, "a temporary file cannot be {}: {}", what,
                    std::strerror(errno));
}

/// A file without a name, on a disk rather than in memory where there is a choice.
int open_temporary() {
    const char* chosen = std::getenv("TMPDIR");
    for (const char* folder : {chosen, "/var/tmp", "/tmp"}) {
        if (folder == nullptr || *folder == '\0') continue;
        std::string name = std::string(folder) + "/fluxi-XXXXXX";
        const int descriptor = mkostemp(name.data(), O_CLOEXEC);
        if (descriptor < 0) continue;
        unlink(name.c_str());
        return descriptor;
    }
    fail_temporary("made");
}

}  // namespace

SpillFile::~SpillFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

std::uint64_t SpillFile::append(std::string_view bytes) {
    if (descriptor_ < 0) descriptor_ = open_temporary();
    const std::uint64_t place = size_;
    while (!bytes.empty()) {
        const ssize_t done =
            pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (done < 0) fail_temporary("written");
        bytes.remove_prefix(static_cast<std::size_t>(done));
        size_ += static_cast<std::uint64_t>(done);
    }
    return place;
}

std::string SpillFile::read(std::uint64_t place, std::size_t size) const {
    std::string bytes(size, '\0');
    for (std::size_t done = 0; done < size;) {
        const ssize_t got =
            pread(descriptor_, bytes.data() + done, size - done, static_cast<off_t>(place + done));
        if (got <= 0) fail_temporary("read");
        done += static_cast<std::size_t>(got);
    }
    return bytes;
}

namespace {

std::optional<Refusal> refused(std::string message) {
    return Refusal{true, std::move(message)};
}

void append_part(std::string& key, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    key.append(reinterpret_cast<const char*>(&size), sizeof size);
    key.append(part);
}

bool by_name(const StagedSeries& a, const StagedSeries& b) {
    return a.field < b.field;
}

}  // namespace

std::uint32_t Staging::measurement_of(std::string_view name) {
    const auto found = measurement_numbers_.find(name);
    if (found != measurement_numbers_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(measurements_.size());
    StagedMeasurement& made = measurements_.emplace_back();
    made.name = names_.add(name);
    measurement_numbers_.emplace(made.name, number);
    // The map of what is known is not changed any more, so its keys can be referred to.
    if (const auto known = known_.find(std::string(name)); known != known_.end()) {
        made.types.insert(known->second.begin(), known->second.end());
    }
    return number;
}

void Staging::grow() {
    std::vector<Slot> old(std::max<std::size_t>(64, slots_.size() * 2));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.tag_set == 0) continue;
        std::size_t place = slot.hash & mask;
        while (slots_[place].tag_set != 0) place = (place + 1) & mask;
        slots_[place] = slot;
    }
}

std::uint32_t Staging::tag_set_of(const io::LinePoint& point) {
    key_.clear();
    append_part(key_, point.measurement);
    for (const io::LineTag& tag : point.tags) {
        append_part(key_, tag.key);
        append_part(key_, tag.value);
    }
    if (slots_.size() < 2 * (tag_sets_.size() + 1)) grow();
    const std::uint64_t hash = XXH3_64bits(key_.data(), key_.size());
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    for (; slots_[place].tag_set != 0; place = (place + 1) & mask) {
        const Slot& slot = slots_[place];
        if (slot.hash == hash && keys_[slot.tag_set - 1] == key_) return slot.tag_set - 1;
    }
    const std::uint32_t measurement = measurement_of(point.measurement);
    StagedTagSet& made = tag_sets_.emplace_back();
    made.measurement = measurement;
    for (const io::LineTag& tag : point.tags) {
        made.tags.push_back({names_.add(tag.key), names_.add(tag.value)});
    }
    keys_.push_back(names_.add(key_));
    slots_[place] = {hash, static_cast<std::uint32_t>(tag_sets_.size())};
    return slots_[place].tag_set - 1;
}

/// What is wrong with a point whatever the types of its fields are.
std::optional<Refusal> Staging::refuse(const io::LinePoint& point) {
    if (point.measurement.empty()) return refused("a point without measurement");
    if (point.time < kEarliestTime || point.time > kLatestTime) {
        return refused(fmt::format("time outside range {} - {}", kEarliestTime, kLatestTime));
    }
    std::size_t size = point.measurement.size();
    for (const io::LineTag& tag : point.tags) {
        for (const std::string_view reserved : {"time", "_measurement", "_field", "_value"}) {
            if (tag.key != reserved) continue;
            return refused(
                fmt::format("invalid tag key: input tag \"{}\" on measurement \"{}\" is invalid",
                            tag.key, point.measurement));
        }
        if (tag.key.empty() || tag.value.empty()) return refused("a tag without name or value");
        size += tag.key.size() + tag.value.size() + 2;
    }
    for (const io::LineField& field : point.fields) {
        if (field.key.empty()) return refused("all fields must have non-empty names");
        if (size + field.key.size() + 4 > kLongestKey) {
            return refused(fmt::format("max key length exceeded: {} > {}",
                                       size + field.key.size() + 4, kLongestKey));
        }
        const auto* text = std::get_if<std::string_view>(&field.value);
        if (text != nullptr && text->size() > kLongestText) {
            return refused(
                fmt::format("input field \"{}\" on measurement \"{}\" is too long, {} > {}",
                            field.key, point.measurement, text->size(), kLongestText));
        }
    }
    return std::nullopt;
}

std::size_t Staging::series_of(StagedTagSet& set, const io::LineField& field, std::size_t hint) {
    if (hint < set.series.size() && set.series[hint].field == field.key) return hint;
    for (std::size_t i = 0; i < set.series.size(); ++i) {
        if (set.series[i].field == field.key) return i;
    }
    return set.series.size();
}

/// Whether all fields have the types that they have in the measurement. Sets places_, and adds
/// series that are new, but only if all fit.
bool Staging::type_fits(StagedMeasurement& measurement, StagedTagSet& set,
                        const io::LinePoint& point) {
    const std::size_t before = set.series.size();
    std::vector<std::string_view> new_types;
    places_.clear();
    for (std::size_t i = 0; i < point.fields.size(); ++i) {
        const io::LineField& field = point.fields[i];
        const FieldType type = type_of(field.value);
        const std::size_t place = series_of(set, field, i);
        if (place == set.series.size()) {
            const std::string_view name = names_.add(field.key);
            const auto [known, is_new] = measurement.types.try_emplace(name, type);
            if (is_new) new_types.push_back(name);
            set.series.emplace_back();
            set.series.back().field = name;
            set.series.back().type = known->second;
        }
        if (set.series[place].type != type) {
            for (const std::string_view name : new_types) measurement.types.erase(name);
            set.series.resize(before);
            return false;
        }
        places_.push_back(place);
    }
    return true;
}

std::optional<Refusal> Staging::add(const io::LinePoint& point) {
    if (auto wrong = refuse(point)) return wrong;
    StagedTagSet& set = tag_sets_[tag_set_of(point)];
    StagedMeasurement& measurement = measurements_[set.measurement];
    if (!type_fits(measurement, set, point)) {
        for (const io::LineField& field : point.fields) {
            const auto known = measurement.types.find(field.key);
            const auto twice =
                std::find_if(point.fields.begin(), point.fields.end(),
                             [&](const io::LineField& other) { return other.key == field.key; });
            const FieldType type =
                known == measurement.types.end() ? type_of(twice->value) : known->second;
            if (type == type_of(field.value)) continue;
            return refused(fmt::format(
                "field type conflict: input field \"{}\" on measurement \"{}\" is type {}, already "
                "exists as type {}",
                field.key, point.measurement, type_name(type_of(field.value)), type_name(type)));
        }
    }
    for (std::size_t i = 0; i < point.fields.size(); ++i) {
        RawPoints& points = set.series[places_[i]].points;
        points.times.push_back(point.time);
        bytes_ += kPointBytes;
        if (const auto* text = std::get_if<std::string_view>(&point.fields[i].value)) {
            points.words.push_back(points.texts.size());
            points.texts.push_back(texts_->add(*text));
            bytes_ += text->size() + sizeof(std::string_view);
        } else {
            points.words.push_back(word_of(point.fields[i].value));
        }
    }
    return std::nullopt;
}

void Staging::spill(SpillFile& file) {
    for (StagedTagSet& set : tag_sets_) {
        for (StagedSeries& series : set.series) {
            RawPoints points;
            std::swap(points, series.points);
            if (points.empty()) continue;
            normalise(points);
            const std::string bytes =
                encode_block(series.type, points.times, points.words, points.texts);
            series.runs.push_back({file.append(bytes), bytes.size(), points.size(),
                                   points.times.front(), points.times.back()});
        }
    }
    texts_ = std::make_unique<table::StringHeap>();
    bytes_ = 0;
}

void Staging::finish() {
    for (StagedTagSet& set : tag_sets_) {
        for (StagedSeries& series : set.series) normalise(series.points);
        std::sort(set.series.begin(), set.series.end(), by_name);
    }
    std::sort(tag_sets_.begin(), tag_sets_.end(),
              [&](const StagedTagSet& a, const StagedTagSet& b) {
                  if (a.measurement != b.measurement) {
                      return measurements_[a.measurement].name < measurements_[b.measurement].name;
                  }
                  return compare_tags(a.tags, b.tags) < 0;
              });
    keys_.clear();
    slots_.clear();
}

}  // namespace fluxi::store
