// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accountdialog.h"

#include "ui/dialogs/connectionform.h"
#include "ui/dialogs/environmentchoice.h"
#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/field.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

const QString keyIdName = QStringLiteral("accessKeyId");
const QString secretName = QStringLiteral("accessKeySecret");
const QString tokenName = QStringLiteral("securityToken");

/// The edit's text in a buffer of its own; the copy made on the way is overwritten.
SecretBytes secretOf(const QLineEdit *edit)
{
    QByteArray bytes = edit->text().toUtf8();
    SecretBytes secret(bytes);
    wipe(bytes);
    return secret;
}

/// Stands for a part of the key that is not being looked at.
SecretBytes standIn() { return SecretBytes("x"); }

} // namespace

AccountDialog::AccountDialog(const profiles::Account &account, QWidget *parent)
    : DialogFrame(account.id.isEmpty() ? tr("Add account - Uplift") : tr("Edit account - Uplift"), 640,
                  parent),
      m_account(account)
{
    setObjectName(QStringLiteral("accountDialog"));
    buildFields();
    buildAdvanced();
    buildKeychainLine();
    m_note = new Note(NoteKind::Green);
    m_note->setObjectName(QStringLiteral("testNote"));
    m_note->hide();
    body()->addWidget(m_note);
    buildButtons();
    watchFields();
    m_name->setFocus(Qt::OtherFocusReason);
}

AccountDialog::~AccountDialog()
{
    // A field that loses the focus while it is deleted would still ask this dialog to check it.
    if (QWidget *focused = focusWidget())
        focused->clearFocus();
}

QLineEdit *AccountDialog::makeEdit(const QString &objectName, const QString &name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    return edit;
}

void AccountDialog::buildFields()
{
    m_connection = new ConnectionForm(m_account.connection, this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(16));
    grid->setVerticalSpacing(scaled(12));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_name = makeEdit(QStringLiteral("accountName"), tr("Name"));
    m_name->setText(m_account.name);
    m_name->setMaxLength(200);
    m_nameField = new Field(tr("&Name"), m_name);
    m_nameField->setHelp(tr("Shown in lists and on change tickets"));
    grid->addWidget(m_nameField, 0, 0, Qt::AlignTop);
    m_environment = environmentChoice(m_account.environment);
    auto *environment = new Field(tr("Environment"), m_environment);
    environment->setHelp(tr("Production asks to type names"));
    grid->addWidget(environment, 0, 1, Qt::AlignTop);
    buildKeyFields(grid);
    grid->addWidget(m_connection->endpointField(), 2, 1, Qt::AlignTop);
    // Never both: one is for a custom address, the other for a VPC.
    grid->addWidget(m_connection->addressField(), 3, 1, Qt::AlignTop);
    grid->addWidget(m_connection->homeField(), 3, 1, Qt::AlignTop);
    body()->addLayout(grid);
}

void AccountDialog::buildKeyFields(QGridLayout *grid)
{
    m_keyId = makeEdit(keyIdName, tr("AccessKey ID"));
    m_keyId->setFont(fixedFont(Type::Note));
    m_keyIdField = new Field(tr("AccessKey &ID"), m_keyId);
    grid->addWidget(m_keyIdField, 1, 0, Qt::AlignTop);
    m_secret = makeEdit(secretName, tr("AccessKey Secret"));
    m_secretField = new Field(tr("AccessKey &Secret"), m_secret);
    grid->addWidget(m_secretField, 1, 1, Qt::AlignTop);
    m_token = makeEdit(tokenName, tr("Security token (optional)"));
    m_token->setPlaceholderText(tr("Only for keys that begin with STS."));
    m_tokenField = new Field(tr("Security &token (optional)"), m_token);
    grid->addWidget(m_tokenField, 2, 0, Qt::AlignTop);
    for (QLineEdit *edit : {m_secret, m_token}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setContextMenuPolicy(Qt::NoContextMenu);
        edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                  | Qt::ImhNoAutoUppercase);
    }
    if (isNew())
        return;
    m_keyId->setPlaceholderText(tr("%1, kept").arg(maskedKeyId(m_account.keyTail)));
    m_secret->setPlaceholderText(tr("Kept. Type a new one to replace it."));
}

void AccountDialog::buildAdvanced()
{
    m_advanced = new LinkButton(QString(), this);
    m_advanced->setObjectName(QStringLiteral("advanced"));
    m_advanced->setAutoDefault(false);
    m_advanced->setCheckable(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_advanced);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addWidget(m_connection);
    const ConnectionSettings usual{m_account.connection.endpoint, {}, {}, {}, {}};
    connect(m_advanced, &QPushButton::toggled, this, &AccountDialog::setAdvancedShown);
    m_advanced->setChecked(!(m_account.connection == usual));
    setAdvancedShown(m_advanced->isChecked());
}

void AccountDialog::setAdvancedShown(bool shown)
{
    m_advanced->setText(shown ? tr("Fewer settings") : tr("Signature, proxy, certificates…"));
    m_advanced->setAccessibleName(m_advanced->text());
    m_connection->setVisible(shown);
}

void AccountDialog::buildKeychainLine()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    m_keychainIcon = lineMark(Icon::Lock, Role::Text3, Type::Note, 14);
    row->addWidget(m_keychainIcon, 0, Qt::AlignTop);
    m_keychainText = new WrapLabel(tr("The system keychain is being asked."), Type::Note, Role::Text2);
    m_keychainText->setObjectName(QStringLiteral("keychainLine"));
    row->addWidget(m_keychainText, 1);
    body()->addLayout(row);
    m_sessionOnly =
        new QCheckBox(tr("&Keep the key for this session only; it is asked for again after the next start"));
    m_sessionOnly->setObjectName(QStringLiteral("sessionOnly"));
    m_sessionOnly->setAccessibleName(tr("Keep the key for this session only"));
    m_sessionOnly->setChecked(!isNew() && m_account.secretPlace == profiles::SecretPlace::SessionOnly);
    m_sessionOnly->setVisible(m_sessionOnly->isChecked());
    body()->addWidget(m_sessionOnly);
}

void AccountDialog::buildButtons()
{
    m_test = addButton(tr("Test"), QStringLiteral("testAccount"));
    addFootSpace();
    QPushButton *cancel = addButton(tr("Cancel"), QStringLiteral("cancelAccount"));
    m_save = addButton(isNew() ? tr("Add account") : tr("Save account"), QStringLiteral("saveAccount"));
    setKind(m_save, "primary");
    m_save->setDefault(true);
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::onTest);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::onSave);
}

void AccountDialog::watchFields()
{
    for (QLineEdit *edit : {m_name, m_keyId, m_secret, m_token})
        connect(edit, &QLineEdit::textChanged, this, &AccountDialog::onEdited);
    connect(m_keyId, &QLineEdit::textChanged, this, &AccountDialog::showKeychain);
    // What is wrong with one part may be mended in another: an STS. id and its token.
    for (QLineEdit *edit : {m_keyId, m_secret, m_token}) {
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] { checkKeyPart(edit->objectName()); });
    }
    connect(m_keyId, &QLineEdit::textChanged, m_tokenField, &Field::clearError);
    connect(m_connection, &ConnectionForm::edited, this, &AccountDialog::onEdited);
    connect(m_connection, &ConnectionForm::trialRequested, this, &AccountDialog::trialRequested);
    connect(m_sessionOnly, &QCheckBox::toggled, this, &AccountDialog::showKeychain);
}

bool AccountDialog::keepsStoredKey() const
{
    return !isNew() && m_keyId->text().isEmpty() && m_secret->text().isEmpty() && m_token->text().isEmpty();
}

AccessKey AccountDialog::key() const
{
    AccessKey key;
    if (keepsStoredKey())
        return key;
    key.id = m_keyId->text();
    key.secret = secretOf(m_secret);
    key.securityToken = secretOf(m_token);
    return key;
}

std::optional<ConnectionSettings> AccountDialog::connectionToTry()
{
    const auto settings = m_connection->settings();
    if (settings)
        return *settings;
    m_connection->check();
    setTrial(settings.error().message, false);
    return {};
}

void AccountDialog::setTrial(const QString &sentence, bool reached)
{
    m_connection->showTrial(sentence, reached);
}

accounts::Draft AccountDialog::draft() const
{
    accounts::Draft draft;
    draft.account = m_account;
    draft.account.name = m_name->text().trimmed();
    draft.account.environment = chosenEnvironment(*m_environment);
    if (const auto settings = m_connection->settings())
        draft.account.connection = *settings;
    draft.account.secretPlace =
        m_sessionOnly->isChecked() ? profiles::SecretPlace::SessionOnly : profiles::SecretPlace::Keychain;
    draft.key = key();
    if (!keepsStoredKey())
        draft.account.keyTail = draft.key.id.right(4);
    return draft;
}

Field *AccountDialog::fieldNamed(const QString &name) const
{
    if (name == QLatin1String("name"))
        return m_nameField;
    if (name == keyIdName)
        return m_keyIdField;
    if (name == secretName)
        return m_secretField;
    return name == tokenName ? m_tokenField : m_connection->fieldNamed(name);
}

void AccountDialog::checkKeyPart(const QString &name)
{
    const QLineEdit *edit = name == keyIdName ? m_keyId : name == secretName ? m_secret : m_token;
    if (edit->text().isEmpty())
        return;
    AccessKey part;
    part.id = name == secretName ? QStringLiteral("LTAI") : m_keyId->text();
    part.secret = name == secretName ? secretOf(m_secret) : standIn();
    if (name == tokenName)
        part.securityToken = secretOf(m_token);
    else if (part.id.startsWith(u"STS."))
        part.securityToken = standIn();
    const Outcome outcome = checkAccessKey(part, QDateTime::currentDateTimeUtc());
    if (!outcome && outcome.error().field == name)
        fieldNamed(name)->setError(outcome.error().message);
}

std::optional<Error> AccountDialog::firstProblem() const
{
    if (m_name->text().trimmed().isEmpty())
        return Error::input(QStringLiteral("name"),
                            tr("The name is empty. Type one that tells this account from the others."));
    if (!keepsStoredKey()) {
        if (const Outcome outcome = checkAccessKey(key(), QDateTime::currentDateTimeUtc()); !outcome)
            return outcome.error();
    }
    if (const auto settings = m_connection->settings(); !settings)
        return settings.error();
    return {};
}

bool AccountDialog::checkAll()
{
    const std::optional<Error> problem = firstProblem();
    if (!problem)
        return true;
    if (problem->field == QLatin1String("proxy") || problem->field == QLatin1String("caFile"))
        m_advanced->setChecked(true);
    if (Field *field = fieldNamed(problem->field))
        showFieldError(field, problem->message);
    else
        showNote(testNote(*problem));
    return false;
}

void AccountDialog::onEdited()
{
    // A verdict on what no longer stands there would mislead.
    m_note->hide();
    if (m_busy == Busy::Testing)
        setBusy(Busy::No);
}

void AccountDialog::onTest()
{
    if (m_busy != Busy::No || !checkAll())
        return;
    m_note->hide();
    setBusy(Busy::Testing);
    Q_EMIT testRequested();
}

void AccountDialog::onSave()
{
    if (m_busy == Busy::Saving || !checkAll())
        return;
    if (m_keychainKnown && !keepsSecrets(m_keychainStatus.state) && !m_sessionOnly->isChecked()
        && !keepsStoredKey()) {
        showNote({NoteKind::Red, tr("The key cannot be kept: the system keychain does not work"),
                  tr("Mend the keychain and open this dialog again, or choose to keep the key for this "
                     "session only.")});
        m_sessionOnly->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_note->hide();
    setBusy(Busy::Saving);
    Q_EMIT saveRequested();
}

void AccountDialog::setBusy(Busy busy)
{
    m_busy = busy;
    m_test->setText(busy == Busy::Testing ? tr("Testing…") : tr("Test again"));
    m_save->setText(busy == Busy::Saving ? tr("Keeping the key…")
                        : isNew()        ? tr("Add account")
                                         : tr("Save account"));
    for (QPushButton *button : {m_test, m_save})
        button->setAccessibleName(spokenText(button->text()));
}

void AccountDialog::setTestResult(const accounts::TestResult &result)
{
    if (m_busy != Busy::Testing)
        return; // something was typed since
    setBusy(Busy::No);
    showNote(testNote(result));
}

void AccountDialog::setTestError(const Error &error)
{
    if (m_busy != Busy::Testing)
        return;
    setBusy(Busy::No);
    showNote(testNote(error));
}

void AccountDialog::setSaveError(const Error &error)
{
    setBusy(Busy::No);
    if (error.kind == Error::Kind::Keychain)
        m_sessionOnly->show();
    if (Field *field = fieldNamed(error.field))
        return showFieldError(field, error.message);
    showNote(testNote(error));
}

void AccountDialog::showNote(const TestNote &note)
{
    m_note->setNoteKind(note.kind);
    m_note->setTitle(note.title);
    m_note->setText(note.text);
    m_note->show();
    reveal(m_note);
    announce(this, QStringLiteral("%1\n%2").arg(note.title, note.text));
}

void AccountDialog::setKeychain(const secrets::KeychainStatus &status)
{
    m_keychainStatus = status;
    m_keychainKnown = true;
    if (!keepsSecrets(status.state))
        m_sessionOnly->show();
    showKeychain();
}

void AccountDialog::showKeychain()
{
    if (!m_keychainKnown)
        return;
    const bool works = keepsSecrets(m_keychainStatus.state);
    if (m_sessionOnly->isChecked()) {
        m_keychainIcon->setIcon(Icon::Clock, Role::Amber);
        m_keychainText->setText(
            tr("The key is held in memory until Uplift ends. Only its last four characters are "
               "written to disk."));
        return;
    }
    const QString keyId = m_keyId->text().isEmpty() ? m_account.keyTail : m_keyId->text();
    const bool locked = m_keychainStatus.state == secrets::KeychainState::Locked;
    m_keychainIcon->setIcon(works ? Icon::Lock : Icon::Warning, works && !locked ? Role::Green : Role::Amber);
    m_keychainText->setText(keychainSentence(m_keychainStatus, keyId));
}

void AccountDialog::done(int result)
{
    for (QLineEdit *edit : {m_secret, m_token, m_keyId})
        edit->clear();
    DialogFrame::done(result);
}

} // namespace uplift::ui
