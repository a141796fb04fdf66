// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/checks.h"

#include <QWidget>

class QVBoxLayout;

namespace uplift::ui {

/// Every check with its mark, sentence and remedy, in the order given.
class ChecksSection : public QWidget {
    Q_OBJECT
public:
    explicit ChecksSection(QWidget *parent = nullptr);
    void show(const QList<upgrade::Check> &checks);
    void focusFirst();

private:
    QVBoxLayout *m_rows;
};

} // namespace uplift::ui
