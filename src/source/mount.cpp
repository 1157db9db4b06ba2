#include "source/mount.hpp"

#include <utility>
#include <vector>

#include "base/error.hpp"
#include "store/memory_bucket.hpp"
#include "store/point_input.hpp"

namespace fluxi::source {

namespace {

void collect(const host::FileSystem& files, const std::string& folder,
             std::vector<std::string>& paths) {
    for (const host::DirectoryEntry& entry : files.list(folder)) {
        if (entry.name.starts_with('.')) continue;
        const std::string path = folder + "/" + entry.name;
        if (entry.is_directory) {
            collect(files, path, paths);
        } else {
            paths.push_back(path);
        }
    }
}

/// The file, or all files of the folder.
std::vector<std::string> paths_at(const host::FileSystem& files, const std::string& path) {
    std::vector<std::string> paths;
    try {
        collect(files, path, paths);
    } catch (const base::RuntimeError&) {
        // No folder; what is wrong with the file is said when it is opened.
        return {path};
    }
    return paths;
}

void read_file(const host::FileSystem& files, const std::string& path, std::int64_t now,
               store::MemoryBucketBuilder& bucket) {
    store::PointInputOptions options;
    options.name = path;
    options.now = now;
    const store::PointInputReport report = store::read_points(
        files.open(path), options, [&](const io::LinePoint& point, std::uint64_t line) {
            const std::string refused = bucket.add(point);
            if (refused.empty()) return;
            base::fail_with(base::Code::format, "{}{}: {}", path,
                            line == 0 ? std::string() : fmt::format(":{}", line), refused);
        });
    if (report.problems.empty()) return;
    const io::LineProblem& first = report.problems.front();
    base::fail_with(base::Code::format, "{}:{}: {}: {}", path, first.line, first.reason,
                    first.text);
}

}  // namespace

store::BucketRef read_mount(const host::FileSystem& files, const std::string& path,
                            const store::BucketInfo& info, std::int64_t now) {
    store::MemoryBucketBuilder bucket(info);
    for (const std::string& file : paths_at(files, path)) read_file(files, file, now, bucket);
    return bucket.finish();
}

}  // namespace fluxi::source
