// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include "core/accesskey.h"
#include "core/redact.h"
#include "ui/dialogs/deliberatebutton.h"
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

QWidget *versionValue(const ConfirmFacts &facts)
{
    auto *widget = new QWidget;
    auto *row = rowIn(widget);
    const QString from = facts.fromVersion.isEmpty() ? ConfirmDialog::tr("unknown") : facts.fromVersion;
    const QString to = facts.toVersion.isEmpty() ? ConfirmDialog::tr("the latest version") : facts.toVersion;
    row->addWidget(new TextLabel(from, Type::Body, Role::Text2));
    row->addWidget(new IconLabel(Icon::Arrow, Role::Text3, 12));
    auto *target = new TextLabel(to, Type::Body, Role::Text, QFont::DemiBold);
    target->setObjectName(QStringLiteral("toVersion"));
    row->addWidget(target);
    const Mark mark = levelMark(facts.level);
    if (facts.level != UpdateLevel::Unknown) {
        row->addSpacing(scaled(2));
        row->addWidget(new IconLabel(mark.icon, mark.role, 14));
        row->addWidget(
            new TextLabel(mark.word, Type::Note, mark.wordRole, mark.bold ? QFont::DemiBold : QFont::Normal));
    }
    row->addStretch(1);
    return widget;
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
    buildFoot();
    connectAll();
}

void ConfirmDialog::buildHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(10));
    //: %1 is the instance's name
    auto *title = new ElideLabel(tr("Upgrade %1?").arg(plainLine(m_facts.instanceName)), Type::Heading,
                                 Role::Text, QFont::DemiBold);
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
    rows->add(tr("Version"), versionValue(m_facts));
    rows->add(tr("When"), twoLines(whenLines(m_facts), QStringLiteral("when")));
    rows->add(tr("Impact"), twoLines({m_facts.impactHead, m_facts.impactText}, QStringLiteral("impact")));
    if (!m_facts.ticket.isEmpty())
        rows->add(tr("Ticket"), plainLine(m_facts.ticket));
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
    if (watched == m_name && event->type() == QEvent::KeyPress) {
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
