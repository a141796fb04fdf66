// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/formfacts.h"

#include <QWidget>

class QVBoxLayout;

namespace uplift::ui {

class TextLabel;

/// Every check with its mark, sentence and remedy, and the button that does something about it, in the order
/// given. Says how far the asking is.
class ChecksSection : public QWidget {
    Q_OBJECT
public:
    explicit ChecksSection(QWidget *parent = nullptr);
    void show(const QList<upgrade::Check> &checks, const QList<CheckAction> &actions);
    void setAsked(const QString &text); ///< "Asking, 3 of 8"
    void focusFirst();

Q_SIGNALS:
    void actionRequested(uplift::ui::CheckAction::Kind kind);

private:
    QWidget *rowOf(const upgrade::Check &check, const QList<CheckAction> &actions);

    TextLabel *m_asked;
    QVBoxLayout *m_rows;
};

} // namespace uplift::ui
