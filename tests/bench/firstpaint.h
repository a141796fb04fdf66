// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

#include <sys/types.h>
#include <xcb/xcb.h>

namespace uplift::bench {

/// Watches an X server without a window manager (Xvfb) for another program's first window and its first
/// painted pixels: the program itself takes no part.
class FirstPaint {
public:
    FirstPaint();
    [[nodiscard]] bool isConnected() const;
    /// Waits until a mapped top-level window of `program` shows more than one colour. Empty when none does in
    /// time. Resolution: 1 ms and the round trip of the question.
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point>
    await(pid_t program, std::chrono::milliseconds atMost);

private:
    void noteMapped(pid_t program);
    [[nodiscard]] bool belongsTo(xcb_window_t window, pid_t program) const;
    [[nodiscard]] bool isPainted() const;

    std::unique_ptr<xcb_connection_t, decltype(&xcb_disconnect)> m_server;
    const xcb_screen_t *m_screen = nullptr;
    xcb_atom_t m_pidAtom = XCB_ATOM_NONE;
    xcb_window_t m_window = XCB_WINDOW_NONE;
};

} // namespace uplift::bench
