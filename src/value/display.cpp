#include "value/display.hpp"

#include "base/codec.hpp"
#include "value/composite.hpp"
#include "value/convert.hpp"
#include "value/function.hpp"
#include "value/number.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::value {

namespace {

class Displayer {
  public:
    void show(const Value& v) {
        if (v.is_null()) {
            text_ += "<null>";
        } else if (v.is(Nature::array)) {
            show_array(v.as_array());
        } else if (v.is(Nature::record)) {
            show_record(v.as_record());
        } else if (v.is(Nature::dict)) {
            show_dict(v.as_dict());
        } else if (v.is(Nature::dynamic)) {
            text_ += "dynamic(";
            show(v.as_dynamic().inner());
            text_ += ")";
        } else {
            show_plain(v);
        }
    }
    std::string take() { return std::move(text_); }

  private:
    static constexpr std::size_t kOneLine = 3;

    [[gnu::noinline]] void show_plain(const Value& v) {
        switch (v.nature()) {
            case Nature::boolean:
            case Nature::integer:
            case Nature::uinteger:
            case Nature::string:
            case Nature::time:
            case Nature::duration:
            case Nature::label:
                append_string(text_, v);
                break;
            case Nature::floating:
                append_float(text_, v.as_floating(), FloatForm::display);
                break;
            case Nature::bytes:
                text_ += "0x" + base::hex_encode(v.as_text());
                break;
            case Nature::regexp:
                text_ += v.as_regexp().source();
                break;
            case Nature::function:
                text_ += v.as_function().type_text();
                break;
            case Nature::stream:
                text_ += "<stream>";
                break;
            default:
                text_ += "<invalid>";
                break;
        }
    }

    // Values may be nested thousands of levels deep: the functions that call each other have small
    // frames, and what needs temporaries is not to become part of them.

    /// What stands in front of element i of `count`, which are on one line or one line each.
    [[gnu::noinline]] void begin_element(char open, std::size_t i, std::size_t count,
                                         std::string_view separator) {
        const bool lines = count > kOneLine;
        if (i == 0) {
            text_ += open;
            ++depth_;
        } else {
            text_ += lines ? separator : ", ";
        }
        if (lines) break_line(depth_);
    }
    [[gnu::noinline]] void end_elements(char open, char close, std::size_t count) {
        if (count == 0) {
            text_ += open;
        } else {
            --depth_;
            if (count > kOneLine) break_line(depth_);
        }
        text_ += close;
    }
    void break_line(std::size_t depth) {
        text_ += '\n';
        text_.append(4 * depth, ' ');
    }
    [[gnu::noinline]] void begin_property(const Record& record, std::size_t i) {
        begin_element('{', i, record.size(), ",");
        text_ += record.shape()->labels()[record.shape()->sorted()[i]] + ": ";
    }
    [[gnu::noinline]] void show_array(const Array& array) {
        const std::size_t count = array.size();
        for (std::size_t i = 0; i < count; ++i) {
            begin_element('[', i, count, ",");
            show(array.elements()[i]);
        }
        end_elements('[', ']', count);
    }
    [[gnu::noinline]] void show_record(const Record& record) {
        const std::size_t count = record.size();
        for (std::size_t i = 0; i < count; ++i) {
            begin_property(record, i);
            show(record.values()[record.shape()->sorted()[i]]);
        }
        end_elements('{', '}', count);
    }
    [[gnu::noinline]] void show_dict(const Dict& dict) {
        const std::size_t count = dict.entries().size();
        if (count == 0) {
            text_ += "[:]";
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            begin_element('[', i, count, ", ");
            show(dict.entries()[i].first);
            text_ += ": ";
            show(dict.entries()[i].second);
        }
        end_elements('[', ']', count);
    }

    std::string text_{};
    std::size_t depth_ = 0;
};

}  // namespace

std::string display(const Value& v) {
    Displayer displayer;
    displayer.show(v);
    return displayer.take();
}

}  // namespace fluxi::value
