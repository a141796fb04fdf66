// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/attemptparts.h"

#include "core/redact.h"
#include "ui/dialogs/errorview.h"
#include "ui/look/times.h"
#include "ui/running/attemptwords.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "upgrade/outcome.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHash>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

struct Parts {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Parts)
};

void addHead(QVBoxLayout *column, const QString &text)
{
    column->addWidget(new Hairline);
    column->addWidget(new TextLabel(text, Type::Body, Role::Text, QFont::DemiBold));
}

Note *addNote(QVBoxLayout *column, NoteKind kind, const char *name, const QString &title, const QString &text)
{
    auto *note = new Note(kind);
    note->setObjectName(QString::fromLatin1(name));
    note->setTitle(title);
    note->setText(text);
    column->addWidget(note);
    return note;
}

QString versionText(const MinorVersion &version) { return version.isKnown() ? version.text() : QString(); }

/// "a", "a → b", or whichever of the two is known.
QString changed(const QString &before, const QString &after)
{
    if (before.isEmpty() || after.isEmpty() || before == after)
        return after.isEmpty() ? before : after;
    return Parts::tr("%1  →  %2").arg(before, after);
}

/// What speaks for a start is a question as long as nobody knows; afterwards it is simply so.
std::pair<Icon, Role> evidenceMark(const upgrade::Evidence &evidence, bool doubt)
{
    if (evidence.telling)
        return doubt ? std::pair(Icon::Question, Role::Amber) : std::pair(Icon::Tick, Role::Text2);
    if (evidence.kind == upgrade::Evidence::Kind::Connection)
        return {Icon::CrossRing, Role::Red};
    return {Icon::Dash, Role::Text3};
}

/// The `nth` node of that name: primary and replica may share one.
const NodeVersion *nodeNamed(const QList<NodeVersion> &nodes, const QString &name, int nth)
{
    for (const NodeVersion &node : nodes) {
        if (node.name == name && nth-- == 0)
            return &node;
    }
    return nullptr;
}

} // namespace

void addAlarms(QVBoxLayout *column, const upgrade::StepView &step, const QTimeZone &zone, bool moved)
{
    if (step.switchedOutsideWindow && moved)
        addNote(column, NoteKind::Raised, "movedSwitch",
                Parts::tr("It switched at %1, outside its window")
                    .arg(clockText(*step.switchedOutsideWindow, zone)),
                Parts::tr("Its switch had been moved: see the changes of its moment."));
    else if (step.switchedOutsideWindow)
        addNote(
            column, NoteKind::Red, "outsideWindow",
            Parts::tr("It switched outside its window, at %1")
                .arg(clockText(*step.switchedOutsideWindow, zone)),
            Parts::tr("The request asked for the maintenance window. Check that clients have reconnected, "
                      "and quote the RequestId to the provider."));
    if (step.windowPassedUnchanged)
        addNote(column, NoteKind::Amber, "windowPassed",
                step.plan.moment == Moment::MaintenanceWindow
                    ? Parts::tr("The window has passed and nothing happened")
                    : Parts::tr("An hour has passed and nothing happened"),
                Parts::tr("The version is as before. Look in the console whether a task still waits. Uplift "
                          "goes on asking and sends nothing."));
    if (step.watchError)
        addNote(column, NoteKind::Amber, "watchError", Parts::tr("The last question was not answered"),
                Parts::tr("%1 Uplift goes on asking.").arg(step.watchError->message));
}

void addVerdict(QVBoxLayout *column, const upgrade::StepView &step)
{
    const Mark mark = attemptMark(step.plan.kind, step.state);
    const bool explained = step.error && step.state != upgrade::StepState::Verified;
    if (explained) {
        auto *view = new ErrorView;
        view->setObjectName(QStringLiteral("stepError"));
        view->setRequestIdShown(false);
        view->setNote(noteKindOf(mark), mark.icon);
        // Of an attempt that ended before this was told apart, too.
        Error error = *step.error;
        if (const QString seen = changeSeenText(step); !seen.isEmpty()) {
            view->setChanged(seen);
            error.change = *upgrade::changeSeen(step);
        }
        view->setError(error,
                       Parts::tr("%1: %2").arg(attemptStateText(step.plan.kind, step.state),
                                               plainLine(step.plan.instanceName)),
                       step.error->code);
        column->addWidget(view);
        return;
    }
    const Verdict verdict = verdictOf(step);
    addNote(column, verdict.kind, "verdict", verdict.title, verdict.text)->setIcon(mark.icon);
    if (step.error)
        addNote(column, NoteKind::Amber, "verdictTrouble", {}, step.error->message);
}

QWidget *evidenceRow(const upgrade::Evidence &evidence, bool doubt)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins({});
    row->setSpacing(10);
    const auto [mark, role] = evidenceMark(evidence, doubt);
    row->addWidget(lineMark(mark, role, Type::Body), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new WrapLabel(plainLine(evidence.text), Type::Body, Role::Text));
    if (!evidence.detail.isEmpty())
        texts->addWidget(new WrapLabel(plainLine(evidence.detail), Type::Note, Role::Text3));
    row->addLayout(texts, 1);
    return widget;
}

void addEvidence(QVBoxLayout *column, const upgrade::StepView &step)
{
    if (step.evidence.isEmpty())
        return;
    addHead(column, Parts::tr("What was seen"));
    const bool doubt = step.state == upgrade::StepState::Undecided;
    for (const upgrade::Evidence &evidence : step.evidence)
        column->addWidget(evidenceRow(evidence, doubt));
}

QList<NodeLine> nodeLines(const upgrade::StepView &step)
{
    QList<NodeLine> lines;
    QHash<QString, int> shown;
    const auto add = [&](const QString &name) {
        const int nth = shown[name]++;
        const NodeVersion *before = nodeNamed(step.plan.nodesBefore, name, nth);
        const NodeVersion *after = nodeNamed(step.nodes, name, nth);
        const NodeVersion was = before ? *before : NodeVersion();
        const NodeVersion is = after ? *after : NodeVersion();
        lines.append({plainLine(name), plainLine(changed(nodeRoleText(was.role), nodeRoleText(is.role))),
                      plainLine(changed(was.zone, is.zone)),
                      changed(versionText(was.version), versionText(is.version))});
    };
    for (const NodeVersion &node : step.nodes)
        add(node.name);
    QHash<QString, int> before;
    for (const NodeVersion &node : step.plan.nodesBefore) {
        if (before[node.name]++ >= shown.value(node.name))
            add(node.name);
    }
    return lines;
}

void addNodes(QVBoxLayout *column, const upgrade::StepView &step)
{
    const QList<NodeLine> lines = nodeLines(step);
    if (lines.isEmpty())
        return;
    const bool both = !step.nodes.isEmpty() && !step.plan.nodesBefore.isEmpty();
    addHead(column,
            both                       ? Parts::tr("Nodes, before and after")
                : step.nodes.isEmpty() ? Parts::tr("Nodes, before")
                                       : Parts::tr("Nodes, after"));
    auto *grid = new QGridLayout;
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    int row = 0;
    const NodeLine *before = nullptr;
    for (const NodeLine &line : lines) {
        // Primary and replica may share one id: it stands once over both.
        if (!before || before->name != line.name || before->version != line.version) {
            auto *name = new ElideLabel(line.name, Type::Note, Role::Text);
            name->setFixed(true);
            grid->addWidget(name, row, 0);
            grid->addWidget(new TextLabel(line.version, Type::Note, Role::Text), row++, 1, Qt::AlignRight);
        }
        before = &line;
        QStringList place;
        for (const QString &part : {line.role, line.zone}) {
            if (!part.isEmpty())
                place.append(part);
        }
        if (!place.isEmpty())
            grid->addWidget(new WrapLabel(place.join(Parts::tr(", ")), Type::Note, Role::Text3), row++, 0, 1,
                            2);
    }
    column->addLayout(grid);
}

void addDecisions(QVBoxLayout *column, const upgrade::StepView &step, const QTimeZone &zone)
{
    const QList<DecisionWords> decisions = decisionsOf(step);
    if (decisions.isEmpty())
        return;
    addHead(column, Parts::tr("Decisions"));
    for (const DecisionWords &decision : decisions) {
        column->addWidget(new WrapLabel(decision.sentence, Type::Body, Role::Text));
        QString when = QStringLiteral("%1 %2").arg(dayText(decision.at, zone), clockText(decision.at, zone));
        if (!decision.reason.isEmpty())
            //: %1 is a moment, %2 the user's own words
            when = Parts::tr("%1: “%2”").arg(when, decision.reason);
        column->addWidget(new WrapLabel(when, Type::Note, Role::Text2));
    }
}

} // namespace uplift::ui
