// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/steptimeline.h"

#include "ui/look/accessibility.h"
#include "ui/look/marks.h"
#include "ui/look/type.h"
#include "ui/running/attemptwords.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "upgrade/outcome.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::StepKind;
using upgrade::StepState;

QString timeText(const QDateTime &at, const QTimeZone &zone)
{
    return at.toTimeZone(zone).toString(QStringLiteral("HH:mm:ss"));
}

/// What it does now in the words of its state; what is over by its name, for it happens no more.
QString entryText(StepKind kind, StepState state, bool isOver)
{
    if (state == StepState::Accepted)
        return StepTimeline::tr("Accepted by the service");
    if (isOver && state == StepState::Switching)
        return StepTimeline::tr("Switchover");
    if (isOver && state == StepState::Waiting)
        return upgrade::isUpgrade(kind) ? StepTimeline::tr("Wait for its window") : StepTimeline::tr("Wait");
    if (isOver && state == StepState::Running)
        return upgrade::isUpgrade(kind) ? StepTimeline::tr("Upgrade")
            : kind == StepKind::Backup  ? StepTimeline::tr("Backup")
                                        : StepTimeline::tr("Change");
    return attemptStateText(kind, state);
}

bool isBad(StepState state) { return state == StepState::Rejected || state == StepState::Failed; }

bool pastNoReturn(const upgrade::StepView &step)
{
    for (const upgrade::Transition &transition : step.transitions) {
        if (transition.state == StepState::Switching)
            return true;
    }
    return step.state == StepState::Verified;
}

QString presentDetail(const upgrade::StepView &step)
{
    const bool isUpgrade = upgrade::isUpgrade(step.plan.kind);
    switch (step.state) {
    case StepState::Running:
    case StepState::Accepted:
    case StepState::Waiting: {
        if (!isUpgrade)
            return step.plan.kind == StepKind::Backup ? StepTimeline::tr("Clients notice nothing.")
                                                      : QString();
        const bool offered = step.task && !step.task->actions.isEmpty();
        return offered
            ? StepTimeline::tr("Clients notice nothing. Can still be cancelled or moved.")
            : StepTimeline::tr(
                "Clients notice nothing. In the console it can usually still be cancelled or moved.");
    }
    case StepState::Switching:
        return StepTimeline::tr("Connections break and writes may fail until the switch is over.");
    case StepState::Unanswered:
        return StepTimeline::tr(
            "The reply was lost. The service is being asked; the request is not sent again.");
    default:
        return {};
    }
}

class NoReturnLine : public QWidget {
public:
    explicit NoReturnLine(QWidget *parent) : QWidget(parent)
    {
        setFixedHeight(scaled(22));
        setAccessibleName(StepTimeline::tr("Point of no return"));
        setAccessibleRole(this, QAccessible::StaticText);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.setFont(typeFont(Type::Small, QFont::DemiBold));
        const QString text = StepTimeline::tr("Point of no return");
        const int indent = scaled(28);
        const int words = painter.fontMetrics().horizontalAdvance(text);
        QPen dashes(theme[Role::Amber]);
        dashes.setDashPattern({4, 3});
        painter.setPen(dashes);
        const int middle = height() / 2;
        painter.drawLine(0, middle, indent - scaled(8), middle);
        painter.drawLine(indent + words + scaled(8), middle, width(), middle);
        painter.setPen(theme[Role::Amber]);
        painter.drawText(QRect(indent, 0, words + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
};

} // namespace

QList<TimelineEntry> timelineOf(const upgrade::StepView &step, const QTimeZone &zone)
{
    QList<TimelineEntry> entries;
    const bool isUpgrade = upgrade::isUpgrade(step.plan.kind);
    bool wasAtWork = false; // the entry before
    const upgrade::Transition *end = step.transitions.constData() + step.transitions.size();
    for (const upgrade::Transition &transition : step.transitions) {
        if (transition.state == StepState::Planned || upgrade::isNote(transition))
            continue;
        if (transition.state == StepState::Switching
            || (isUpgrade && transition.state == StepState::Verified && !entries.isEmpty()
                && pastNoReturn(step)
                && std::none_of(entries.begin(), entries.end(), [](const TimelineEntry &entry) {
                       return entry.kind == TimelineEntry::Kind::NoReturn;
                   })))
            entries.append({TimelineEntry::Kind::NoReturn, {}, {}, {}});
        const bool last = std::all_of(&transition + 1, end, upgrade::isNote);
        TimelineEntry entry{TimelineEntry::Kind::Done,
                            entryText(step.plan.kind, transition.state, !last),
                            timeText(transition.at, zone),
                            {}};
        if (isBad(transition.state))
            entry.kind = TimelineEntry::Kind::Bad;
        else if (last)
            entry.kind = TimelineEntry::Kind::Present;
        else if (transition.state == StepState::Unanswered || transition.state == StepState::Undecided)
            entry.kind = TimelineEntry::Kind::Doubt;
        if (last)
            entry.detail = presentDetail(step);
        // The step in which it failed did not go well: no tick for what was being done then.
        if (transition.state == StepState::Failed && wasAtWork && !entries.isEmpty())
            entries.last().kind = TimelineEntry::Kind::Bad;
        wasAtWork = transition.state == StepState::Running || transition.state == StepState::Switching;
        entries.append(entry);
    }
    if (upgrade::isEnd(step.state) || step.state == StepState::Undecided
        || step.state == StepState::Unanswered)
        return entries;
    if (!isUpgrade) {
        entries.append({TimelineEntry::Kind::ToCome,
                        step.plan.kind == StepKind::Backup ? StepTimeline::tr("Checking that it succeeded")
                                                           : StepTimeline::tr("Reading it back"),
                        {},
                        {}});
        return entries;
    }
    if (!pastNoReturn(step)) {
        entries.append({TimelineEntry::Kind::NoReturn, {}, {}, {}});
        entries.append({TimelineEntry::Kind::ToCome, StepTimeline::tr("Switchover"), {}, step.plan.impact});
    }
    entries.append({TimelineEntry::Kind::ToCome, StepTimeline::tr("Verification of the version"), {}, {}});
    return entries;
}

StepTimeline::StepTimeline(const upgrade::StepView &step, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("stepTimeline"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const TimelineEntry &entry : timelineOf(step, zone)) {
        if (entry.kind == TimelineEntry::Kind::NoReturn) {
            grid->addWidget(new NoReturnLine(this), row++, 0, 1, 3);
            continue;
        }
        const bool present = entry.kind == TimelineEntry::Kind::Present;
        const bool toCome = entry.kind == TimelineEntry::Kind::ToCome;
        const bool bad = entry.kind == TimelineEntry::Kind::Bad;
        const bool doubt = entry.kind == TimelineEntry::Kind::Doubt;
        const Mark mark = present ? stateMark(step.state) : doubt ? stateMark(StepState::Unanswered) : Mark();
        grid->addWidget(lineMark(present || doubt ? mark.icon
                                     : toCome     ? Icon::OpenRing
                                     : bad        ? Icon::CrossDisc
                                                  : Icon::TickDisc,
                                 present || doubt ? mark.role
                                     : toCome     ? Role::Text3
                                     : bad        ? Role::Red
                                                  : Role::Green,
                                 Type::Body),
                        row, 0, Qt::AlignTop);
        grid->addWidget(new TextLabel(entry.text, Type::Body, toCome ? Role::Text2 : Role::Text,
                                      present || bad ? QFont::DemiBold : QFont::Normal),
                        row, 1);
        grid->addWidget(new TextLabel(entry.time, Type::Note, Role::Text3), row, 2, Qt::AlignRight);
        ++row;
        if (!entry.detail.isEmpty())
            grid->addWidget(new WrapLabel(entry.detail, Type::Note, Role::Text2), row++, 1, 1, 2);
    }
}

} // namespace uplift::ui
