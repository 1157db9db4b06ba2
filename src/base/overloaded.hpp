// Builds one visitor out of several lambdas for std::visit. A visit without a default branch makes
// the compiler name the alternative that was forgotten.
#pragma once

namespace fluxi::base {

template <typename... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

}  // namespace fluxi::base
