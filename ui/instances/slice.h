// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

namespace uplift::ui {

/// Room for work in one turn of the UI thread. Small tables are done at once, whatever the clock says, so
/// that callers see the result when the call returns; large ones in slices that leave time to paint within 16
/// ms.
class Slice {
public:
    static constexpr int wholeAtOnce = 2000; ///< rows
    static constexpr int milliseconds = 3;

    /// For work over `rows` rows.
    explicit Slice(int rows) : m_endless(rows <= wholeAtOnce)
    {
        if (!m_endless)
            m_timer.start();
    }
    /// Asks the clock at every 32nd call only.
    [[nodiscard]] bool isSpent() { return !m_endless && (++m_asked & 31U) == 0 && isSpentNow(); }
    [[nodiscard]] bool isSpentNow() const { return !m_endless && m_timer.elapsed() >= milliseconds; }

private:
    QElapsedTimer m_timer;
    unsigned m_asked = 0;
    bool m_endless;
};

} // namespace uplift::ui
