// A folder of its own for a store in a test, removed when the test is done.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <stdlib.h>

namespace fluxi::tests {

class StoreFolder {
  public:
    StoreFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "fluxi-store-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    StoreFolder(const StoreFolder&) = delete;
    StoreFolder& operator=(const StoreFolder&) = delete;
    ~StoreFolder() {
        std::error_code ignored;
        std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(folder_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
    [[nodiscard]] std::string file() const { return (folder_ / "data.db").string(); }

    [[nodiscard]] std::string bytes() const {
        std::ifstream in(file(), std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }
    void write(const std::string& bytes) const {
        std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace fluxi::tests
