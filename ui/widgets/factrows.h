// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

class QGridLayout;

namespace uplift::ui {

class TextLabel;

/// Read-only facts: label left in a column of its own, value right.
class FactRows : public QWidget {
    Q_OBJECT
public:
    explicit FactRows(int labelWidth = 80, QWidget *parent = nullptr);
    /// A value that wraps. The label it returns may be changed.
    TextLabel *add(const QString &label, const QString &value, Role role = Role::Text);
    /// Any widget as value; becomes a child.
    void add(const QString &label, QWidget *value);
    void clear();
    [[nodiscard]] int count() const { return m_rows; }

private:
    TextLabel *addLabel(const QString &label);

    QGridLayout *m_grid;
    int m_labelWidth;
    int m_rows = 0;
};

} // namespace uplift::ui
