// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changedialog.h"

#include "core/accesskey.h"
#include "core/redact.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/form/formfacts.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "upgrade/outcome.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QUuid>
#include <QVBoxLayout>

namespace uplift::ui {

ChangeSubject subjectOf(const upgrade::StepPlan &plan)
{
    ChangeSubject subject;
    subject.account = plan.account;
    subject.accountName = plan.accountName;
    subject.keyTail = plan.keyTail;
    subject.profile = plan.profile;
    subject.region = plan.region;
    subject.regionName = regionName(plan.region);
    subject.instance = plan.instance;
    subject.instanceName = plan.instanceName;
    subject.environment = plan.environment;
    return subject;
}

upgrade::StepPlan stepOf(const ChangeSubject &subject, upgrade::StepKind kind,
                         const std::optional<upgrade::SettingChange> &setting)
{
    upgrade::StepPlan plan;
    plan.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    plan.kind = kind;
    plan.account = subject.account;
    plan.accountName = subject.accountName;
    plan.keyTail = subject.keyTail;
    plan.profile = subject.profile;
    plan.region = subject.region;
    plan.instance = subject.instance;
    plan.instanceName = subject.instanceName;
    plan.environment = subject.environment;
    plan.moment = Moment::Now;
    plan.setting = setting;
    plan.by = upgrade::whoami();
    return plan;
}

ChangeDialog::ChangeDialog(const ChangeSubject &subject, const ChangeQuestion &question, QWidget *parent)
    : DialogFrame(question.title, 600, parent), m_subject(subject), m_cuts(question.cutsConnections),
      m_isFinal(question.isFinal)
{
    setObjectName(QStringLiteral("changeDialog"));
    setEnvironmentLine(subject.environment);
    buildHead(question);
    m_editors = new QVBoxLayout;
    m_editors->setContentsMargins({});
    m_editors->setSpacing(scaled(8));
    body()->addLayout(m_editors);
    buildFacts(question);
    buildName();
    buildFoot(question);
    setCutsConnections(m_cuts);
}

void ChangeDialog::buildHead(const ChangeQuestion &question)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(10));
    auto *heading = new ElideLabel(plainLine(question.heading), Type::Heading, Role::Text, QFont::DemiBold);
    heading->setObjectName(QStringLiteral("changeHeading"));
    row->addWidget(heading);
    row->addWidget(new EnvironmentTag(m_subject.environment, TagStyle::Solid));
    row->addStretch(1);
    body()->addLayout(row);
}

void ChangeDialog::buildFacts(const ChangeQuestion &question)
{
    auto *rows = new FactRows(96);
    rows->setObjectName(QStringLiteral("changeFacts"));
    rows->add(tr("Instance"), m_subject.instance.value)->setFixed(true);
    //: %1 is the account's name, %2 the key's last characters, "····X7Qd"
    rows->add(tr("Account"),
              tr("%1  (AccessKey %2)").arg(plainLine(m_subject.accountName), maskedKeyId(m_subject.keyTail)));
    rows->add(tr("Region"),
              m_subject.regionName.isEmpty()
                  ? m_subject.region.value
                  : tr("%1, %2").arg(plainLine(m_subject.regionName), m_subject.region.value));
    const auto value = [rows](const QString &label, const QString &text, const char *name,
                              QFont::Weight weight = QFont::Normal) {
        auto *shown = new WrapLabel(text, Type::Body, Role::Text, weight);
        shown->setObjectName(QString::fromLatin1(name));
        rows->add(label, shown);
        return shown;
    };
    if (!question.before.isEmpty())
        value(tr("At present"), question.before, "changeBefore");
    m_after = value(tr("Then"), question.after, "changeAfter", QFont::DemiBold);
    m_when = value(tr("Takes effect"), question.when, "changeWhen");
    m_does = value(tr("What it does"), question.does, "changeDoes");
    value(tr("What it does not"), question.doesNot, "changeDoesNot");
    body()->addWidget(rows);
    if (question.warning.isEmpty())
        return;
    auto *note = new Note(NoteKind::Amber);
    note->setObjectName(QStringLiteral("changeWarning"));
    note->setText(question.warning);
    body()->addWidget(note);
}

void ChangeDialog::buildName()
{
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("changeName"));
    //: %1 is the instance's name
    const QString label =
        tr("Type the instance's name to confirm: %1").arg(plainLine(m_subject.instanceName));
    m_name->setAccessibleName(label);
    m_nameField = new Field(withoutMnemonic(label), m_name);
    body()->addWidget(m_nameField);
    heedEnter(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &ChangeDialog::onNameChanged);
}

void ChangeDialog::buildFoot(const ChangeQuestion &question)
{
    auto *request = new LinkButton(tr("Show the request"), this);
    request->setObjectName(QStringLiteral("changeRequest"));
    request->setAccessibleName(request->text());
    request->setAutoDefault(false);
    foot()->addWidget(request);
    addFootSpace();
    m_act = new DeliberateButton(question.act, this);
    m_act->setObjectName(QStringLiteral("changeAct"));
    m_act->setAccessibleName(question.act);
    foot()->addWidget(m_act);
    m_keep = addButton(question.keep, QStringLiteral("changeKeep"));
    setKind(m_keep, "primary");
    m_keep->setDefault(true);
    connect(m_act, &QPushButton::clicked, this, &ChangeDialog::onAct);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(request, &QPushButton::clicked, this, [this] {
        // What the fields do not say yet cannot be shown.
        if (validate())
            Q_EMIT showRequest();
    });
}

void ChangeDialog::setQuiet(std::chrono::milliseconds quiet) { m_act->setQuiet(quiet); }

void ChangeDialog::addEditor(QWidget *editor) { m_editors->addWidget(editor); }

void ChangeDialog::heedEnter(QLineEdit *edit) { edit->installEventFilter(this); }

void ChangeDialog::setAfter(const QString &text) { m_after->setText(text); }

void ChangeDialog::setWhen(const QString &text) { m_when->setText(text); }

void ChangeDialog::setDoes(const QString &text) { m_does->setText(text); }

void ChangeDialog::setCutsConnections(bool cuts)
{
    m_cuts = cuts;
    m_nameField->setVisible(cuts && m_subject.environment == Environment::Production);
    onNameChanged();
}

bool ChangeDialog::isNameRight() const
{
    return m_nameField->isHidden() || m_name->text().trimmed() == m_subject.instanceName.trimmed();
}

void ChangeDialog::onNameChanged()
{
    m_nameField->clearError();
    m_nameField->setHelp(isNameRight()
                             ? tr("Complete.")
                             : tr("Not complete yet. Enter does not send anything from this field."));
    setKind(m_act,
            !m_cuts && !m_isFinal                           ? "plain"
                : isNameRight() && !m_nameField->isHidden() ? "armed"
                                                            : "danger");
}

void ChangeDialog::onAct()
{
    if (!validate())
        return;
    if (isNameRight())
        return accept();
    //: %1 is the instance's name
    const QString missing = m_name->text().trimmed().isEmpty()
        ? tr("The name is missing. Type %1 here; nothing was sent.")
        : tr("This is not the instance's name. Type %1 here; nothing was sent.");
    showFieldError(m_nameField, missing.arg(plainLine(m_subject.instanceName)));
}

bool ChangeDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && qobject_cast<QLineEdit *>(watched)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (!key->isAutoRepeat())
                focusNextPrevChild(true);
            return true;
        }
    }
    return DialogFrame::eventFilter(watched, event);
}

void ChangeDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    QWidget *first = m_keep;
    for (int i = 0; i < m_editors->count(); ++i) {
        QWidget *editor = m_editors->itemAt(i)->widget();
        const auto fields = editor ? editor->findChildren<QLineEdit *>() : QList<QLineEdit *>();
        if (!fields.isEmpty() && fields.constFirst()->isVisible()) {
            first = fields.constFirst();
            break;
        }
    }
    if (first == m_keep && m_nameField->isVisible())
        first = m_name;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace uplift::ui
