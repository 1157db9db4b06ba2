#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <functional>

#include "base/error.hpp"
#include "host/host.hpp"

using namespace fluxi;
using namespace fluxi::host;

namespace {

struct Address {
    sockaddr_storage storage{};
    explicit Address(const std::string& text) {
        if (text.find(':') == std::string::npos) {
            sockaddr_in v4{};
            v4.sin_family = AF_INET;
            REQUIRE(inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1);
            std::memcpy(&storage, &v4, sizeof v4);
        } else {
            sockaddr_in6 v6{};
            v6.sin6_family = AF_INET6;
            REQUIRE(inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1);
            std::memcpy(&storage, &v6, sizeof v6);
        }
    }
    [[nodiscard]] const sockaddr& get() const { return reinterpret_cast<const sockaddr&>(storage); }
};

/// A directory that goes away with the test.
struct Scratch {
    std::filesystem::path path;
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "fluxi_host_XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    [[nodiscard]] std::string operator/(const std::string& name) const {
        return (path / name).string();
    }
};

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const base::RuntimeError& error) {
        return error.what();
    }
    return "(no error)";
}

}  // namespace

TEST_CASE("private addresses are told from public ones at the edges of their ranges") {
    for (const char* text : {"127.0.0.1",
                             "10.255.255.255",
                             "100.64.0.0",
                             "100.127.255.255",
                             "172.31.255.255",
                             "192.168.0.1",
                             "169.254.169.254",
                             "198.19.255.255",
                             "240.0.0.1",
                             "0.0.0.0",
                             "::1",
                             "::",
                             "fe80::1",
                             "febf::1",
                             "fdff::1",
                             "2001:db8::1",
                             "2001:1ff::",
                             "2002::1",
                             "100::1",
                             "::ffff:10.0.0.1",
                             "::ffff:127.0.0.1"}) {
        CAPTURE(text);
        CHECK(is_private_address(Address(text).get()));
    }
    for (const char* text : {"1.1.1.1", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.0.1",
                             "172.32.0.0", "192.88.99.1", "198.20.0.0", "239.255.255.255",
                             "2606:4700::1111", "2001:200::", "fec0::1", "::ffff:8.8.8.8"}) {
        CAPTURE(text);
        CHECK_FALSE(is_private_address(Address(text).get()));
    }
}

TEST_CASE("the policy names the option that forbids") {
    NetworkPolicy policy;
    CHECK_NOTHROW(policy.check_target("example.com", 80));
    policy.allow = {parse_host_port("Example.com:8080", "--allow-net"),
                    parse_host_port("[::1]", "--allow-net")};
    CHECK_NOTHROW(policy.check_target("EXAMPLE.com", 8080));
    CHECK_NOTHROW(policy.check_target("[::1]", 1));
    CHECK(message_of([&] { policy.check_target("example.com", 80); }) ==
          "example.com:80 is not among the hosts of --allow-net");
    policy.deny_private = true;
    CHECK(policy.refusal(Address("10.0.0.1").get()) ==
          "10.0.0.1 is a private address (--deny-private-net)");
    CHECK_FALSE(policy.refusal(Address("8.8.8.8").get()).has_value());
    policy.deny_all = true;
    CHECK(message_of([&] { policy.check_target("example.com", 8080); }) ==
          "example.com:8080: the network is forbidden in this run (--deny-net)");
    CHECK(policy.refusal(Address("8.8.8.8").get()).has_value());
}

TEST_CASE("hosts and connect-to entries are checked when they are read") {
    CHECK(parse_host_port("::1", "--x") == HostPort{"::1", std::nullopt});
    CHECK(parse_host_port("[fe80::1]:443", "--x") == HostPort{"fe80::1", 443});
    for (const char* bad : {"", ":80", "a:", "a:0", "a:70000", "a:b", "a:1:2"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(parse_host_port(bad, "--allow-net"), base::RuntimeError);
    }
    CHECK(parse_connect_to("a:80:127.0.0.1:8080", "--x") == "a:80:127.0.0.1:8080");
    CHECK_NOTHROW(parse_connect_to("::[::1]:8080", "--x"));
    CHECK_THROWS_AS(parse_connect_to("a:80:b", "--connect-to"), base::RuntimeError);
    CHECK_THROWS_AS(parse_connect_to("a:x:b:1", "--connect-to"), base::RuntimeError);
}

TEST_CASE("secrets come from lines, JSON, the environment, the first source that knows") {
    const auto lines = parse_secrets("# comment\n\n a = b=c \r\nempty=\n", "f");
    CHECK(lines == std::map<std::string, std::string>{{"a", "b=c"}, {"empty", ""}});
    CHECK(parse_secrets(" {\"a\": \"b\"}", "f") == std::map<std::string, std::string>{{"a", "b"}});
    CHECK(message_of([] { parse_secrets("a=1\nhunter2", "f"); }) ==
          "secrets file f, line 2: expected key=value");
    CHECK_THROWS_AS(parse_secrets("{\"a\": 1}", "f"), base::RuntimeError);
    CHECK_THROWS_AS(parse_secrets("{oops", "f"), base::RuntimeError);

    const auto environment = std::make_shared<MapEnvironment>(
        std::map<std::string, std::string>{{"S_A", "env"}, {"S_B", "env"}});
    const ChainedSecrets chain(
        {std::make_shared<MapSecrets>(std::map<std::string, std::string>{{"A", "map"}}),
         std::make_shared<EnvironmentSecrets>(environment, "S_")});
    CHECK(chain.get("A") == "map");
    CHECK(chain.get("B") == "env");
    CHECK_FALSE(chain.get("C").has_value());
}

TEST_CASE("files are written whole, mapped, streamed and listed") {
    const Scratch scratch;
    LocalFileSystem files;
    const auto path = scratch / "a.txt";
    files.write(path, "one");
    files.write(path, "two");
    CHECK(files.read(path) == "two");
    CHECK(files.open(path)->bytes() == "two");
    files.write(scratch / "empty", "");
    CHECK(files.read(scratch / "empty").empty());
    std::filesystem::create_directory(scratch / "dir");
    CHECK(files.list(scratch.path.string()) ==
          std::vector<DirectoryEntry>{{"a.txt", false}, {"dir", true}, {"empty", false}});
    std::array<char, 2> block{};
    const auto file = files.open(path);
    CHECK(file->read(block) == 2);
    CHECK(file->read(block) == 1);
    CHECK(file->read(block) == 0);
    CHECK(message_of([&] { static_cast<void>(files.open(scratch / "none")); }) ==
          "cannot open " + (scratch / "none") + ": No such file or directory");
    CHECK_THROWS_AS(static_cast<void>(files.read(scratch / "dir")), base::RuntimeError);
    CHECK(files.exists(scratch / "dir"));
    CHECK_FALSE(files.exists(scratch / "none"));
}

TEST_CASE("--no-fs refuses all but the places that were named") {
    const Scratch scratch;
    const auto local = std::make_shared<LocalFileSystem>();
    std::filesystem::create_directory(scratch / "data");
    local->write(scratch / "data/in", "x");
    local->write(scratch / "out", "x");
    NoFileSystem files(local, {scratch / "data"});
    CHECK(files.read(scratch / "data/in") == "x");
    CHECK(message_of([&] {
              static_cast<void>(files.read(scratch / "data/../out"));
          }).find("--no-fs") != std::string::npos);
    CHECK_THROWS_AS(files.write("/tmp/x", ""), base::RuntimeError);
    std::filesystem::create_symlink(scratch / "out", scratch / "data/link");
    CHECK_THROWS_AS(static_cast<void>(files.open(scratch / "data/link")), base::RuntimeError);
}

TEST_CASE("the fake file system lists what paths imply") {
    MemoryFileSystem files({{"d/a", "1"}, {"d/e/b", "2"}, {"d/e/c", "3"}});
    CHECK(files.list("d") == std::vector<DirectoryEntry>{{"a", false}, {"e", true}});
    CHECK(files.exists("d/e"));
    CHECK_FALSE(files.exists("d/ee"));
    CHECK(files.read("d/e/b") == "2");
    CHECK_THROWS_AS(static_cast<void>(files.list("x")), base::RuntimeError);
}
