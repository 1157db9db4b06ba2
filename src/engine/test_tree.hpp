// The test files that the paths of a command line stand for, and the roots they belong to. A folder
// stands for all `*_test.flux` files below it. A file `fluxtest.root` makes its folder the root of
// a module: it says what the module is called, so that a testcase can extend one of another file,
// and which tags its testcases may have. Owns nothing but names; files are read through the host.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/file_system.hpp"

namespace fluxi::engine {

struct TestRoot {
    std::string name{};
    std::string folder{};  ///< absolute
    std::vector<std::string> tags{};
};

struct TestFile {
    std::string path{};      ///< as the command line names it
    std::string absolute{};  ///< the same from the root of the file system
};

class TestTree {
  public:
    explicit TestTree(std::shared_ptr<host::FileSystem> files) : files_(std::move(files)) {}

    /// Adds a folder or a .flux file. Files that are known already are not added again.
    /// @throws base::RuntimeError if it cannot be read or a root is wrong or not the only one of
    /// its name
    void add(const std::string& path);

    [[nodiscard]] const std::vector<TestFile>& files() const noexcept { return found_; }
    [[nodiscard]] const std::vector<TestRoot>& roots() const noexcept { return roots_; }
    /// The innermost root above a file; null if there is none.
    [[nodiscard]] const TestRoot* root_of(const TestFile& file) const;
    /// The tags of all roots, sorted, each once.
    [[nodiscard]] std::vector<std::string> tags() const;

    /// A testcase as `extends` names it: `MODULE/path/of/file_test.NAME`.
    struct Place {
        std::string file{};  ///< absolute
        std::string testcase{};
    };
    /// @throws base::RuntimeError if it names no module or no known one
    [[nodiscard]] Place resolve(std::string_view extended) const;

    [[nodiscard]] std::string read(const std::string& path) const { return files_->read(path); }

  private:
    void add_file(const std::string& path);
    void walk(const std::string& path);
    /// Looks for a root in a folder and in all above it.
    void find_roots(std::string folder);
    void read_root(const std::string& folder);

    std::shared_ptr<host::FileSystem> files_;
    std::vector<TestFile> found_{};
    std::vector<TestRoot> roots_{};
};

}  // namespace fluxi::engine
