#include "cli/conformance/example_buckets.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/error.hpp"
#include "host/clock.hpp"
#include "store/store.hpp"

namespace fluxi::cli::conformance {

namespace fs = std::filesystem;

ExampleBuckets::ExampleBuckets()
    : folder_((fs::temp_directory_path() / "fluxi-conformance-XXXXXX").string()) {
    if (mkdtemp(folder_.data()) == nullptr)
        base::fail_with(base::Code::file, "{} cannot be made: {}", folder_, std::strerror(errno));
}

ExampleBuckets::~ExampleBuckets() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

bool ExampleBuckets::make_missing(const std::string& error) {
    constexpr std::string_view kMissing = "could not find bucket \"";
    const auto at = error.find(kMissing);
    if (at == std::string::npos) return false;
    const auto begin = at + kMissing.size();
    const auto end = error.find('"', begin);
    if (end == std::string::npos) return false;
    const std::string name = error.substr(begin, end - begin);
    if (store::parse_id(name) || !made_.insert(name).second) return false;
    const auto store = store::open_store(file(), std::make_shared<host::SystemClock>());
    const auto transaction = store->begin();
    transaction->create_bucket(name, 0);
    transaction->commit();
    return true;
}

}  // namespace fluxi::cli::conformance
