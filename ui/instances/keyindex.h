// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace uplift::ui {

/// Row numbers by the hash of their key, 8 to 16 bytes a row: open addressing over the rows themselves, which
/// hold the keys. `Equals` is asked whether a row is the one looked for.
class KeyIndex {
public:
    void clear() { m_slots.clear(); }

    template <class Equals> [[nodiscard]] int find(std::size_t hash, Equals equals) const
    {
        if (m_slots.empty())
            return -1;
        for (std::size_t at = hash & mask(); m_slots[at] >= 0; at = (at + 1) & mask()) {
            if (equals(m_slots[at]))
                return m_slots[at];
        }
        return -1;
    }
    /// For a key that is not there yet. `hashOf` gives the hash of a row, needed when the table grows.
    template <class HashOf> void insert(int row, HashOf hashOf)
    {
        const auto count = static_cast<std::size_t>(row) + 1;
        if (m_slots.size() < 2 * count)
            rebuild(row, hashOf);
        put(row, hashOf(row));
    }
    /// Rows 0 … count-1 are indexed anew.
    template <class HashOf> void rebuild(int count, HashOf hashOf)
    {
        std::size_t size = 16;
        while (size < 4 * static_cast<std::size_t>(count))
            size *= 2;
        m_slots.assign(size, -1);
        for (int row = 0; row < count; ++row)
            put(row, hashOf(row));
    }

private:
    [[nodiscard]] std::size_t mask() const { return m_slots.size() - 1; }
    void put(int row, std::size_t hash)
    {
        std::size_t at = hash & mask();
        while (m_slots[at] >= 0)
            at = (at + 1) & mask();
        m_slots[at] = row;
    }

    std::vector<int> m_slots;
};

} // namespace uplift::ui
