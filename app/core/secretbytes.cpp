// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secretbytes.h"

#include <QByteArray>

#include <algorithm>
#include <utility>

namespace uplift {

void wipe(void *memory, std::size_t size)
{
    auto *bytes = static_cast<volatile unsigned char *>(memory);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = 0;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

SecretBytes::SecretBytes(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : new char[static_cast<std::size_t>(bytes.size())]),
      m_size(static_cast<std::size_t>(bytes.size()))
{
    std::copy(bytes.begin(), bytes.end(), m_bytes.get());
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes() { clear(); }

bool SecretBytes::equals(const SecretBytes &other) const
{
    if (m_size != other.m_size)
        return false;
    unsigned char difference = 0;
    for (std::size_t i = 0; i < m_size; ++i)
        difference |= static_cast<unsigned char>(m_bytes[i] ^ other.m_bytes[i]);
    return difference == 0;
}

void SecretBytes::clear()
{
    if (m_bytes)
        wipe(m_bytes.get(), m_size);
    m_bytes.reset();
    m_size = 0;
}

} // namespace uplift
