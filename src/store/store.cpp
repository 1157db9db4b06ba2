#include "store/store.hpp"

#include <utility>

#include <fmt/core.h>

#include "base/error.hpp"

namespace fluxi::store {

std::string WriteOutcome::message() const {
    if (!first) return {};
    return fmt::format("partial write: {} dropped={}", first->message, dropped);
}

std::string store_path(std::string_view option, const host::Environment& environment) {
    if (!option.empty()) return std::string(option);
    const auto set = [&](const char* name) {
        auto value = environment.get(name);
        return value && !value->empty() ? std::move(value) : std::nullopt;
    };
    if (auto path = set("FLUXI_DATA")) return *path;
    if (auto folder = set("XDG_DATA_HOME")) return *folder + "/fluxi/data.db";
    if (auto home = set("HOME")) return *home + "/.local/share/fluxi/data.db";
    base::fail_with(base::Code::file,
                    "there is no place for the data: none of FLUXI_DATA, XDG_DATA_HOME and HOME is "
                    "set; name a file with --data");
}

void check_bucket_name(std::string_view name) {
    if (name.empty()) base::fail("a bucket needs a name");
    // InfluxDB keeps these itself; here whoever uses package monitor makes them.
    const bool of_the_system = name == "_monitoring" || name == "_tasks";
    if (name.starts_with('_') && !of_the_system) {
        base::fail("bucket name {} is invalid. Buckets may not start with underscore", name);
    }
    if (name.find('"') != std::string_view::npos) {
        base::fail("bucket name {} is invalid. Bucket names may not include quotation marks", name);
    }
}

}  // namespace fluxi::store
