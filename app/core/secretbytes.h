// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDebug>

#include <cstddef>
#include <memory>

namespace uplift {

/// Bytes of a secret in one buffer of their own: moved, never copied, overwritten when they go.
/// Has no conversion to QString, QByteArray or QVariant, since those leave copies nobody wipes.
class SecretBytes {
public:
    SecretBytes() = default;
    /// Copies `bytes`; the caller wipes the source (see wipe()).
    explicit SecretBytes(QByteArrayView bytes);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Valid until this object is changed or destroyed. Do not build a QByteArray from it.
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), static_cast<qsizetype>(m_size)}; }
    /// A second buffer with the same bytes, for a second owner.
    [[nodiscard]] SecretBytes duplicate() const { return SecretBytes(view()); }
    /// Same length and bytes, in time that does not depend on where they differ.
    [[nodiscard]] bool equals(const SecretBytes &other) const;
    void clear();

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

QDebug operator<<(QDebug, const SecretBytes &) = delete;

/// Overwrites memory in a way the optimiser may not drop.
void wipe(void *memory, std::size_t size);
/// Overwrites a QByteArray that nobody shares, then clears it. A shared one would detach first: pass the only
/// owner.
void wipe(QByteArray &bytes);

} // namespace uplift
