// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenancewindow.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace uplift {

namespace {

std::optional<QTime> parseWire(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^([01]\\d|2[0-3]):([0-5]\\d)Z$"));
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return QTime(match.captured(1).toInt(), match.captured(2).toInt());
}

QString toWire(QTime time)
{
    return QStringLiteral("%1:%2Z")
        .arg(time.hour(), 2, 10, QLatin1Char('0'))
        .arg(time.minute(), 2, 10, QLatin1Char('0'));
}

} // namespace

std::optional<MaintenanceWindow> MaintenanceWindow::parse(const QString &start, const QString &end)
{
    const auto first = parseWire(start);
    const auto last = parseWire(end);
    if (!first || !last)
        return std::nullopt;
    MaintenanceWindow window;
    window.m_start = *first;
    window.m_end = *last;
    return window;
}

QString MaintenanceWindow::startWire() const { return toWire(m_start); }

QString MaintenanceWindow::endWire() const { return toWire(m_end); }

std::chrono::minutes MaintenanceWindow::length() const
{
    constexpr int day = 24 * 60;
    const int minutes = (m_start.secsTo(m_end) / 60 + day) % day;
    return std::chrono::minutes(minutes == 0 ? day : minutes);
}

bool MaintenanceWindow::isSane() const { return length() >= std::chrono::hours(1); }

std::optional<WindowSpan> MaintenanceWindow::around(const QDateTime &when) const
{
    const QDateTime utc = when.toUTC();
    for (int day : {-1, 0}) {
        const QDateTime start(utc.date().addDays(day), m_start, Qt::UTC);
        const WindowSpan span{start, start.addSecs(std::chrono::seconds(length()).count())};
        if (span.contains(utc))
            return span;
    }
    return std::nullopt;
}

QList<WindowSpan> MaintenanceWindow::next(const QDateTime &when, int count) const
{
    QList<WindowSpan> spans;
    const QDateTime utc = when.toUTC();
    for (int day = 0; spans.size() < count; ++day) {
        const QDateTime start(utc.date().addDays(day), m_start, Qt::UTC);
        if (start > utc)
            spans.append({start, start.addSecs(std::chrono::seconds(length()).count())});
    }
    return spans;
}

} // namespace uplift
