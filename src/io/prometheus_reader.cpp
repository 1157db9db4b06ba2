#include "io/prometheus_reader.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/error.hpp"
#include "value/number.hpp"

namespace fluxi::io {
namespace {

constexpr std::string_view kSpace = " \t";
constexpr std::string_view kBucket = "_bucket";

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == ':';
}

/// One line of the text, read from left to right.
class Line {
  public:
    Line(std::string_view text, std::size_t number) : text_(text), number_(number) {}

    [[noreturn]] void fail(std::string_view problem) const {
        base::fail_with(base::Code::format, "reading text format failed: line {}: {}", number_,
                        problem);
    }
    void skip_space() {
        text_.remove_prefix(std::min(text_.find_first_not_of(kSpace), text_.size()));
    }
    [[nodiscard]] bool at_end() const { return text_.empty(); }
    bool accept(char c) {
        if (!text_.starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }
    void expect(char c) {
        if (!accept(c)) fail(fmt::format("'{}' is expected", c));
    }
    std::string_view name() {
        std::size_t end = 0;
        while (end < text_.size() && is_name_character(text_[end])) ++end;
        if (end == 0) fail("a name is expected");
        return take(end);
    }
    std::string_view word() {
        const std::string_view found = take(std::min(text_.find_first_of(kSpace), text_.size()));
        skip_space();
        return found;
    }
    /// A label's value in quotes; the quote is next.
    std::string quoted() {
        expect('"');
        std::string value;
        while (!accept('"')) {
            if (at_end()) fail("a label's value has no end");
            char c = take(1).front();
            if (c == '\\') {
                if (at_end()) fail("a label's value has no end");
                c = take(1).front();
                if (c == 'n') c = '\n';
            }
            value.push_back(c);
        }
        return value;
    }

  private:
    std::string_view take(std::size_t size) {
        const std::string_view front = text_.substr(0, size);
        text_.remove_prefix(size);
        return front;
    }
    std::string_view text_;
    std::size_t number_;
};

class Reader {
  public:
    std::vector<PrometheusSample> read(std::string_view text) {
        std::size_t number = 0;
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            read_line(Line(line, ++number));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return std::move(samples_);
    }

  private:
    void read_line(Line line) {
        line.skip_space();
        if (line.at_end()) return;
        if (line.accept('#')) {
            read_comment(line);
        } else {
            read_sample(line);
        }
    }

    void read_comment(Line& line) {
        line.skip_space();
        if (line.word() != "TYPE") return;
        const std::string name(line.word());
        types_[name] = std::string(line.word());
    }

    void read_sample(Line& line) {
        PrometheusSample sample;
        sample.name = line.name();
        line.skip_space();
        if (line.accept('{')) read_labels(line, sample);
        line.skip_space();
        if (value::parse_float(line.word(), sample.value) == value::NumberError::syntax) {
            line.fail("a number is expected");
        }
        if (!line.at_end()) {
            std::int64_t timestamp = 0;
            if (value::parse_int(line.word(), timestamp) != value::NumberError::none) {
                line.fail("a time in milliseconds is expected");
            }
            if (timestamp > 0) sample.timestamp_ms = timestamp;
        }
        if (!line.at_end()) line.fail("nothing is expected after the time");
        add(std::move(sample));
    }

    static void read_labels(Line& line, PrometheusSample& sample) {
        line.skip_space();
        while (!line.accept('}')) {
            std::string label(line.name());
            line.skip_space();
            line.expect('=');
            line.skip_space();
            sample.labels.emplace_back(std::move(label), line.quoted());
            line.skip_space();
            if (!line.accept(',')) {
                line.expect('}');
                break;
            }
            line.skip_space();
        }
        std::sort(sample.labels.begin(), sample.labels.end());
    }

    [[nodiscard]] bool is(const std::string& name, std::string_view type) const {
        const auto found = types_.find(name);
        return found != types_.end() && found->second == type;
    }

    void add(PrometheusSample sample) {
        bool keep_nan = false;
        if (sample.name.ends_with(kBucket)) {
            std::string base = sample.name.substr(0, sample.name.size() - kBucket.size());
            if (is(base, "histogram")) {
                sample.name = std::move(base);
                normalise(sample, "le");
                keep_nan = true;
            }
        } else if (is(sample.name, "summary")) {
            normalise(sample, "quantile");
        } else {
            const auto underscore = sample.name.rfind('_');
            const std::string base =
                sample.name.substr(0, std::min(underscore, sample.name.size()));
            keep_nan = is(base, "histogram") || is(base, "summary");
        }
        if (keep_nan || !std::isnan(sample.value)) samples_.push_back(std::move(sample));
    }

    /// Writes the number in a label in the form that numbers have everywhere.
    static void normalise(PrometheusSample& sample, std::string_view label) {
        for (auto& [name, text] : sample.labels) {
            double number = 0;
            if (name == label && value::parse_float(text, number) == value::NumberError::none) {
                text = value::float_to_string(number, value::FloatForm::display);
            }
        }
    }

    std::map<std::string, std::string> types_{};
    std::vector<PrometheusSample> samples_{};
};

}  // namespace

std::vector<PrometheusSample> read_prometheus(std::string_view text) {
    return Reader().read(text);
}

}  // namespace fluxi::io
