// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include "core/accesskey.h"
#include "core/redact.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/form/upgradeparts.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(8));
    return row;
}

QWidget *twoLines(const TwoLines &lines, const QString &objectName)
{
    auto *widget = new QWidget;
    widget->setObjectName(objectName);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 1, 0, 1);
    column->setSpacing(scaled(2));
    column->addWidget(new WrapLabel(lines.head, Type::Body, Role::Text, QFont::DemiBold));
    if (!lines.detail.isEmpty())
        column->addWidget(new WrapLabel(lines.detail, Type::Note, Role::Text2));
    widget->setAccessibleName(lines.head + u'\n' + lines.detail);
    return widget;
}

QWidget *instanceValue(const ConfirmFacts &facts)
{
    auto *widget = new QWidget;
    auto *row = rowIn(widget);
    auto *name = new ElideLabel(plainLine(facts.instanceName), Type::Body, Role::Text, QFont::DemiBold);
    name->setObjectName(QStringLiteral("instanceName"));
    row->addWidget(name);
    auto *id = new TextLabel(facts.instance.value, Type::Note, Role::Text2);
    id->setObjectName(QStringLiteral("instanceId"));
    id->setFixed(true);
    row->addWidget(id);
    row->addStretch(1);
    return widget;
}

QWidget *versionValue(const QString &fromVersion, const QString &toVersion, UpdateLevel level)
{
    auto *widget = new QWidget;
    auto *row = rowIn(widget);
    const QString from = fromVersion.isEmpty() ? ConfirmDialog::tr("unknown") : fromVersion;
    const QString to = toVersion.isEmpty() ? ConfirmDialog::tr("the latest version") : toVersion;
    row->addWidget(new TextLabel(from, Type::Body, Role::Text2));
    row->addWidget(new IconLabel(Icon::Arrow, Role::Text3, 12));
    auto *target = new TextLabel(to, Type::Body, Role::Text, QFont::DemiBold);
    target->setObjectName(QStringLiteral("toVersion"));
    row->addWidget(target);
    const Mark mark = levelMark(level);
    if (level != UpdateLevel::Unknown) {
        row->addSpacing(scaled(2));
        row->addWidget(new IconLabel(mark.icon, mark.role, 14));
        row->addWidget(
            new TextLabel(mark.word, Type::Note, mark.wordRole, mark.bold ? QFont::DemiBold : QFont::Normal));
    }
    row->addStretch(1);
    return widget;
}

void addVersions(FactRows &rows, const ConfirmFacts &facts)
{
    const bool both = isBoth(facts.parts);
    const auto proxy = [&] {
        rows.add(ConfirmDialog::tr("Proxy"),
                 versionValue(facts.proxyFrom, facts.proxyTo, UpdateLevel::Unknown));
    };
    if (facts.parts == upgrade::BatchParts::Proxy || facts.parts == upgrade::BatchParts::ProxyThenKernel)
        proxy();
    if (hasKernel(facts.parts))
        rows.add(both ? ConfirmDialog::tr("Kernel") : ConfirmDialog::tr("Version"),
                 versionValue(facts.fromVersion, facts.toVersion, facts.level));
    if (facts.parts == upgrade::BatchParts::KernelThenProxy)
        proxy();
}

} // namespace

ConfirmDialog::ConfirmDialog(const ConfirmFacts &facts, QWidget *parent)
    : DialogFrame(tr("Confirm - Uplift"), 560, parent), m_facts(facts)
{
    setObjectName(QStringLiteral("confirmDialog"));
    setEnvironmentLine(facts.environment);
    buildHead();
    buildFacts();
    buildNameField();
    buildTicket();
    buildFoot();
    connectAll();
}

void ConfirmDialog::buildHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(10));
    auto *title = new ElideLabel(plainLine(titleText(m_facts)), Type::Heading, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("title"));
    row->addWidget(title);
    row->addWidget(new EnvironmentTag(m_facts.environment, TagStyle::Solid));
    row->addStretch(1);
    body()->addLayout(row);
}

void ConfirmDialog::buildFacts()
{
    auto *rows = new FactRows(84);
    rows->setObjectName(QStringLiteral("facts"));
    rows->add(tr("Instance"), instanceValue(m_facts));
    //: %1 is the account's name, %2 the key's last characters, "····X7Qd"
    rows->add(tr("Account"),
              tr("%1  (AccessKey %2)").arg(plainLine(m_facts.accountName), maskedKeyId(m_facts.keyTail)));
    rows->add(tr("Region"),
              m_facts.regionName.isEmpty()
                  ? m_facts.region.value
                  : tr("%1, %2").arg(plainLine(m_facts.regionName), m_facts.region.value));
    addVersions(*rows, m_facts);
    if (const auto order = orderLines(m_facts))
        rows->add(tr("Order"), twoLines(*order, QStringLiteral("order")));
    rows->add(tr("When"), twoLines(whenLines(m_facts), QStringLiteral("when")));
    rows->add(tr("Impact"), twoLines({m_facts.impactHead, m_facts.impactText}, QStringLiteral("impact")));
    body()->addWidget(rows);

    auto *note = new Note(NoteKind::Amber);
    note->setObjectName(QStringLiteral("noWayBack"));
    note->setText(noWayBackSentence(m_facts));
    // What cannot be taken back is read at full size, not as small print.
    const QList<TextLabel *> lines = note->findChildren<TextLabel *>();
    for (TextLabel *line : lines) {
        line->setStep(Type::Body);
        line->setRole(Role::Text);
    }
    body()->addWidget(note);
}

void ConfirmDialog::buildNameField()
{
    if (!asksForName(m_facts))
        return;
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("confirmName"));
    m_name->installEventFilter(this);
    //: %1 is the instance's name
    const QString label = tr("Type the instance's name to confirm: %1").arg(plainLine(m_facts.instanceName));
    m_name->setAccessibleName(label);
    m_nameField = new Field(withoutMnemonic(label), m_name);
    body()->addWidget(m_nameField);
    onNameChanged();
}

/// Optional, and folded: most upgrades need neither.
void ConfirmDialog::buildTicket()
{
    constexpr int longestTicket = 100;
    constexpr int longestNote = 500;
    m_ticketLink = new LinkButton(tr("Add a ticket number or a note"), this);
    m_ticketLink->setObjectName(QStringLiteral("ticketLink"));
    m_ticketLink->setAccessibleName(m_ticketLink->text());
    m_ticketLink->setAutoDefault(false);
    body()->addWidget(m_ticketLink, 0, Qt::AlignLeft);
    auto *fields = new QWidget;
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins({});
    row->setSpacing(scaled(16));
    m_ticket = new QLineEdit;
    m_ticket->setObjectName(QStringLiteral("confirmTicket"));
    m_ticket->setMaxLength(longestTicket);
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("confirmNote"));
    m_note->setMaxLength(longestNote);
    // Enter here would press the default button.
    m_ticket->installEventFilter(this);
    m_note->installEventFilter(this);
    row->addWidget(new Field(tr("Ticket number (optional)"), m_ticket), 1);
    row->addWidget(new Field(tr("Note (optional)"), m_note), 2);
    m_ticket->setText(m_facts.ticket);
    m_note->setText(m_facts.note);
    const bool known = !m_facts.ticket.isEmpty() || !m_facts.note.isEmpty();
    m_ticketLink->setVisible(!known);
    fields->setVisible(known);
    body()->addWidget(fields);
    connect(m_ticketLink, &QPushButton::clicked, this, [this, fields] {
        m_ticketLink->hide();
        fields->show();
        reveal(fields);
        m_ticket->setFocus(Qt::TabFocusReason);
    });
}

QString ConfirmDialog::ticket() const { return m_ticket->text().trimmed(); }

QString ConfirmDialog::note() const
{
    // Entered before in several lines, which one line here does not keep.
    return m_note->isModified() ? m_note->text().trimmed() : m_facts.note;
}

void ConfirmDialog::buildFoot()
{
    m_request = new LinkButton(tr("Show the request"), this);
    m_request->setObjectName(QStringLiteral("showRequest"));
    m_request->setAccessibleName(m_request->text());
    m_request->setAutoDefault(false);
    foot()->addWidget(m_request);
    addFootSpace();
    m_upgrade = new DeliberateButton(actText(m_facts), this);
    m_upgrade->setObjectName(QStringLiteral("upgrade"));
    m_upgrade->setAccessibleName(m_upgrade->text());
    setKind(m_upgrade, "danger");
    foot()->addWidget(m_upgrade);
    m_keep = addButton(tr("Keep it as it is"), QStringLiteral("keep"));
    setKind(m_keep, "primary");
    m_keep->setDefault(true);
    if (m_name)
        setTabOrder(m_name, m_upgrade);
    setTabOrder(m_upgrade, m_keep);
    setTabOrder(m_keep, m_request);
    setTabOrder(m_request, m_ticketLink);
    setTabOrder(m_ticketLink, m_ticket);
    setTabOrder(m_ticket, m_note);
}

void ConfirmDialog::connectAll()
{
    connect(m_upgrade, &QPushButton::clicked, this, &ConfirmDialog::onUpgradePressed);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_request, &QPushButton::clicked, this, &ConfirmDialog::showRequest);
    connect(this, &QDialog::rejected, this, &ConfirmDialog::kept);
    if (m_name)
        connect(m_name, &QLineEdit::textChanged, this, &ConfirmDialog::onNameChanged);
}

void ConfirmDialog::setQuiet(std::chrono::milliseconds quiet) { m_upgrade->setQuiet(quiet); }

bool ConfirmDialog::isComplete() const { return !m_name || isName(m_facts, m_name->text()); }

void ConfirmDialog::onNameChanged()
{
    m_nameField->clearError();
    m_nameField->setHelp(isComplete()
                             ? tr("Complete. Enter moves to the button that upgrades.")
                             : tr("Not complete yet. Enter does not send anything from this field."));
    if (m_upgrade)
        setKind(m_upgrade, isComplete() ? "armed" : "danger");
}

void ConfirmDialog::onUpgradePressed()
{
    if (isComplete())
        return accept();
    //: %1 is the instance's name
    const QString missing = m_name->text().trimmed().isEmpty()
        ? tr("The name is missing. Type %1 here; nothing was sent.")
        : tr("This is not the instance's name. Type %1 here; nothing was sent.");
    showFieldError(m_nameField, missing.arg(plainLine(m_facts.instanceName)));
}

bool ConfirmDialog::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_ticket || watched == m_note) && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusNextPrevChild(true);
            return true;
        }
    }
    if (m_name && watched == m_name && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (isComplete() && !key->isAutoRepeat())
                m_upgrade->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return DialogFrame::eventFilter(watched, event);
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    if (m_name)
        m_name->setFocus(Qt::OtherFocusReason);
    else
        m_keep->setFocus(Qt::OtherFocusReason);
}

} // namespace uplift::ui
