// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <optional>

namespace uplift::test {

/// Copies of a secret in this process's writable memory, one byte and two bytes per character.
struct Copies {
    int narrow = 0;
    int wide = 0;
};

/// Looks for a secret it never holds in the clear: only its XORed form (pitfalls section 9).
class MemoryScan {
public:
    static constexpr char veil = 0x5a;

    explicit MemoryScan(const QByteArray &veiled) : m_veiled(veiled)
    {
        m_buffer = static_cast<char *>(
            mmap(nullptr, bufferSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    }
    ~MemoryScan() { munmap(m_buffer, bufferSize); }
    MemoryScan(const MemoryScan &) = delete;
    MemoryScan &operator=(const MemoryScan &) = delete;

    /// Nothing when the memory cannot be read.
    std::optional<Copies> count() const
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        if (memory < 0 || !maps.open(QIODevice::ReadOnly))
            return {};
        Copies copies;
        const QList<QByteArray> regions = maps.readAll().split('\n');
        for (const QByteArray &region : regions)
            scan(memory, region, copies);
        close(memory);
        return copies;
    }

private:
    static constexpr std::size_t bufferSize = 1 << 20;
    /// The sanitizer's shadow spans terabytes and holds no data of ours; nothing else comes near.
    static constexpr std::uint64_t largestRegion = std::uint64_t(1) << 36;

    void scan(int memory, const QByteArray &line, Copies &copies) const
    {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            return;
        const std::uint64_t begin = words[0].split('-').value(0).toULongLong(nullptr, 16);
        const std::uint64_t end = words[0].split('-').value(1).toULongLong(nullptr, 16);
        const auto own = reinterpret_cast<std::uint64_t>(m_buffer);
        if (end - begin > largestRegion)
            return;
        // Our own buffer may lie inside a merged region: step over it.
        scanSpan(memory, begin, std::min(end, std::max(begin, own)), copies);
        scanSpan(memory, std::min(end, std::max(begin, own + bufferSize)), end, copies);
    }

    void scanSpan(int memory, std::uint64_t at, std::uint64_t end, Copies &copies) const
    {
        const auto overlap = static_cast<std::uint64_t>(2 * m_veiled.size() - 1);
        while (at < end) {
            const std::size_t wanted = std::min<std::uint64_t>(bufferSize, end - at);
            const ssize_t got = pread(memory, m_buffer, wanted, static_cast<off_t>(at));
            if (got <= 0)
                return;
            const auto size = static_cast<std::uint64_t>(got);
            const bool last = at + size >= end || size <= overlap;
            const std::uint64_t starts = last ? size : size - overlap; // each start is looked at once
            const char *const stop = m_buffer + starts;
            const char first = static_cast<char>(m_veiled[0] ^ veil);
            for (const char *hit = m_buffer; hit < stop; ++hit) {
                hit = static_cast<const char *>(memchr(hit, first, static_cast<std::size_t>(stop - hit)));
                if (!hit)
                    break;
                copies.narrow += isCopy(hit, size, 1) ? 1 : 0;
                copies.wide += isCopy(hit, size, 2) ? 1 : 0;
            }
            at += last ? size : starts;
        }
    }

    bool isCopy(const char *at, std::uint64_t size, std::uint64_t step) const
    {
        const auto length = static_cast<std::uint64_t>(m_veiled.size());
        if (static_cast<std::uint64_t>(at - m_buffer) + length * step > size)
            return false;
        const char *const veiled = m_veiled.constData();
        for (std::uint64_t i = 0; i < length; ++i) {
            if ((at[i * step] ^ veil) != veiled[i] || (step == 2 && at[i * step + 1] != 0))
                return false;
        }
        return true;
    }

    QByteArray m_veiled;
    char *m_buffer;
};

} // namespace uplift::test
