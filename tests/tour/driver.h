// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/program.h"

#include <QApplication>
#include <QString>
#include <QWidget>

#include <functional>

namespace uplift::tour {

/// Sits before the real window: presses, types, waits, takes pictures. Each step that does not come true ends
/// the tour.
class Driver {
public:
    Driver(ui::Program &program, QString folder);

    [[nodiscard]] ui::MainWindow &window() const { return *m_program.window(); }
    [[nodiscard]] ui::Session &session() const { return *m_program.session(); }

    /// The widget of that name, in the window or in the dialog in front; throws Stopped when it does not
    /// come.
    [[nodiscard]] QWidget *find(const char *name) const;
    template <class T> [[nodiscard]] T *get(const char *name) const { return qobject_cast<T *>(find(name)); }
    /// Presses it as soon as it is shown and not grey.
    void click(const char *name);
    void type(const char *name, const QString &text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void trigger(const char *action, int which = 0);
    void waitFor(const char *what, const std::function<bool()> &comesTrue, int milliseconds = 20000);
    void settle(); ///< until nothing is left to paint
    void resize(int width, int height);
    /// The whole display, so that dialogs are on it.
    void picture(const QString &name);
    [[nodiscard]] int pictures() const { return m_pictures; }

private:
    [[nodiscard]] QWidget *shown(const char *name) const; ///< null when it is not there now

    ui::Program &m_program;
    QString m_folder;
    int m_pictures = 0;
};

/// Why the tour could not go on, in words.
struct Stopped {
    QString why;
};

} // namespace uplift::tour
