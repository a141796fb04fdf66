// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/keylines.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QRegularExpression>
#include <QWidget>

namespace uplift::ui {

namespace {

struct KeyLines {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::KeyLines)
};

QString shown(const QList<QKeySequence> &keys)
{
    QStringList names;
    for (const QKeySequence &key : keys)
        names.append(key.toString(QKeySequence::NativeText));
    return names.join(QStringLiteral(", "));
}

QString shown(const QKeySequence &key) { return shown(QList<QKeySequence>{key}); }

QList<KeyLine> withoutAction()
{
    return {
        {KeyLines::tr("%1 or /").arg(shown(QKeySequence(Qt::CTRL | Qt::Key_F))),
         KeyLines::tr("Filter the table; Esc clears, a second Esc returns to the table")},
        {shown(QKeySequence(Qt::CTRL | Qt::Key_Period)), KeyLines::tr("Stop refreshing")},
        {KeyLines::tr("%1 … %2").arg(shown(QKeySequence(Qt::CTRL | Qt::Key_1)), QStringLiteral("5")),
         KeyLines::tr("Sidebar, table, form, in progress, history")},
        {KeyLines::tr("%1, Shift+%1").arg(QStringLiteral("F6")), KeyLines::tr("Next or previous pane")},
        {KeyLines::tr("Up, Down, Home, End, or the first letters"),
         KeyLines::tr("Move in the table; Shift and Ctrl select more, %1 all that is shown")
             .arg(shown(QKeySequence(Qt::CTRL | Qt::Key_A)))},
        {KeyLines::tr("Enter or Right"), KeyLines::tr("From the table into the form")},
        {KeyLines::tr("Left or Right"), KeyLines::tr("Fold or unfold a group of the table")},
        {shown(QKeySequence(Qt::ALT | Qt::Key_Left)),
         KeyLines::tr("Back: from the form to the list, in the help to the topic before")},
        {KeyLines::tr("1 … 9, or F2"),
         KeyLines::tr("In the dry run, where waves are set by hand: the wave of the selected instances; F2 "
                      "takes any number")},
        {shown(QKeySequence(Qt::CTRL | Qt::Key_F)), KeyLines::tr("Search in the settings and in the help")},
        {shown(QKeySequence(Qt::Key_F5)), KeyLines::tr("Read the log again, where it is open")},
        {KeyLines::tr("Alt and a letter"), KeyLines::tr("The field or section with this letter underlined")},
        {shown(QKeySequence(Qt::CTRL | Qt::Key_Return)),
         KeyLines::tr("Press the button of the form: the confirmation opens, nothing is sent yet")},
        {shown(QKeySequence(Qt::CTRL | Qt::Key_C)), KeyLines::tr("Copy the selected rows as text")},
        {shown(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)),
         KeyLines::tr("Copy the id of the instance, or the RequestId")},
        {shown(QKeySequence(Qt::Key_F10)), KeyLines::tr("The menu")},
        {KeyLines::tr("Esc"), KeyLines::tr("Leave a dialog without doing anything; in a form, go back")},
    };
}

} // namespace

QString plainActionText(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('&') && i + 1 < text.size())
            ++i; // a doubled one stands for itself
        plain += text.at(i);
    }
    // Chinese texts carry their letter in brackets behind them.
    static const QRegularExpression bracket(QStringLiteral("\\s*\\([A-Za-z0-9]\\)"));
    plain.remove(bracket);
    while (plain.endsWith(QChar(0x2026)))
        plain.chop(1);
    return plain.trimmed();
}

QList<KeyLine> keyLines(const QWidget &window)
{
    QList<KeyLine> lines;
    const QList<QAction *> actions = window.actions();
    for (const QAction *action : actions) {
        if (!action->shortcuts().isEmpty())
            lines.append({shown(action->shortcuts()), plainActionText(action->text())});
    }
    return lines + withoutAction();
}

} // namespace uplift::ui
