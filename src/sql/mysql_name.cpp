#include "sql/mysql_name.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.hpp"
#include "sql/name_text.hpp"

namespace fluxi::sql {

namespace {

/// Parameters of the reference's driver that change nothing here: texts are UTF-8, times UTC.
constexpr std::array<std::string_view, 9> kWithoutEffect = {
    "allowNativePasswords", "charset", "checkConnLiveness", "collation",
    "interpolateParams",    "loc",     "maxAllowedPacket",  "parseTime",
    "rejectReadOnly"};

MysqlName::Tls tls_of(std::string_view text) {
    if (text == "false") return MysqlName::Tls::off;
    if (text == "preferred") return MysqlName::Tls::preferred;
    if (text == "skip-verify") return MysqlName::Tls::unchecked;
    if (text == "true") return MysqlName::Tls::checked;
    base::fail("invalid data source dsn: tls={}: expected true, false, skip-verify or preferred",
               text);
}

/// Seconds of `30s` or `500ms`, at least one.
unsigned seconds_of(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error == std::errc{} && unit == "s") return number;
    if (error == std::errc{} && unit == "ms") return std::max(1U, (number + 999) / 1000);
    constexpr unsigned kLongest = 1U << 20;
    if (error == std::errc{} && unit == "m") return std::min(number, kLongest) * 60;
    base::fail("invalid data source dsn: timeout={}: expected a number with ms, s or m", text);
}

void apply(MysqlName& result, std::string_view name, std::string_view text) {
    if (name == "tls") {
        result.tls = tls_of(text);
    } else if (name == "timeout") {
        result.connect_seconds = seconds_of(text);
    } else if (name == "allowAllFiles") {
        base::fail("invalid data source dsn: may not set allowAllFiles");
    } else if (std::find(kWithoutEffect.begin(), kWithoutEffect.end(), name) ==
               kWithoutEffect.end()) {
        base::fail("mysql: the data source parameter \"{}\" is not built in; tls and timeout are",
                   name);
    }
}

void apply_all(MysqlName& result, std::string_view query) {
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view one = query.substr(0, end);
        const auto equals = std::min(one.find('='), one.size());
        apply(result, one.substr(0, equals),
              equals < one.size() ? one.substr(equals + 1) : std::string_view());
        query.remove_prefix(std::min(end + 1, query.size()));
    }
}

void set_address(MysqlName& result, std::string_view text) {
    const auto open = text.find('(');
    const std::string_view protocol = text.substr(0, open);
    std::string_view address;
    if (open != std::string_view::npos) {
        if (text.back() != ')')
            base::fail("invalid data source dsn: network address not terminated");
        address = text.substr(open + 1, text.size() - open - 2);
    }
    result.is_unix = protocol == "unix";
    if (result.is_unix) {
        result.host = address.empty() ? "/run/mysqld/mysqld.sock" : address;
        return;
    }
    if (!protocol.empty() && protocol != "tcp") {
        // Without the @ behind it, what stands here is a user and a password.
        const bool word = std::all_of(protocol.begin(), protocol.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
        if (word)
            base::fail("invalid data source dsn: protocol {}, expected tcp or unix", protocol);
        base::fail(
            "invalid data source dsn: expected user:password@tcp(host:port)/database, where a host "
            "stands in tcp(…)");
    }
    if (address.empty()) return;
    const auto colon = address.rfind(':');
    const bool has_port =
        colon != std::string_view::npos && address.find(']', colon) == std::string_view::npos;
    std::string_view host = has_port ? address.substr(0, colon) : address;
    if (has_port) {
        const std::string_view port = address.substr(colon + 1);
        const auto [end, error] =
            std::from_chars(port.data(), port.data() + port.size(), result.port);
        if (error != std::errc{} || end != port.data() + port.size() || result.port == 0) {
            fail_port("dsn", port);
        }
    }
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    check_host(host);
    if (host.find('[') != std::string_view::npos)
        base::fail("invalid data source dsn: the address has a [ without ] behind it");
    if (!host.empty()) result.host = host;
}

}  // namespace

MysqlName parse_mysql_name(std::string_view name) {
    if (name.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        base::fail("invalid data source url: empty path supplied");
    }
    MysqlName result;
    // The password may have any character, so the last slash and the last @ before it count.
    // A ? behind them begins the parameters, in which there can be a slash, too.
    std::size_t slash = name.rfind('/', name.rfind('?'));
    if (slash == std::string_view::npos) slash = name.rfind('/');
    if (slash == std::string_view::npos) {
        base::fail(
            "invalid data source dsn: missing the slash separating the database name; "
            "expected user:password@tcp(host:port)/database");
    }
    std::string_view front = name.substr(0, slash);
    const std::string_view back = name.substr(slash + 1);
    const auto at = front.rfind('@');
    if (at != std::string_view::npos) {
        const std::string_view login = front.substr(0, at);
        const auto colon = std::min(login.find(':'), login.size());
        result.user = login.substr(0, colon);
        if (colon < login.size()) result.password = login.substr(colon + 1);
        front.remove_prefix(at + 1);
    }
    set_address(result, front);
    const auto mark = std::min(back.find('?'), back.size());
    auto database = strictly_percent_decoded(back.substr(0, mark));
    if (!database) {
        base::fail(
            "invalid data source dsn: the name of the database, {}, has a % without two "
            "hexadecimal digits behind it",
            shown_path(back.substr(0, mark)));
    }
    result.database = std::move(*database);
    if (mark < back.size()) apply_all(result, back.substr(mark + 1));
    return result;
}

std::string MysqlName::place() const {
    const std::string server = is_unix ? host : fmt::format("{}:{}", host, port);
    return database.empty() ? server : fmt::format("{}/{}", server, database);
}

}  // namespace fluxi::sql
