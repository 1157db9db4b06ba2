#include "cli/data_options.hpp"

#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/error.hpp"
#include "base/nearest.hpp"
#include "cli/settings_file.hpp"
#include "value/duration.hpp"

namespace fluxi::cli {

void DataOptions::declare(CommandLine& command) {
    command
        .add_option("--data", data,
                    "The file of the store (also FLUXI_DATA, fluxi.toml; by default fluxi/data.db "
                    "in the user's "
                    "data folder)")
        .type_name("FILE");
}

std::string DataOptions::path() const {
    const host::Host host;
    return data_file(host, data, file_settings(host, "."));
}

std::shared_ptr<store::Store> DataOptions::open() const {
    return store::open_store(path(), std::make_shared<host::SystemClock>());
}

store::BucketRef find_bucket(const store::Store& store, const std::string& name) {
    if (auto bucket = store.bucket(std::string_view(name))) return bucket;
    if (const auto id = store::parse_id(name)) {
        if (auto bucket = store.bucket(*id)) return bucket;
    }
    const auto buckets = store.buckets();
    std::string there;
    std::vector<std::string_view> names;
    for (const auto& bucket : buckets) {
        there += fmt::format("{}{}", there.empty() ? "" : ", ", bucket.name);
        names.push_back(bucket.name);
    }
    const std::string_view near = base::nearest(name, names);
    base::fail("bucket \"{}\" not found; {}{}", name,
               there.empty() ? "there are none yet: `fluxi bucket create NAME` makes one"
                             : "there are: " + there,
               near.empty() ? "" : fmt::format("; did you mean {}?", near));
}

std::int64_t parse_retention(const std::string& text) {
    if (text == "forever" || text == "0") return 0;
    const value::ParsedDuration parsed = value::parse_duration(text);
    if (!parsed.problem.empty()) {
        base::fail("--retention {}: {}; write it as 30d or 1h30m, or as forever", text,
                   parsed.problem);
    }
    if (parsed.duration.months != 0 || parsed.duration.nanoseconds <= 0) {
        base::fail("--retention {}: a positive length of time without months is expected", text);
    }
    return parsed.duration.nanoseconds;
}

std::string retention_text(std::int64_t retention) {
    if (retention == 0) return "forever";
    value::Duration duration;
    duration.nanoseconds = retention;
    return value::to_string(duration);
}

std::string grouped(std::uint64_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, ",");
    return digits;
}

}  // namespace fluxi::cli
