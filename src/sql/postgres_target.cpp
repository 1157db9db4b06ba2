#include "sql/postgres_target.hpp"

#include <array>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/error.hpp"
#include "net/resolve.hpp"
#include "sql/name_text.hpp"
#include "sql/postgres_library.hpp"

namespace fluxi::sql {

namespace {

constexpr std::uint16_t kPort = 5432;

using Parameters = std::vector<std::pair<std::string, std::string>>;

struct OptionsFree {
    void operator()(PQconninfoOption* options) const { pq().PQconninfoFree(options); }
};

/// A message of libpq about a name that it cannot read. It quotes what stands at the faulty place,
/// which can be a password; only the names of parameters may be told.
std::string without_values(std::string_view reason) {
    reason = reason.substr(0, reason.find('\n'));
    if (reason.starts_with("missing \"=\"")) {
        return "missing \"=\"; expected postgres://user:password@host:port/database or "
               "keyword=value pairs, where a value with a space stands in '…'";
    }
    const std::size_t quote = reason.find('"');
    if (quote == std::string_view::npos) return std::string(reason);
    if (reason.starts_with("invalid connection option") ||
        reason.starts_with("invalid URI query parameter"))
        return std::string(reason.substr(0, 200));
    if (reason.starts_with("invalid percent-encoded token"))
        return "a % without two hexadecimal digits behind it; the character % is written %25";
    if (reason.find("IPv6") != std::string_view::npos)
        return "an address that begins with [ ends with ]";
    reason = reason.substr(0, quote);
    while (reason.ends_with(' ') || reason.ends_with(':')) reason.remove_suffix(1);
    return std::string(reason);
}

Parameters parsed(const std::string& name) {
    if (name.find_first_not_of(" \t\r\n") == std::string::npos) {
        base::fail("invalid data source url: empty path supplied");
    }
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, OptionsFree> options(
        pq().PQconninfoParse(name.c_str(), &message));
    if (!options) {
        const std::string reason = message == nullptr ? "out of memory" : message;
        pq().PQfreemem(message);
        base::fail("invalid data source url: {}", without_values(reason));
    }
    Parameters parameters;
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr && *option->val != '\0') {
            parameters.emplace_back(option->keyword, option->val);
        }
    }
    return parameters;
}

/// The parameter, taken out; else the variable of the environment; else the fallback.
std::string take(Parameters& parameters, std::string_view keyword, const host::Host& host,
                 const char* variable, std::string fallback) {
    for (auto at = parameters.begin(); at != parameters.end(); ++at) {
        if (at->first != keyword) continue;
        std::string text = std::move(at->second);
        parameters.erase(at);
        return text;
    }
    return host.environment->get(variable).value_or(std::move(fallback));
}

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
        if (i < list.size() && list[i] != ',') continue;
        parts.push_back(list.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

std::string default_host() {
    std::error_code ignored;
    constexpr const char* kSockets = "/var/run/postgresql";
    return std::filesystem::is_directory(kSockets, ignored) ? kSockets : "/tmp";
}

bool is_socket(std::string_view host) {
    return !host.empty() && (host.front() == '/' || host.front() == '@');
}

struct Place {
    std::string host;
    std::uint16_t port = kPort;
};

std::vector<Place> places_of(Parameters& parameters, const host::Host& host) {
    // An address beside a name would lead around what the policy says about the name.
    const std::string address = take(parameters, "hostaddr", host, "PGHOSTADDR", "");
    const std::string named = take(parameters, "host", host, "PGHOST", "");
    const auto hosts = split(!address.empty() ? address : named.empty() ? default_host() : named);
    const auto ports = split(take(parameters, "port", host, "PGPORT", std::to_string(kPort)));
    if (ports.size() != 1 && ports.size() != hosts.size()) {
        base::fail("invalid data source url: {} hosts but {} ports", hosts.size(), ports.size());
    }
    std::vector<Place> places;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const std::string& text = ports[ports.size() == 1 ? 0 : i];
        std::uint16_t port = kPort;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
        const bool whole = error == std::errc{} && end == text.data() + text.size() && port != 0;
        if (!whole && !text.empty()) fail_port("url", text);
        check_host(hosts[i]);
        places.push_back({hosts[i].empty() ? default_host() : hosts[i], port});
    }
    return places;
}

void check_files(const Parameters& parameters, const host::Host& host) {
    static constexpr std::array<std::string_view, 6> kFiles = {
        "passfile", "sslcert", "sslkey", "sslrootcert", "sslcrl", "sslcrldir"};
    for (const auto& [keyword, text] : parameters) {
        if (keyword == "service") {
            base::fail(
                "invalid data source url: service files are not read; write the host, port "
                "and database");
        }
        for (const std::string_view file : kFiles) {
            if (keyword == file && text != "system") (void)host.files->exists(text);
        }
    }
}

/// The lists of hosts, addresses and ports side by side, as libpq takes them.
class Lists {
  public:
    void add(const std::string& host, const std::string& address, std::uint16_t port) {
        const std::string separator = hosts_.empty() ? "" : ",";
        hosts_ += separator + host;
        addresses_ += separator + address;
        ports_ += separator + std::to_string(port);
    }
    void append_to(Parameters& parameters) const {
        parameters.emplace_back("host", hosts_);
        if (addresses_.find_first_not_of(',') != std::string::npos) {
            parameters.emplace_back("hostaddr", addresses_);
        }
        parameters.emplace_back("port", ports_);
    }

  private:
    std::string hosts_{};
    std::string addresses_{};
    std::string ports_{};
};

void check_socket(const host::NetworkPolicy& policy, const Place& place) {
    policy.check_target(place.host, place.port);
    if (policy.deny_private) {
        base::fail_with(base::Code::denied, "{} is a socket of this machine (--deny-private-net)",
                        place.host);
    }
}

std::string described(const std::vector<Place>& places, std::string_view database) {
    std::string text;
    for (const Place& place : places) {
        if (!text.empty()) text += ',';
        text += fmt::format("{}:{}", place.host, place.port);
    }
    return database.empty() ? text : fmt::format("{}/{}", text, database);
}

std::string database_of(const Parameters& parameters, const host::Host& host) {
    for (const auto& [keyword, text] : parameters) {
        if (keyword == "dbname") return text;
    }
    return host.environment->get("PGDATABASE").value_or("");
}

}  // namespace

PostgresTarget parse_postgres_name(const std::string& name, const host::Host& host) {
    PostgresTarget target;
    target.parameters = parsed(name);
    const auto places = places_of(target.parameters, host);
    target.place = described(places, database_of(target.parameters, host));
    return target;
}

PostgresTarget postgres_target(const std::string& name, const host::Host& host) {
    PostgresTarget target;
    target.parameters = parsed(name);
    check_files(target.parameters, host);
    const auto places = places_of(target.parameters, host);
    target.place = described(places, database_of(target.parameters, host));
    Lists lists;
    for (const Place& place : places) {
        if (is_socket(place.host)) {
            check_socket(host.network, place);
            lists.add(place.host, "", place.port);
            continue;
        }
        const net::Target found = net::resolve(host.network, place.host, place.port);
        for (const net::Address& address : found.addresses) {
            // The name stays for the check of a certificate.
            lists.add(place.host, address.text(), found.port);
        }
    }
    lists.append_to(target.parameters);
    return target;
}

}  // namespace fluxi::sql
