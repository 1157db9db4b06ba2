// Functions that append their text to a string instead of returning one: as natives they return a
// string, as kernels they use one buffer for all rows of a column, so that no row allocates.
#pragma once

#include <string>

namespace fluxi::native {

template <typename... As>
struct Appending {
    void (*function)(std::string&, As...);

    std::string operator()(As... arguments) const {
        std::string out;
        function(out, arguments...);
        return out;
    }
    /// What the kernel of a native calls when it is there.
    void append(std::string& out, As... arguments) const { function(out, arguments...); }
};

template <typename... As>
Appending<As...> appending(void (*function)(std::string&, As...)) {
    return {function};
}

}  // namespace fluxi::native
