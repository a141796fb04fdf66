// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/firstpaint.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <poll.h>

namespace uplift::bench {

namespace {

template <class T> using Reply = std::unique_ptr<T, decltype(&std::free)>;
template <class T> Reply<T> owned(T *reply) { return Reply<T>(reply, &std::free); }

constexpr int linesRead =
    16; ///< of the window, evenly spread: a whole picture each millisecond would disturb

} // namespace

FirstPaint::FirstPaint() : m_server(xcb_connect(nullptr, nullptr), &xcb_disconnect)
{
    if (!isConnected())
        return;
    auto *server = m_server.get();
    m_screen = xcb_setup_roots_iterator(xcb_get_setup(server)).data;
    const char name[] = "_NET_WM_PID";
    const auto atom =
        owned(xcb_intern_atom_reply(server, xcb_intern_atom(server, 0, sizeof name - 1, name), nullptr));
    if (atom)
        m_pidAtom = atom->atom;
    const uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(server, m_screen->root, XCB_CW_EVENT_MASK, &events);
    xcb_flush(server);
}

bool FirstPaint::isConnected() const { return xcb_connection_has_error(m_server.get()) == 0; }

std::optional<std::chrono::steady_clock::time_point> FirstPaint::await(pid_t program,
                                                                       std::chrono::milliseconds atMost)
{
    m_window = XCB_WINDOW_NONE;
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (isConnected() && std::chrono::steady_clock::now() < end) {
        noteMapped(program);
        if (m_window != XCB_WINDOW_NONE && isPainted())
            return std::chrono::steady_clock::now();
        pollfd server{xcb_get_file_descriptor(m_server.get()), POLLIN, 0};
        poll(&server, 1, m_window == XCB_WINDOW_NONE ? 20 : 1);
    }
    return std::nullopt;
}

void FirstPaint::noteMapped(pid_t program)
{
    while (const auto event = owned(xcb_poll_for_event(m_server.get()))) {
        if ((event->response_type & 0x7f) != XCB_MAP_NOTIFY)
            continue;
        xcb_map_notify_event_t mapped;
        std::memcpy(&mapped, event.get(), sizeof mapped);
        if (m_window == XCB_WINDOW_NONE && belongsTo(mapped.window, program))
            m_window = mapped.window;
    }
}

bool FirstPaint::belongsTo(xcb_window_t window, pid_t program) const
{
    auto *server = m_server.get();
    const auto property = owned(xcb_get_property_reply(
        server, xcb_get_property(server, 0, window, m_pidAtom, XCB_ATOM_CARDINAL, 0, 1), nullptr));
    if (!property || xcb_get_property_value_length(property.get()) != int(sizeof(uint32_t)))
        return false;
    uint32_t pid = 0;
    std::memcpy(&pid, xcb_get_property_value(property.get()), sizeof pid);
    return pid == static_cast<uint32_t>(program);
}

bool FirstPaint::isPainted() const
{
    auto *server = m_server.get();
    const auto place = owned(xcb_get_geometry_reply(server, xcb_get_geometry(server, m_window), nullptr));
    if (!place)
        return false;
    // Only what lies on the screen can be read.
    const int left = std::max<int>(0, -place->x);
    const int right = std::min<int>(place->width, m_screen->width_in_pixels - place->x);
    std::vector<xcb_get_image_cookie_t> lines;
    for (int i = 0; i < linesRead && right > left; ++i) {
        const int y = place->height * (2 * i + 1) / (2 * linesRead);
        if (y + place->y >= 0 && y + place->y < m_screen->height_in_pixels)
            lines.push_back(xcb_get_image(server, XCB_IMAGE_FORMAT_Z_PIXMAP, m_window,
                                          static_cast<int16_t>(left), static_cast<int16_t>(y),
                                          static_cast<uint16_t>(right - left), 1, ~0U));
    }
    std::optional<uint32_t> first;
    bool painted = false;
    for (const auto &line : lines) {
        const auto image = owned(xcb_get_image_reply(server, line, nullptr));
        const int bytes = image ? xcb_get_image_data_length(image.get()) : 0;
        for (int at = 0; at + 4 <= bytes && !painted; at += 4) {
            uint32_t pixel = 0;
            std::memcpy(&pixel, xcb_get_image_data(image.get()) + at, sizeof pixel);
            painted = pixel != first.value_or(pixel);
            first = pixel;
        }
    }
    return painted;
}

} // namespace uplift::bench
