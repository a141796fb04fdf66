// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailsdialog.h"

#include "core/errortext.h"
#include "core/redact.h"
#include "ui/details/changeoutcome.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

DetailsDialog::DetailsDialog(fleet::InstanceDetails *details, const QString &name, Environment environment,
                             const Clock &clock, QWidget *parent)
    : DialogFrame(tr("Details of %1 - Uplift").arg(plainLine(name)), 640, parent), m_details(details),
      m_clock(clock)
{
    setObjectName(QStringLiteral("detailsDialog"));
    m_details->setParent(this);
    setEnvironmentLine(environment);
    auto *head = new QHBoxLayout;
    auto *title = new ElideLabel(plainLine(name), Type::Heading, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("detailsTitle"));
    head->addWidget(title);
    head->addWidget(new EnvironmentTag(environment, TagStyle::Solid));
    head->addStretch(1);
    body()->addLayout(head);
    body()->setSpacing(scaled(8));
    m_refusal = new Note(NoteKind::Red);
    m_refusal->setObjectName(QStringLiteral("detailsRefusal"));
    m_refusal->hide();
    body()->addWidget(m_refusal);
    m_changes = new QWidget;
    m_changes->setObjectName(QStringLiteral("detailsChanges"));
    auto *changes = new QVBoxLayout(m_changes);
    changes->setContentsMargins({});
    changes->setSpacing(scaled(8));
    m_changes->hide();
    body()->addWidget(m_changes);

    auto *console = addButton(tr("Open the &console"), QStringLiteral("detailsConsole"));
    console->setToolTip(consolePage().toString());
    connect(console, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(consolePage()); });
    addFootSpace();
    m_again = addButton(tr("Ask &again"), QStringLiteral("detailsAgain"));
    auto *close = addButton(tr("Close"), QStringLiteral("detailsClose"));
    setKind(close, "primary");
    close->setDefault(true);
    close->setFocus(); // nothing else is there before the first answer
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_details->asking() > 0)
            m_details->stop();
        else
            m_details->ask();
        m_soon.start();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &DetailsDialog::refresh);
    connect(m_details, &fleet::InstanceDetails::changed, &m_soon, qOverload<>(&QTimer::start));
    refresh();
    m_details->ask();
}

QWidget *DetailsDialog::buttonsOf(const QList<DetailAction> &actions)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins({});
    row->setSpacing(scaled(16));
    for (const DetailAction &action : actions) {
        auto *button = new LinkButton(action.text);
        button->setObjectName(QStringLiteral("detail_%1_%2").arg(int(action.kind)).arg(action.subject));
        //: For screen readers: what a button does, and to what
        button->setAccessibleName(tr("%1 (%2)").arg(action.text, action.description));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, action] {
            m_refusal->hide();
            Q_EMIT actionRequested(action);
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    return widget;
}

QWidget *DetailsDialog::valueOf(const QString &text, const QList<DetailAction> &actions)
{
    auto *label = new WrapLabel(text, Type::Body, Role::Text);
    if (parseInstanceId(text))
        label->setFixed(true);
    if (actions.isEmpty())
        return label;
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(scaled(2));
    column->addWidget(label);
    column->addWidget(buttonsOf(actions));
    return widget;
}

QWidget *DetailsDialog::widgetOf(const DetailSection &section, int number)
{
    auto *widget = new QWidget;
    widget->setObjectName(QStringLiteral("detailSection%1").arg(number));
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(scaled(4));
    column->addWidget(new Hairline);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(section.title, Type::Body, Role::Text, QFont::DemiBold));
    head->addStretch(1);
    head->addWidget(new TextLabel(section.source, Type::Note, Role::Text3));
    column->addLayout(head);
    if (!section.trouble.isEmpty())
        column->addWidget(new WrapLabel(section.trouble, Type::Note, Role::Text2));
    auto *rows = new FactRows(190);
    const auto actionsAt = [&section](int row) {
        QList<DetailAction> actions;
        for (const DetailAction &action : section.actions) {
            if (action.row == row)
                actions.append(action);
        }
        return actions;
    };
    for (int i = 0; i < section.rows.size(); ++i)
        rows->add(section.rows.at(i).first, valueOf(section.rows.at(i).second, actionsAt(i)));
    column->addWidget(rows);
    if (const QList<DetailAction> atEnd = actionsAt(-1); !atEnd.isEmpty())
        column->addWidget(buttonsOf(atEnd));
    return widget;
}

void DetailsDialog::showRefusal(const Error &error)
{
    m_refusal->setTitle(tr("Not sent"));
    m_refusal->setText(errorInBrief(error));
    m_refusal->show();
    reveal(m_refusal);
}

void DetailsDialog::setSteps(const QList<upgrade::StepView> &steps)
{
    constexpr qsizetype shown = 2;
    QList<QString> keys;
    bool ended = false;
    for (const upgrade::StepView &step : steps) {
        if (upgrade::isEnd(step.state) && !m_ended.contains(step.plan.id)) {
            m_ended.insert(step.plan.id);
            ended = true;
        }
        const ChangeOutcome words = changeOutcome(step);
        keys.append(step.plan.id.value + words.title + words.text);
    }
    keys = keys.mid(0, shown);
    if (keys != m_shownChanges) {
        m_shownChanges = keys;
        qDeleteAll(m_changes->findChildren<Note *>(QString(), Qt::FindDirectChildrenOnly));
        for (const upgrade::StepView &step : steps.mid(0, shown)) {
            const ChangeOutcome words = changeOutcome(step);
            auto *note = new Note(step.state == upgrade::StepState::Verified ? NoteKind::Green
                                      : upgrade::isEnd(step.state)           ? NoteKind::Red
                                                                             : NoteKind::Raised);
            note->setObjectName(QStringLiteral("detailsChange"));
            note->setIcon(words.mark.icon);
            note->setTitle(words.title);
            note->setText(words.text);
            m_changes->layout()->addWidget(note);
        }
        m_changes->setVisible(!keys.isEmpty());
    }
    // What was changed is read back, and so is what else may have changed by it.
    if (ended)
        m_details->ask();
}

/// Only sections that changed are built anew, so that reading goes on where it was.
void DetailsDialog::refresh()
{
    const QList<DetailSection> sections =
        detailSections(*m_details, m_clock.now(), QTimeZone::systemTimeZone());
    for (int i = 0; i < sections.size(); ++i) {
        if (i < m_widgets.size() && sections.at(i) == m_sections.at(i))
            continue;
        QWidget *fresh = widgetOf(sections.at(i), i);
        if (i < m_widgets.size()) {
            delete body()->replaceWidget(m_widgets.at(i), fresh);
            m_widgets.at(i)->deleteLater();
            m_widgets[i] = fresh;
            fresh->show();
        } else {
            body()->addWidget(fresh);
            m_widgets.append(fresh);
        }
    }
    m_sections = sections;
    m_again->setText(m_details->asking() > 0 ? tr("Stop &asking") : tr("Ask &again"));
}

} // namespace uplift::ui
