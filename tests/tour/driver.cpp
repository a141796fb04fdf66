// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/driver.h"

#include "ui/window/mainwindow.h"

#include <QAction>
#include <QDir>
#include <QPixmap>
#include <QScreen>
#include <QTest>

namespace uplift::tour {

namespace {

/// How long a control may take to follow what it shows: a turn of the event loop, and what a loaded machine
/// makes of it. Milliseconds.
constexpr int patience = 5000;

} // namespace

Driver::Driver(ui::Program &program, QString folder) : m_program(program), m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

QWidget *Driver::shown(const char *name) const
{
    const QString wanted = QString::fromLatin1(name);
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        if (auto *found = dialog->findChild<QWidget *>(wanted))
            return found;
    }
    for (QWidget *found : window().findChildren<QWidget *>(wanted)) {
        if (found->isVisible())
            return found;
    }
    return nullptr;
}

QWidget *Driver::find(const char *name) const
{
    QWidget *found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = shown(name)) != nullptr; }, patience))
        throw Stopped{QStringLiteral("there is no visible control named %1").arg(QString::fromLatin1(name))};
    return found;
}

void Driver::click(const char *name)
{
    QWidget *widget = find(name);
    const auto canBePressed = [&] { return (widget = shown(name)) && widget->isEnabled(); };
    if (!QTest::qWaitFor(canBePressed, patience))
        throw Stopped{QStringLiteral("%1 is grey").arg(QString::fromLatin1(name))};
    QTest::mouseClick(widget, Qt::LeftButton, {},
                      QPoint(std::min(10, widget->width() / 2), widget->height() / 2));
    settle();
}

void Driver::type(const char *name, const QString &text)
{
    QWidget *widget = find(name);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
    settle();
}

void Driver::key(Qt::Key pressed, Qt::KeyboardModifiers modifiers)
{
    // Without a window manager no window is active; each still knows which of its widgets would have the
    // focus.
    QWidget *front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &window();
    QWidget *target = front->focusWidget() ? front->focusWidget() : front;
    QTest::keyClick(target, pressed, modifiers);
    settle();
}

void Driver::trigger(const char *action, int which)
{
    const auto actions = window().findChildren<QAction *>(QString::fromLatin1(action));
    if (which >= actions.size())
        throw Stopped{QStringLiteral("there is no action %1").arg(QString::fromLatin1(action))};
    actions.at(which)->trigger();
    settle();
}

void Driver::waitFor(const char *what, const std::function<bool()> &comesTrue, int milliseconds)
{
    if (!QTest::qWaitFor(comesTrue, milliseconds))
        throw Stopped{QStringLiteral("%1 did not come within %2 s")
                          .arg(QString::fromLatin1(what))
                          .arg(milliseconds / 1000)};
    settle();
}

void Driver::settle()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::qWait(60);
}

void Driver::resize(int width, int height)
{
    window().resize(width, height);
    window().move(0, 0);
    settle();
}

void Driver::picture(const QString &name)
{
    settle();
    QPixmap shot = window().screen()->grabWindow(0, 0, 0, window().width(), window().height());
    const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
    if (shot.isNull() || !shot.save(path))
        throw Stopped{QStringLiteral("the picture %1 could not be taken").arg(path)};
    ++m_pictures;
}

} // namespace uplift::tour
