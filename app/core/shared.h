// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace uplift {

/// A large value that may be missing, used like a std::optional and as cheap to copy as a pointer: what was
/// read once is shared by book, rows and form. Never changes once made; edit() changes a copy.
template <class T> class Shared {
public:
    Shared() = default;
    Shared(std::nullopt_t) { }
    Shared(T value) : m_value(std::make_shared<const T>(std::move(value))) { }
    Shared(std::optional<T> value)
    {
        if (value)
            m_value = std::make_shared<const T>(*std::move(value));
    }

    [[nodiscard]] bool has_value() const { return m_value != nullptr; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const T &operator*() const { return *m_value; }
    [[nodiscard]] const T *operator->() const { return m_value.get(); }
    [[nodiscard]] const T *get() const { return m_value.get(); } ///< nullptr: missing
    [[nodiscard]] std::optional<T> copy() const
    {
        return m_value ? std::optional<T>(*m_value) : std::nullopt;
    }
    void reset() { m_value.reset(); }
    /// Puts a copy changed by `change` in place; there must be a value.
    template <class Change> void edit(Change change)
    {
        auto copy = std::make_shared<T>(*m_value);
        change(*copy);
        m_value = std::move(copy);
    }
    /// The very same value, not merely an equal one: enough to know that nothing changed.
    [[nodiscard]] bool isSameAs(const Shared &other) const { return m_value == other.m_value; }

private:
    std::shared_ptr<const T> m_value;
};

} // namespace uplift
