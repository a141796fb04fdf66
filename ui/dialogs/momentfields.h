// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "upgrade/plan.h"

#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace uplift::ui {

class Field;
class WrapLabel;

/// Which moments can be chosen, and within what.
struct MomentChoices {
    bool inWindow = false; ///< the service takes "in the maintenance window" as well
    QDateTime now; ///< UTC
    QTimeZone zone = QTimeZone::systemTimeZone();
    QDateTime deadline; ///< UTC, the latest the service takes; invalid: none is known
    QDateTime suggested; ///< UTC, what the time begins with; invalid: an hour from now
};

/// The time a user typed, "2026-11-20 02:00" in the zone. Error::Kind::Input ("momentAt"): not a time, past,
/// after the deadline, one the clocks leave out.
[[nodiscard]] Result<QDateTime> typedMoment(const QString &text, const MomentChoices &choices);
/// "Fri 20 Nov 02:00, your time (UTC+8); 18:00 UTC, Thu 19 Nov"
[[nodiscard]] QString bothTimes(const QDateTime &utc, const QTimeZone &zone);

/// Now, in the window, or at a time: with its time in UTC under it.
class MomentFields : public QWidget {
    Q_OBJECT
public:
    explicit MomentFields(const MomentChoices &choices, QWidget *parent = nullptr);

    [[nodiscard]] upgrade::SettingChange::When when() const;
    /// Invalid but for When::At with a good time.
    [[nodiscard]] QDateTime at() const;
    /// The chosen moment in words: "Now", "Fri 20 Nov 02:00, …"; empty while the time is none.
    [[nodiscard]] QString text() const;
    /// The first bad field; nothing: all is well.
    [[nodiscard]] std::optional<Error> error() const;
    [[nodiscard]] Field *timeField() const { return m_timeField; }
    [[nodiscard]] QLineEdit *timeEdit() const { return m_time; }

Q_SIGNALS:
    void changed();

private:
    void onChanged();

    MomentChoices m_choices;
    QButtonGroup *m_group;
    QLineEdit *m_time;
    Field *m_timeField;
};

} // namespace uplift::ui
