// The tables of the store's file and their version (docs/storage.md). Opening checks that a file is
// a store of a version known here; a store of an older version is brought up to date by steps, each
// in a transaction; one of a newer version is refused.
#pragma once

#include <memory>
#include <string>

#include "store/sqlite.hpp"

namespace fluxi::store {

/// The newest version that is known here.
inline constexpr std::int64_t kFormatVersion = 1;

/// For reading: null if there is no file, or an empty one. Works for read-only files in read-only
/// folders.
std::unique_ptr<Database> open_for_reading(const std::string& path);
/// For writing; makes the file and its folders if they are missing.
std::unique_ptr<Database> open_for_writing(const std::string& path);

}  // namespace fluxi::store
