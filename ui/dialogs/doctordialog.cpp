// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/doctordialog.h"

#include "core/localized.h"
#include "core/redact.h"
#include "ui/dialogs/errorview.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using Verdict = accounts::PermissionFinding::Verdict;

constexpr int policyLines = 10;

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Allowed:
        return DoctorDialog::tr("Allowed");
    case Verdict::Denied:
        return DoctorDialog::tr("Denied");
    case Verdict::NotTried:
        return DoctorDialog::tr("Not tried");
    case Verdict::Unknown:
        break;
    }
    return DoctorDialog::tr("Not known");
}

std::pair<Icon, Role> verdictMark(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Allowed:
        return {Icon::Tick, Role::Green};
    case Verdict::Denied:
        return {Icon::CrossRing, Role::Red};
    case Verdict::NotTried:
        return {Icon::Dash, Role::Text2};
    case Verdict::Unknown:
        break;
    }
    return {Icon::Question, Role::Text3};
}

/// The provider's own detail, as far as it gave one.
QString denial(const accounts::PermissionFinding &finding)
{
    QStringList parts;
    if (!finding.deniedAction.isEmpty())
        parts << DoctorDialog::tr("the service names %1").arg(finding.deniedAction);
    if (!finding.principalName.isEmpty())
        parts << QStringList{finding.principalType, finding.principalName}.join(QLatin1Char(' ')).trimmed();
    if (!finding.policyType.isEmpty())
        parts << finding.policyType;
    if (finding.explicitDeny)
        parts << DoctorDialog::tr("a Deny stands in a policy");
    if (!finding.requestId.isEmpty())
        parts << DoctorDialog::tr("RequestId %1").arg(finding.requestId);
    return parts.join(QStringLiteral(" · "));
}

QString summary(const accounts::DoctorReport &report)
{
    QString text = report.denied == 0 ? DoctorDialog::tr("No read action is denied.")
                                      : DoctorDialog::tr("%n action(s) are denied.", nullptr, report.denied);
    if (report.unknown > 0)
        addSentence(text, DoctorDialog::tr("%n could not be found out.", nullptr, report.unknown));
    addSentence(text,
                DoctorDialog::tr("%n action(s) that change something were not tried: there is no dry run.",
                                 nullptr, report.notTried));
    addSentence(text, report.note);
    return text;
}

} // namespace

DoctorDialog::DoctorDialog(const QString &accountName, const QString &regionName, QWidget *parent)
    : DialogFrame(tr("What %1 may do - Uplift").arg(plainLine(accountName)), 640, parent)
{
    setObjectName(QStringLiteral("doctorDialog"));
    m_state = new WrapLabel(
        tr("Each read action Uplift uses is tried once in %1. Nothing is changed.").arg(regionName),
        Type::Body, Role::Text2);
    m_state->setObjectName(QStringLiteral("doctorState"));
    body()->addWidget(m_state);
    m_progress = new WrapLabel(tr("The first answer is awaited."), Type::Note, Role::Text3);
    m_progress->setObjectName(QStringLiteral("doctorProgress"));
    body()->addWidget(m_progress);
    body()->setSpacing(scaled(8));
    m_stop = addButton(tr("&Stop"), QStringLiteral("doctorStop"));
    connect(m_stop, &QPushButton::clicked, this, &DoctorDialog::stop);
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("doctorClose"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void DoctorDialog::setProgress(int answered, int asked)
{
    //: %1 and %2 are numbers of read actions
    m_progress->setText(tr("%1 of %2 asked.").arg(answered).arg(asked));
}

void DoctorDialog::stop()
{
    Q_EMIT stopRequested();
    endAsking();
    m_state->setText(
        tr("Stopped. What was answered so far is not enough for a verdict; “What may it do…” in the "
           "account's menu begins anew."));
}

void DoctorDialog::endAsking()
{
    if (m_stop->hasFocus())
        findChild<QPushButton *>(QStringLiteral("doctorClose"))->setFocus();
    m_stop->hide();
    m_progress->hide();
}

void DoctorDialog::setError(const Error &error)
{
    endAsking();
    m_state->hide();
    auto *view = new ErrorView;
    view->setError(error);
    body()->addWidget(view);
}

void DoctorDialog::setReport(const accounts::DoctorReport &report)
{
    endAsking();
    m_state->setText(summary(report));
    if (report.identity)
        body()->addWidget(new WrapLabel(tr("The key belongs to %1.").arg(plainLine(report.identity->arn)),
                                        Type::Note, Role::Text2));
    // What needs the reader first.
    for (const Verdict verdict : {Verdict::Denied, Verdict::Unknown, Verdict::NotTried, Verdict::Allowed}) {
        for (const accounts::PermissionFinding &finding : report.findings) {
            if (finding.verdict == verdict)
                addFinding(finding);
        }
    }
    addPolicy(report);
}

void DoctorDialog::addFinding(const accounts::PermissionFinding &finding)
{
    const auto [icon, role] = verdictMark(finding.verdict);
    auto *widget = new QWidget;
    widget->setObjectName(QStringLiteral("finding-%1").arg(finding.permission.action));
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins({});
    row->setSpacing(scaled(8));
    row->addWidget(lineMark(icon, role, Type::Body), 0, Qt::AlignTop);
    auto *word = new TextLabel(verdictWord(finding.verdict), Type::Body, role, QFont::Medium);
    word->setMinimumWidth(scaled(80));
    row->addWidget(word, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(scaled(2));
    auto *action = new TextLabel(finding.permission.action, Type::Note, Role::Text);
    action->setFixed(true);
    action->setMinimumHeight(textLineHeight(Type::Body)); // in line with the word
    column->addWidget(action);
    column->addWidget(new WrapLabel(finding.permission.purpose.text(), Type::Note, Role::Text3));
    if (finding.verdict == Verdict::Denied && !denial(finding).isEmpty())
        column->addWidget(new WrapLabel(denial(finding), Type::Note, Role::Text2));
    if (finding.verdict == Verdict::Unknown && !finding.reason.isEmpty())
        column->addWidget(new WrapLabel(finding.reason, Type::Note, Role::Text2));
    row->addLayout(column, 1);
    widget->setAccessibleName(verdictWord(finding.verdict) + QLatin1String(": ") + finding.permission.action);
    body()->addWidget(widget);
}

void DoctorDialog::addPolicy(const accounts::DoctorReport &report)
{
    body()->addWidget(new Hairline);
    body()->addWidget(new TextLabel(tr("RAM policy that mends it"), Type::Body, Role::Text, QFont::DemiBold));
    body()->addWidget(new WrapLabel(
        report.mending.isEmpty() ? tr("Nothing is denied, so nothing needs mending.")
                                 : tr("Attach it to this identity. It allows what was denied, and no more."),
        Type::Note, Role::Text2));
    auto *whole = new QCheckBox(tr("With the &actions that change something"));
    whole->setObjectName(QStringLiteral("doctorWhole"));
    whole->setAccessibleName(tr("With the actions that change something"));
    body()->addWidget(whole);
    m_policy = new QPlainTextEdit;
    m_policy->setObjectName(QStringLiteral("doctorPolicy"));
    m_policy->setAccessibleName(tr("RAM policy"));
    m_policy->setReadOnly(true);
    m_policy->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_policy->setTabChangesFocus(true);
    m_policy->setFont(fixedFont(Type::Note));
    m_policy->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_policy->setMinimumHeight(policyLines * QFontMetrics(m_policy->font()).lineSpacing() + scaled(16));
    body()->addWidget(m_policy);
    m_copy = new QPushButton(icon(Icon::Copy), tr("&Copy the policy"));
    m_copy->setObjectName(QStringLiteral("doctorCopy"));
    m_copy->setAccessibleName(tr("Copy the policy"));
    foot()->insertWidget(0, m_copy);
    const auto show = [this, report](bool all) {
        m_policy->setPlainText(QString::fromUtf8(all ? report.whole : report.mending));
        m_policy->setVisible(!policy().isEmpty());
        m_copy->setVisible(!policy().isEmpty());
        m_copy->setText(tr("&Copy the policy"));
    };
    connect(whole, &QCheckBox::toggled, this, show);
    connect(m_copy, &QPushButton::clicked, this, &DoctorDialog::copy);
    show(false);
}

QString DoctorDialog::policy() const { return m_policy ? m_policy->toPlainText() : QString(); }

void DoctorDialog::copy()
{
    QGuiApplication::clipboard()->setText(policy());
    m_copy->setText(tr("Copied"));
}

} // namespace uplift::ui
