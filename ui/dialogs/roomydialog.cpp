// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/roomydialog.h"

#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/scrollform.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

/// Room for the window manager's own frame.
constexpr int besideScreen = 40;
constexpr QSize smallest{600, 360};

} // namespace

RoomyDialog::RoomyDialog(const QString &title, QSize size, QWidget *parent)
    : QDialog(parent), m_body(new QVBoxLayout), m_foot(new QHBoxLayout)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_body->setSpacing(0);
    column->addLayout(m_body, 1);
    auto *pane = new PinnedFoot(Role::Raised, this);
    pane->column()->setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12));
    m_foot->setSpacing(scaled(8));
    pane->column()->addLayout(m_foot);
    column->addWidget(pane);
    const QScreen *where = parent ? parent->screen() : QGuiApplication::primaryScreen();
    const QSize most = where->availableSize() - QSize(besideScreen, besideScreen);
    setMinimumSize(QSize(scaled(smallest.width()), scaled(smallest.height())).boundedTo(most));
    resize(QSize(scaled(size.width()), scaled(size.height())).boundedTo(most));
}

QPushButton *RoomyDialog::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_foot->addWidget(button);
    return button;
}

void RoomyDialog::addFootSpace() { m_foot->addStretch(1); }

QLineEdit *RoomyDialog::makeSearch(const QString &name, const QString &objectName)
{
    auto *search = new QLineEdit(this);
    search->setObjectName(objectName);
    search->setAccessibleName(name);
    search->setPlaceholderText(name);
    search->setClearButtonEnabled(true);
    setKind(search, "search");
    search->addAction(icon(Icon::Search, Role::Text3), QLineEdit::LeadingPosition);
    return search;
}

} // namespace uplift::ui
