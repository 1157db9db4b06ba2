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
            return;
        }
        switch (v.nature()) {
            case Nature::none:
                text_ += "<invalid>";
                break;
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
            case Nature::array:
                show_array(v.as_array());
                break;
            case Nature::record:
                show_record(v.as_record());
                break;
            case Nature::dict:
                show_dict(v.as_dict());
                break;
            case Nature::function:
                text_ += v.as_function().type_text();
                break;
            case Nature::stream:
                text_ += "<stream>";
                break;
            case Nature::dynamic:
                text_ += "dynamic(";
                show(v.as_dynamic().inner());
                text_ += ")";
                break;
        }
    }
    std::string take() { return std::move(text_); }

  private:
    static constexpr std::size_t kOneLine = 3;

    /// Writes the elements by `element(i)`, on one line or one line each.
    template <typename F>
    void collection(char open, char close, std::size_t count, std::string_view separator,
                    F element) {
        const bool lines = count > kOneLine;
        text_ += open;
        ++depth_;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) text_ += lines ? separator : ", ";
            if (lines) break_line(depth_);
            element(i);
        }
        --depth_;
        if (lines) break_line(depth_);
        text_ += close;
    }
    void break_line(std::size_t depth) {
        text_ += '\n';
        text_.append(4 * depth, ' ');
    }
    void show_array(const Array& array) {
        collection('[', ']', array.size(), ",", [&](std::size_t i) { show(array.elements()[i]); });
    }
    void show_record(const Record& record) {
        collection('{', '}', record.size(), ",", [&](std::size_t i) {
            const std::uint32_t place = record.shape()->sorted()[i];
            text_ += record.shape()->labels()[place] + ": ";
            show(record.values()[place]);
        });
    }
    void show_dict(const Dict& dict) {
        if (dict.entries().empty()) {
            text_ += "[:]";
            return;
        }
        collection('[', ']', dict.entries().size(), ", ", [&](std::size_t i) {
            show(dict.entries()[i].first);
            text_ += ": ";
            show(dict.entries()[i].second);
        });
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
