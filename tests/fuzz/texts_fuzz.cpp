// The readers of short texts, which the first byte chooses: names of data sources, URLs, metrics of
// Prometheus, JSON, durations, times, templates of regular expressions. Each gives a value or an
// error, and values that have a text are read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "host/network_policy.hpp"
#include "io/influx_json_reader.hpp"
#include "io/json_reader.hpp"
#include "io/prometheus_reader.hpp"
#include "net/url.hpp"
#include "sql/mysql_name.hpp"
#include "sql/sqlite_name.hpp"
#include "value/display.hpp"
#include "value/duration.hpp"
#include "value/regexp.hpp"
#include "value/time.hpp"

namespace {

using namespace fluxi;

void require(bool good, std::string_view what, std::string_view a, std::string_view b) {
    if (good) return;
    std::cerr << what << "\n--- first\n" << a << "\n--- second\n" << b << "\n";
    std::abort();
}

void read_url(const std::string& text) {
    const net::Url url = net::parse_url(text);
    const std::string written = url.text();
    require(net::parse_url(written).text() == written, "a URL reads otherwise", text, written);
    (void)net::resolve_url(url, text.substr(text.size() / 2));
}

void read_duration(const std::string& text) {
    const std::string written = value::to_string(value::duration_from_text(text));
    const std::string again = value::to_string(value::duration_from_text(written));
    require(again == written, "a duration reads otherwise", written, again);
}

void replace(const std::string& text) {
    const auto first = text.find('\0');
    const auto second = first == text.npos ? text.npos : text.find('\0', first + 1);
    if (second == text.npos) return;
    const auto pattern = value::Regexp::compile(text.substr(0, first));
    const std::string subject = text.substr(first + 1, second - first - 1);
    std::string out;
    const value::Regexp::Replacement replacement(*pattern,
                                                 std::string_view(text).substr(second + 1));
    pattern->append_replaced(out, subject, replacement);
    std::size_t end = 0;
    pattern->for_each_match(subject, -1, [&](const value::Regexp::Match& match) {
        if (match.start < end || match.end < match.start || match.end > subject.size())
            std::abort();
        end = match.end;
    });
}

void read(unsigned kind, const std::string& text) {
    switch (kind % 11) {
        case 0:
            (void)sql::parse_mysql_name(text).place();
            break;
        case 1:
            (void)sql::parse_sqlite_name(text);
            break;
        case 2:
            read_url(text);
            break;
        case 3:
            (void)io::read_prometheus(text);
            break;
        case 4:
            (void)value::display(io::read_json(text, io::JsonElements::typed));
            break;
        case 5:
            (void)value::display(io::read_json(text, io::JsonElements::dynamic));
            break;
        case 6:
            io::read_influx_json(text,
                                 [](const table::Batch& batch) { return batch.rows() < 1000; });
            break;
        case 7:
            read_duration(text);
            break;
        case 8:
            (void)value::parse_rfc3339(text);
            (void)value::parse_date(text);
            (void)value::parse_time_literal(text);
            break;
        case 9:
            replace(text);
            break;
        default:
            (void)host::parse_host_port(text, "fuzz");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    try {
        read(data[0], std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    } catch (const base::RuntimeError& error) {
        if (std::string_view(error.what()).empty()) std::abort();
    }
    return 0;
}
