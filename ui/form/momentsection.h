// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/formfacts.h"

#include <QWidget>

namespace uplift::ui {

class Segmented;
class TextLabel;
class WrapLabel;

/// Now, or the maintenance window as its next dates in local time and UTC, with a countdown.
class MomentSection : public QWidget {
    Q_OBJECT
public:
    explicit MomentSection(QWidget *parent = nullptr);
    void show(const FormFacts &facts);
    [[nodiscard]] Moment moment() const;
    void focusChoice();

Q_SIGNALS:
    void momentChanged();

private:
    void showNow();
    void showWindow(const FormFacts &facts);

    Segmented *m_choice;
    TextLabel *m_head;
    TextLabel *m_countdown;
    WrapLabel *m_when;
    WrapLabel *m_later;
};

/// "Fri 20 Nov, your time (UTC+8)  ·  18:00 – 22:00 UTC, Thu 19 Nov"
[[nodiscard]] QString windowDetail(const WindowSpan &span, const QTimeZone &zone);
/// "Tonight 02:00 – 06:00"
[[nodiscard]] QString windowHead(const WindowSpan &span, const QDateTime &now, const QTimeZone &zone);

} // namespace uplift::ui
