// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/deliberatebutton.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace uplift::ui {

namespace {

bool isEnter(const QKeyEvent &event) { return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter; }

bool presses(const QKeyEvent &event)
{
    return isEnter(event) || event.key() == Qt::Key_Space || event.key() == Qt::Key_Select;
}

} // namespace

DeliberateButton::DeliberateButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    m_sinceKey.start();
}

void DeliberateButton::focusInEvent(QFocusEvent *event)
{
    // Only keys bring a held key along; a click on the button has its own release.
    if (event->reason() != Qt::MouseFocusReason)
        m_sinceKey.start();
    QPushButton::focusInEvent(event);
}

bool DeliberateButton::isDeliberate(const QKeyEvent &event)
{
    const bool quiet = m_sinceKey.elapsed() >= m_quiet.count();
    m_sinceKey.start();
    return quiet && !event.isAutoRepeat() && !(event.modifiers() & ~Qt::KeypadModifier);
}

void DeliberateButton::keyPressEvent(QKeyEvent *event)
{
    if (!presses(*event))
        return QPushButton::keyPressEvent(event);
    // Accepted in any case: passed on, Enter would press the dialog's default button.
    event->accept();
    if (!isDeliberate(*event))
        return;
    if (isEnter(*event))
        click();
    else
        QPushButton::keyPressEvent(event);
}

void DeliberateButton::keyReleaseEvent(QKeyEvent *event)
{
    if (presses(*event) && !event->isAutoRepeat())
        m_sinceKey.start();
    QPushButton::keyReleaseEvent(event);
}

} // namespace uplift::ui
