#include "io/json_reader.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "io/json_scanner.hpp"
#include "value/composite.hpp"

namespace fluxi::io {
namespace {

using base::Code;
using base::fail_with;
using value::Nature;
using value::Value;

/// Whether two values of the reader have the same type, by structure. A null has a type of its own.
bool same_type(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
    if (a.nature() != b.nature()) return false;
    if (a.nature() == Nature::array) {
        const auto& left = a.as_array().elements();
        const auto& right = b.as_array().elements();
        return left.empty() || right.empty() || same_type(left.front(), right.front());
    }
    if (a.nature() == Nature::record) {
        const auto& left = a.as_record();
        const auto& right = b.as_record();
        if (left.size() != right.size()) return false;
        for (std::size_t i = 0; i < left.size(); ++i) {
            const Value* other = right.find(left.shape()->labels()[i]);
            if (other == nullptr || !same_type(left.values()[i], *other)) return false;
        }
    }
    return true;
}

/// An array or object that is being read.
struct Open {
    bool object = false;
    std::string key{};
    std::vector<Value> elements{};
    std::vector<std::pair<std::string, Value>> fields{};
};

class Reader {
  public:
    Reader(std::string_view text, JsonElements elements) : scanner_(text), elements_(elements) {}

    Value read() {
        Value result;
        while (true) {
            Value value;
            if (begin(value)) continue;
            if (close_finished(value)) {
                result = std::move(value);
                break;
            }
        }
        if (!scanner_.at_end()) scanner_.unexpected("after top-level value");
        return result;
    }

  private:
    /// Reads a scalar or an empty array or object into `value`; true if something was opened.
    bool begin(Value& value) {
        const char c = scanner_.peek();
        if (c == '{' || c == '[') return open(c == '{', value);
        if (c == '"') {
            value = Value::string(scanner_.string());
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            value = Value::floating(scanner_.number());
        } else if (c == 't') {
            scanner_.literal("true");
            value = Value::boolean(true);
        } else if (c == 'f') {
            scanner_.literal("false");
            value = Value::boolean(false);
        } else if (c == 'n') {
            scanner_.literal("null");
            value = Value::null();
        } else {
            scanner_.unexpected("looking for beginning of value");
        }
        return false;
    }

    bool open(bool object, Value& value) {
        scanner_.take();
        if (stack_.size() >= kJsonMaxDepth) fail_with(Code::format, "exceeded max depth");
        const char next = scanner_.peek();
        if (next == (object ? '}' : ']')) {
            scanner_.take();
            value = object ? value::make_record({}) : value::make_array({});
            return false;
        }
        stack_.push_back({});
        stack_.back().object = object;
        if (object) read_key();
        return true;
    }

    void read_key() {
        if (scanner_.peek() != '"')
            scanner_.unexpected("looking for beginning of object key string");
        stack_.back().key = scanner_.string();
        if (scanner_.peek() != ':') scanner_.unexpected("after object key");
        scanner_.take();
    }

    /// Puts a finished value where it belongs, and closes what ends with it. True if nothing is
    /// open any more; `value` is the result then.
    bool close_finished(Value& value) {
        while (!stack_.empty()) {
            Open& top = stack_.back();
            store(top, std::move(value));
            const char c = scanner_.peek();
            if (c == ',') {
                scanner_.take();
                if (top.object) read_key();
                return false;
            }
            if (c != (top.object ? '}' : ']')) {
                scanner_.unexpected(top.object ? "after object key:value pair"
                                               : "after array element");
            }
            scanner_.take();
            value = top.object ? value::make_record(std::move(top.fields))
                               : value::make_array(std::move(top.elements));
            stack_.pop_back();
        }
        return true;
    }

    void store(Open& top, Value value) {
        if (elements_ == JsonElements::dynamic) {
            value = Value::of(value::make<value::Dynamic>(std::move(value)));
        } else if (!top.object && !top.elements.empty() && !top.elements.back().is_null() &&
                   !same_type(top.elements.back(), value)) {
            fail_with(Code::format, "array values must all be the same type");
        }
        if (top.object) {
            top.fields.emplace_back(std::move(top.key), std::move(value));
        } else {
            top.elements.push_back(std::move(value));
        }
    }

    JsonScanner scanner_;
    JsonElements elements_;
    std::vector<Open> stack_{};
};

}  // namespace

Value read_json(std::string_view text, JsonElements elements) {
    return Reader(text, elements).read();
}

}  // namespace fluxi::io
