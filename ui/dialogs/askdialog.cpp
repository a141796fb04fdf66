// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/askdialog.h"

#include "core/localized.h"
#include "core/redact.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

QString whatGoes(int count, profiles::SecretPlace place)
{
    const bool inKeychain = place == profiles::SecretPlace::Keychain;
    QString text = inKeychain ? AskDialog::tr("Its secret is deleted from the keychain.")
                              : AskDialog::tr("Its key leaves the memory; it is kept nowhere else.");
    if (count == 1)
        addSentence(text, AskDialog::tr("Its saved profile goes with it."));
    else if (count > 1)
        //: %1 is a number, two or more
        addSentence(text, AskDialog::tr("Its %1 saved profiles go with it.").arg(QLocale().toString(count)));
    return text;
}

} // namespace

AskDialog::AskDialog(const Question &question, QWidget *parent) : DialogFrame(question.title, 560, parent)
{
    setObjectName(QStringLiteral("askDialog"));
    setEnvironmentLine(question.environment);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(10));
    auto *heading = new ElideLabel(plainLine(question.heading), Type::Heading, Role::Text, QFont::DemiBold);
    heading->setObjectName(QStringLiteral("askHeading"));
    row->addWidget(heading);
    if (question.environment)
        row->addWidget(new EnvironmentTag(*question.environment, TagStyle::Solid));
    row->addStretch(1);
    body()->addLayout(row);
    auto *text = new WrapLabel(question.text, Type::Body, Role::Text2);
    text->setObjectName(QStringLiteral("askText"));
    body()->addWidget(text);
    setAccessibleDescription(question.text);

    addFootSpace();
    auto *act = new DeliberateButton(question.act, this);
    act->setObjectName(QStringLiteral("askAct"));
    act->setAccessibleName(question.act);
    setKind(act, "danger");
    foot()->addWidget(act);
    m_keep = addButton(question.keep, QStringLiteral("askKeep"));
    setKind(m_keep, "primary");
    m_keep->setDefault(true);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
}

void AskDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    m_keep->setFocus(Qt::OtherFocusReason);
}

Question removeAccountQuestion(const QString &accountName, Environment environment, int profiles,
                               profiles::SecretPlace place)
{
    Question question;
    question.title = AskDialog::tr("Remove account - Uplift");
    //: %1 is the account's name
    question.heading = AskDialog::tr("Remove the account %1?").arg(accountName);
    question.text = inOneLine(
        {whatGoes(profiles, place),
         AskDialog::tr("Nothing changes in the cloud, and the journal keeps what was done with it.")});
    question.act = AskDialog::tr("Remove the account");
    question.keep = AskDialog::tr("Keep it");
    question.environment = environment;
    return question;
}

Question removeWithoutKeychainQuestion(const QString &accountName, Environment environment,
                                       const QString &entry, const Error &error)
{
    Question question;
    question.title = AskDialog::tr("Remove account - Uplift");
    //: %1 is the account's name
    question.heading = AskDialog::tr("Remove the account %1 without its secret?").arg(accountName);
    //: %1 are two whole sentences, %2 is the name of an entry in the keychain
    question.text = AskDialog::tr("%1 You can remove the account here all the same, with its saved profiles; "
                                  "the entry %2 of Uplift may then remain in the keychain.")
                        .arg(inOneLine({error.message, error.next}), entry);
    question.act = AskDialog::tr("Remove the account here");
    question.keep = AskDialog::tr("Keep it");
    question.environment = environment;
    return question;
}

} // namespace uplift::ui
