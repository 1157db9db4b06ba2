// Files as buckets: a file or a folder of files with line protocol or annotated CSV, plain or
// compressed with gzip or zstd, read into memory when a script first asks for the bucket.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "host/file_system.hpp"
#include "store/bucket.hpp"

namespace fluxi::source {

/// Reads what is at `path`: a file, or all files of a folder and those below it. `now` is the time
/// of points without one. Throws base::RuntimeError that names the file and, for a line that is not
/// what it should be, the line.
store::BucketRef read_mount(const host::FileSystem& files, const std::string& path,
                            const store::BucketInfo& info, std::int64_t now);

}  // namespace fluxi::source
