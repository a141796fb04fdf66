// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/momentfields.h"

#include "ui/look/times.h"
#include "ui/look/type.h"
#include "ui/widgets/field.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using When = upgrade::SettingChange::When;

const QString format = QStringLiteral("yyyy-MM-dd HH:mm");
constexpr int timeWidth = 190;

Error wrong(const QString &sentence) { return Error::input(QStringLiteral("momentAt"), sentence); }

/// How a time is typed, by one to come.
QString example(const MomentChoices &choices)
{
    return choices.now.toTimeZone(choices.zone).addDays(1).toString(format);
}

/// The whole minute that comes next.
QDateTime upToMinute(const QDateTime &time)
{
    const int over = time.time().second() * 1000 + time.time().msec();
    return over == 0 ? time : time.addMSecs(60'000 - over);
}

} // namespace

QString bothTimes(const QDateTime &utc, const QTimeZone &zone)
{
    const QTimeZone universal = QTimeZone::utc();
    //: %1 "Fri 20 Nov", %2 "02:00", %3 "UTC+8", %4 the time in UTC, %5 its day
    return MomentFields::tr("%1 %2, your time (%3); %4 UTC, %5")
        .arg(dayText(utc, zone), clockText(utc, zone), zoneText(utc, zone), clockText(utc, universal),
             dayText(utc, universal));
}

Result<QDateTime> typedMoment(const QString &text, const MomentChoices &choices)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC).simplified();
    QDateTime typed = QDateTime::fromString(plain, format);
    if (!typed.isValid())
        //: %1 "2026-11-20 02:00"
        return failure(wrong(MomentFields::tr("Write the time as %1.").arg(example(choices))));
    typed.setTimeZone(choices.zone);
    const QDateTime utc = typed.toUTC();
    if (!typed.isValid() || utc.toTimeZone(choices.zone).toString(format) != plain)
        return failure(wrong(MomentFields::tr("On that day the clocks leave this time out.")));
    if (utc <= choices.now)
        return failure(wrong(MomentFields::tr("This time has passed.")));
    if (choices.deadline.isValid() && utc > choices.deadline)
        //: %1 a moment in local time and UTC
        return failure(wrong(MomentFields::tr("The service takes %1 at the latest.")
                                 .arg(bothTimes(choices.deadline, choices.zone))));
    return utc;
}

MomentFields::MomentFields(const MomentChoices &choices, QWidget *parent)
    : QWidget(parent), m_choices(choices), m_group(new QButtonGroup(this)), m_time(new QLineEdit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(scaled(6));
    const auto add = [&](When when, const QString &text, const char *name) {
        auto *choice = new QRadioButton(text);
        choice->setObjectName(QString::fromLatin1(name));
        m_group->addButton(choice, int(when));
        column->addWidget(choice);
    };
    add(When::At, tr("&At a time"), "momentChoiceAt");
    m_time->setObjectName(QStringLiteral("momentAt"));
    m_time->setMaximumWidth(scaled(timeWidth));
    m_timeField = new Field(
        tr("&Time, as %1 in %2").arg(example(choices), zoneText(choices.now, choices.zone)), m_time);
    m_timeField->setContentsMargins(scaled(24), 0, 0, scaled(4));
    column->addWidget(m_timeField);
    if (choices.inWindow)
        add(When::InWindow, tr("In the &maintenance window"), "momentChoiceWindow");
    add(When::Immediately, tr("&Now"), "momentChoiceNow");
    m_group->button(int(When::At))->setChecked(true);
    const QDateTime first = choices.suggested.isValid() && choices.suggested > choices.now
        ? choices.suggested
        : upToMinute(choices.now.addSecs(3600));
    m_time->setText(first.toTimeZone(choices.zone).toString(format));
    connect(m_group, &QButtonGroup::idToggled, this, &MomentFields::onChanged);
    connect(m_time, &QLineEdit::textChanged, this, &MomentFields::onChanged);
    onChanged();
}

void MomentFields::onChanged()
{
    m_timeField->clearError();
    m_timeField->setVisible(when() == When::At);
    const auto typed = typedMoment(m_time->text(), m_choices);
    m_timeField->setHelp(typed ? bothTimes(*typed, m_choices.zone) : typed.error().message);
    Q_EMIT changed();
}

When MomentFields::when() const { return static_cast<When>(m_group->checkedId()); }

QDateTime MomentFields::at() const
{
    if (when() != When::At)
        return {};
    return typedMoment(m_time->text(), m_choices).value_or(QDateTime());
}

QString MomentFields::text() const
{
    switch (when()) {
    case When::Immediately:
        return tr("Now, as soon as the service takes it");
    case When::InWindow:
        return tr("In the next maintenance window");
    case When::At:
        break;
    }
    return at().isValid() ? bothTimes(at(), m_choices.zone) : QString();
}

std::optional<Error> MomentFields::error() const
{
    if (when() != When::At)
        return std::nullopt;
    const auto typed = typedMoment(m_time->text(), m_choices);
    return typed ? std::nullopt : std::optional(typed.error());
}

} // namespace uplift::ui
