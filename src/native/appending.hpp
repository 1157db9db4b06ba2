// Functions that append their result to a string instead of returning one: as natives they return a
// value, as kernels they use one buffer for all rows of a column, so that no row allocates.
#pragma once

#include <string>
#include <string_view>

#include "native/convert.hpp"

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

/// A function that gives a text.
template <typename... As>
Appending<As...> appending(void (*function)(std::string&, As...)) {
    return {function};
}

template <typename... As>
struct AppendingBytes {
    void (*function)(std::string&, As...);

    NewBytes operator()(As... arguments) const {
        NewBytes bytes;
        function(bytes.content, arguments...);
        return bytes;
    }
    void append(std::string& out, As... arguments) const { function(out, arguments...); }
};

/// A function that gives bytes.
template <typename... As>
AppendingBytes<As...> appending_bytes(void (*function)(std::string&, As...)) {
    return {function};
}

template <typename Result, typename... As>
struct Listing {
    void (*function)(vec::ListWriter&, As...);

    Result operator()(As... arguments) const {
        Result result;
        append(result.stored, arguments...);
        return result;
    }
    void append(std::string& out, As... arguments) const {
        vec::ListWriter list(out);
        function(list, arguments...);
        list.finish();
    }
};

/// A function that gives an array of texts.
template <typename... As>
Listing<NewTexts, As...> listing_texts(void (*function)(vec::ListWriter&, As...)) {
    return {function};
}

/// A function that gives an array of ints.
template <typename... As>
Listing<NewIntegers, As...> listing_integers(void (*function)(vec::ListWriter&, As...)) {
    return {function};
}

}  // namespace fluxi::native
