// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>

class QAbstractItemView;
class QScrollArea;
class QWidget;

namespace uplift::ui {

/// What a widget of ours is to a screen reader, where Qt would call it a mere container. Before its first
/// use.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

/// What stands in no label beside a choice or a date: Qt gives their value as their name on some platforms,
/// and a reader asks for the label. After the control has its parent.
void setSpokenLabel(QWidget *control, const QString &label);

/// A control's text as its name: "&Name" is "Name", "&&" is "&". Pure.
[[nodiscard]] QString spokenText(const QString &text);

/// Says `sentence` to a screen reader although nobody went where it stands: a state changed, a field was
/// refused, an upgrade ended. Qt 6.4 has no announcement events, so that a notification appears in the window
/// of `from`, seen by nobody. What is announced in one turn of the event loop is said in one, each sentence
/// once.
void announce(QWidget *from, const QString &sentence);

/// A row that a screen reader selects becomes the current one, as when it is clicked: it selects alone, and
/// the views of ours show what is current. Once, after the view has its model.
void openWhatIsSelected(QAbstractItemView *view);

/// What gets the focus by a key scrolls into sight, also when it comes from outside the area: Qt scrolls only
/// on the way from one to the next within.
void keepFocusInSight(QScrollArea *area);

} // namespace uplift::ui
