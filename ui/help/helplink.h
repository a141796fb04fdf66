// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QString>

class QObject;

namespace uplift::ui {

/// Asks whoever shows the help (HomeFlow) for a topic; sent to any widget.
class HelpRequest : public QEvent {
public:
    explicit HelpRequest(QString topic) : QEvent(eventType()), m_topic(std::move(topic)) { }
    [[nodiscard]] static QEvent::Type eventType();
    [[nodiscard]] const QString &topic() const { return m_topic; }

private:
    QString m_topic;
};

/// A sentence that names a topic as it is named to users ("see Help: preparing clients"), as rich text with
/// that name as a link help:<topic>, all else escaped. Empty when it names none.
[[nodiscard]] QString withHelpLink(const QString &sentence);

/// "clients" of help:clients; empty for any other link.
[[nodiscard]] QString topicOfLink(const QString &link);

} // namespace uplift::ui
