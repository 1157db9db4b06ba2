// The natives: C++ implementations of `builtin` members, by import path and name. Filled once when
// an Engine is made and only read afterwards. The package's .flux file states signature and
// documentation; a native states the same parameter names, and `builtin` refuses to pair two that
// disagree.
//
//   void register_natives(native::Registry& registry) {
//       native::PackageNatives p = registry.package("strings");
//       p.function("trimPrefix", {"v", "prefix"}, [](std::string_view v, std::string_view prefix)
//       {…}); p.effect("post", {"url", "?headers", "?data"}, [](eval::Evaluator& e, const
//       native::Arguments& a) {…});
//   }
// A parameter is written `name`, `?name` (optional) or `<-name` (pipe).
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "eval/evaluator.hpp"
#include "native/arguments.hpp"
#include "native/native.hpp"
#include "value/zone.hpp"

namespace fluxi::native {

class PackageNatives;

class Registry final : public eval::Builtins {
  public:
    /// To add natives of one package.
    PackageNatives package(std::string_view path);
    [[nodiscard]] value::Value builtin(const program::Package& package,
                                       const program::Cell& cell) const override;
    /// Import path and name of every native, sorted: for the test that compares them with the
    /// builtins.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> names() const;
    [[nodiscard]] bool contains(std::string_view package, std::string_view name) const;

    /// The time zones of the system, shared by the natives that read them.
    [[nodiscard]] const std::shared_ptr<value::ZoneDatabase>& zones() const { return zones_; }

  private:
    friend class PackageNatives;
    std::shared_ptr<value::ZoneDatabase> zones_ = std::make_shared<value::ZoneDatabase>();
    std::unordered_map<std::string, Definition> definitions_{};  ///< by "path.name"
};

class PackageNatives {
  public:
    PackageNatives(Registry& registry, std::string_view path) : registry_(registry), path_(path) {}

    /// A constant.
    void constant(std::string_view name, value::Value v);
    /// A pure function of typed parameters; a null argument is an error. Defined in
    /// native/adapter.hpp.
    template <typename F>
    void function(std::string_view name, std::initializer_list<std::string_view> parameters, F f);
    /// As `function`, but a null argument makes the result null.
    template <typename F>
    void nullable(std::string_view name, std::initializer_list<std::string_view> parameters, F f);
    /// A pure function that reads its arguments itself: stream functions, those that take functions
    /// or any value.
    void raw(std::string_view name, std::initializer_list<std::string_view> parameters,
             Implementation f);
    /// Gives a native registered by `raw` its column-wise form.
    void kernels(std::string_view name, std::shared_ptr<const vec::KernelFactory> factory);
    /// The column-wise form that a native has by now, or null.
    [[nodiscard]] std::shared_ptr<const vec::KernelFactory> kernels(std::string_view name) const;
    /// As `raw`, for what has effects or another outcome each time: never moved, pruned or run
    /// twice.
    void effect(std::string_view name, std::initializer_list<std::string_view> parameters,
                Implementation f);

  private:
    void add(std::string_view name, std::initializer_list<std::string_view> parameters,
             Definition definition);

    Registry& registry_;
    std::string path_;
};

}  // namespace fluxi::native
