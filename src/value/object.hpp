// What lives on the heap behind a Value: an intrusive reference count and a virtual destructor.
// The evaluator runs on one thread and workers never see Values, so the count is not atomic.
// Objects are immutable once made and closures are flat, so there are no cycles.
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

namespace fluxi::value {

class Object {
  public:
    Object() = default;
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    void retain() const noexcept { ++references_; }
    void release() const noexcept {
        if (--references_ == 0) destroy();
    }

  protected:
    virtual ~Object() = default;
    /// How the object ends; overridden by objects with storage behind them.
    virtual void destroy() const noexcept { delete this; }

  private:
    mutable std::uint32_t references_ = 0;
};

/// A counted pointer to an Object; never dangling, may be empty.
template <typename T>
class Ref {
  public:
    Ref() = default;
    explicit Ref(T* object) noexcept : object_(object) {
        if (object_) object_->retain();
    }
    Ref(const Ref& other) noexcept : Ref(other.object_) {}
    Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
    template <typename U>
    requires std::is_convertible_v<U*, T*> Ref(const Ref<U>& other)
    noexcept : Ref(other.get()) {}  // NOLINT(google-explicit-constructor)
    Ref& operator=(Ref other) noexcept {
        std::swap(object_, other.object_);
        return *this;
    }
    ~Ref() {
        if (object_) object_->release();
    }

    [[nodiscard]] T* get() const noexcept { return object_; }
    T* operator->() const noexcept { return object_; }
    T& operator*() const noexcept { return *object_; }
    explicit operator bool() const noexcept { return object_ != nullptr; }
    friend bool operator==(const Ref& a, const Ref& b) noexcept { return a.object_ == b.object_; }

  private:
    T* object_ = nullptr;
};

template <typename T, typename... Args>
Ref<T> make(Args&&... args) {
    return Ref<T>(new T(std::forward<Args>(args)...));
}

}  // namespace fluxi::value
