// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/dialogs/dialogframe.h"

class QLineEdit;

namespace uplift::ui {

/// Asks for the name of a plan: to save it, or to rename it. What is typed stays until it is saved: the
/// caller closes the dialog with accept() once saveRequested() was carried out, or hands back the error.
class PlanNameDialog : public DialogFrame {
    Q_OBJECT
public:
    enum class Purpose { Save, Rename };
    PlanNameDialog(Purpose purpose, const QString &name, int instances, QWidget *parent = nullptr);
    [[nodiscard]] QString name() const;
    void setError(const Error &error);

Q_SIGNALS:
    void saveRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    Field *m_field;
    QLineEdit *m_name;
};

} // namespace uplift::ui
