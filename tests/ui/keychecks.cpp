// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychecks.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QHash>
#include <QImage>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QRadioButton>
#include <QShortcut>
#include <QTest>
#include <QWidget>

namespace uplift::ui::keys {

namespace {

QStringList clashes(const QMap<QString, QStringList> &owners)
{
    QStringList found;
    for (auto it = owners.begin(); it != owners.end(); ++it) {
        if (it.value().size() > 1)
            found.append(QStringLiteral("%1: %2").arg(it.key(), it.value().join(QStringLiteral(" and "))));
    }
    return found;
}

bool shows(const QWidget &window, const QWidget *widget)
{
    return widget->window() == &window && widget->isVisible() && widget->isEnabled();
}

QMap<QString, QStringList> mnemonicsOf(const QWidget &window)
{
    QMap<QString, QStringList> owners;
    const auto take = [&](const QString &text) {
        const QKeySequence keys = QKeySequence::mnemonic(text);
        if (!keys.isEmpty())
            owners[keys.toString()].append(text);
    };
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (shows(window, button))
            take(button->text());
    }
    const auto labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() && shows(window, label))
            take(label->text());
    }
    return owners;
}

QString nameOf(const QWidget *widget)
{
    const QString name = widget->objectName();
    return name.isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : name;
}

bool takesTab(const QWidget &window, const QWidget *widget)
{
    if (!shows(window, widget) || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
        return false;
    // Of a group of choices Tab comes to the chosen one, the arrows to the others.
    const auto *radio = qobject_cast<const QRadioButton *>(widget);
    return !radio || radio->isChecked();
}

bool isOutOfSight(const QWidget *widget)
{
    // Without a frame nothing of it shows but its viewport.
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    return widget->visibleRegion().isEmpty() && (!area || area->viewport()->visibleRegion().isEmpty());
}

QList<QWidget *> tabStops(const QWidget &window)
{
    QList<QWidget *> stops;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (takesTab(window, widget))
            stops.append(widget);
    }
    return stops;
}

} // namespace

QStringList mnemonicClashes(const QWidget &window) { return clashes(mnemonicsOf(window)); }

QStringList mnemonicClashes(QMenu &menu)
{
    // Some are filled when they open.
    Q_EMIT menu.aboutToShow();
    QMap<QString, QStringList> owners;
    QStringList deeper;
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        const QKeySequence keys = QKeySequence::mnemonic(action->text());
        if (action->isVisible() && !keys.isEmpty())
            owners[keys.toString()].append(action->text());
        if (action->menu())
            deeper += mnemonicClashes(*action->menu());
    }
    return clashes(owners) + deeper;
}

QStringList shortcutClashes(const QWidget &window)
{
    QMap<QString, QStringList> owners = mnemonicsOf(window);
    const QList<QAction *> actions = window.actions();
    for (const QAction *action : actions) {
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &keys : shortcuts)
            owners[keys.toString()].append(action->text());
    }
    const auto shortcuts = window.findChildren<QShortcut *>();
    for (const QShortcut *shortcut : shortcuts) {
        if (shortcut->isEnabled())
            owners[shortcut->key().toString()].append(QStringLiteral("a shortcut of ")
                                                      + shortcut->parent()->objectName());
    }
    return clashes(owners);
}

Walk walkByTab(QWidget &window)
{
    Walk walk;
    QHash<QWidget *, QImage> before;
    const QList<QWidget *> atFirst = tabStops(window);
    for (QWidget *stop : atFirst) {
        if (!stop->hasFocus())
            before.insert(stop, stop->grab().toImage());
    }
    if (!window.focusWidget())
        QTest::keyClick(&window, Qt::Key_Tab);
    QWidget *const start = QApplication::focusWidget();
    if (!start)
        return {{}, {QStringLiteral("nothing takes the focus")}};
    QWidget *last = start;
    QList<QWidget *> seen{start};
    constexpr int most = 300;
    for (int step = 0; step < most; ++step) {
        QTest::keyClick(last, Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        // Within a text it goes from link to link first.
        for (int link = 0; now == last && link < most && last->inherits("QTextBrowser"); ++link) {
            QTest::keyClick(last, Qt::Key_Tab);
            now = QApplication::focusWidget();
        }
        if (!now || now->window() != &window) {
            walk.faults.append(QStringLiteral("Tab at %1 leads out of the window").arg(nameOf(last)));
            break;
        }
        if (now == start && (step > 0 || atFirst.size() == 1))
            break;
        if (now == last) {
            walk.faults.append(QStringLiteral("Tab does not lead on from %1").arg(nameOf(last)));
            break;
        }
        if (seen.contains(now)) {
            walk.faults.append(QStringLiteral("Tab goes round without %1").arg(nameOf(start)));
            break;
        }
        seen.append(now);
        last = now;
        if (isOutOfSight(now))
            walk.faults.append(QStringLiteral("%1 has the focus out of sight").arg(nameOf(now)));
        if (before.contains(now) && before.value(now) == now->grab().toImage())
            walk.faults.append(QStringLiteral("%1 does not show that it has the focus").arg(nameOf(now)));
    }
    for (QWidget *stop : atFirst) {
        const bool reached = seen.contains(stop) || !takesTab(window, stop);
        if (!reached)
            walk.faults.append(QStringLiteral("Tab never comes to %1").arg(nameOf(stop)));
    }
    if (walk.faults.isEmpty() && seen.size() > 1) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        if (QApplication::focusWidget() != last)
            walk.faults.append(QStringLiteral("Shift+Tab does not lead back to %1").arg(nameOf(last)));
    }
    for (const QWidget *widget : std::as_const(seen))
        walk.order.append(nameOf(widget));
    return walk;
}

} // namespace uplift::ui::keys
