// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/settings/settingrow.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace uplift::ui {

SettingsDialog::SettingsDialog(Preferences &preferences, const SettingsFacts &facts, QWidget *parent)
    : RoomyDialog(tr("Settings - Uplift"), {640, 640}, parent), m_preferences(preferences), m_facts(facts)
{
    setObjectName(QStringLiteral("settingsDialog"));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12));
    m_search = makeSearch(tr("Search the settings"), QStringLiteral("settingsSearch"));
    head->addWidget(m_search);
    body()->addLayout(head);
    body()->addWidget(new Hairline);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("settingsScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new Surface(Role::Canvas);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16));
    m_column->setSpacing(scaled(12));
    m_none = new WrapLabel({}, Type::Body, Role::Text2);
    m_none->setObjectName(QStringLiteral("settingsNone"));
    m_none->hide();
    m_column->addWidget(m_none);
    buildSections();
    m_column->addStretch(1);
    m_scroll->setWidget(content);
    body()->addWidget(m_scroll, 1);

    m_note = new WrapLabel(tr("Every change takes effect at once."), Type::Note, Role::Text2);
    m_note->setObjectName(QStringLiteral("settingsNote"));
    foot()->addWidget(m_note, 1);
    QPushButton *close = addButton(tr("Close"), QStringLiteral("settingsClose"));
    setKind(close, "primary");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    m_search->setFocus();
}

SettingSection *SettingsDialog::addSection(const QString &title)
{
    auto *section = new SettingSection(title);
    m_column->addWidget(section);
    m_sections.append(section);
    return section;
}

SettingRow *SettingsDialog::addChoice(SettingSection *section, const QString &id, const QString &name,
                                      const QString &explanation, const QStringList &choices, int current,
                                      std::function<void(int)> chosen, int standard)
{
    auto *combo = new QComboBox;
    combo->setObjectName(id);
    combo->addItems(choices);
    combo->setCurrentIndex(current);
    combo->setMinimumWidth(scaled(220));
    combo->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    // The wheel scrolls the settings; a choice is changed on purpose.
    combo->setFocusPolicy(Qt::StrongFocus);
    combo->installEventFilter(this);
    auto *row = section->add(new SettingRow(id, name, combo, explanation));
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this, row, id, chosen = std::move(chosen)](int index) {
                m_lastChanged = id;
                chosen(index);
                row->showReset();
            });
    row->setDefault({[combo, standard] { return combo->currentIndex() == standard; },
                     [combo, standard] { combo->setCurrentIndex(standard); }});
    return row;
}

SettingRow *SettingsDialog::addSwitch(SettingSection *section, const QString &id, const QString &name,
                                      const QString &on, const QString &explanation, bool current,
                                      bool standard, std::function<void(bool)> chosen)
{
    auto *box = new QCheckBox(on);
    box->setObjectName(id);
    box->setChecked(current);
    auto *row = section->add(new SettingRow(id, name, box, explanation));
    connect(box, &QCheckBox::toggled, this, [this, row, id, chosen = std::move(chosen)](bool checked) {
        m_lastChanged = id;
        chosen(checked);
        row->showReset();
    });
    row->setDefault({[box, standard] { return box->isChecked() == standard; },
                     [box, standard] { box->setChecked(standard); }});
    return row;
}

SettingRow *SettingsDialog::addFact(SettingSection *section, const QString &id, const QString &name,
                                    QWidget *fact, const QString &explanation)
{
    return section->add(new SettingRow(id, name, fact, explanation));
}

void SettingsDialog::setKeychain(const secrets::KeychainStatus &status)
{
    m_keychain->setText(status.sentence);
    const bool works =
        status.state == secrets::KeychainState::Unlocked || status.state == secrets::KeychainState::Missing;
    m_keychain->setRole(works ? Role::Green : Role::Amber);
}

void SettingsDialog::setNotificationWay(const QString &sentence, bool works)
{
    m_notificationWay->setText(sentence);
    m_notificationWay->setRole(works ? Role::Text2 : Role::Amber);
}

void SettingsDialog::setAccounts(const QList<SettingsFacts::Account> &accounts)
{
    m_facts.accounts = accounts;
    fillAccounts();
    search();
}

void SettingsDialog::showSetting(const QString &id)
{
    for (const SettingSection *section : std::as_const(m_sections)) {
        for (SettingRow *row : section->rows()) {
            if (row->objectName() != QStringLiteral("setting-%1").arg(id))
                continue;
            m_lastChanged = id;
            row->control()->setFocus();
            // Once the layout has its heights.
            QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 0, scaled(12)); });
            return;
        }
    }
}

void SettingsDialog::search()
{
    int left = 0;
    for (SettingSection *section : std::as_const(m_sections))
        left += section->filter(m_search->text());
    m_none->setVisible(left == 0);
    if (left == 0)
        //: %1 is what was typed
        m_none->setText(tr("No setting holds “%1”. Esc shows all again.").arg(m_search->text().trimmed()));
}

void SettingsDialog::openFolder()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_facts.dataFolder)))
        //: %1 is a path
        m_note->setText(tr("This desktop opened no program for the folder %1.").arg(m_facts.dataFolder));
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    RoomyDialog::showEvent(event);
    search();
}

bool SettingsDialog::eventFilter(QObject *watched, QEvent *event)
{
    // A combo box would take the wheel that was meant for the page.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore();
        return true;
    }
    return RoomyDialog::eventFilter(watched, event);
}

void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus();
        return m_search->selectAll();
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_search->hasFocus()) {
        focusNextChild();
        return;
    }
    // Esc clears first, as in the table's filter.
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty())
        return m_search->clear();
    RoomyDialog::keyPressEvent(event);
}

} // namespace uplift::ui
