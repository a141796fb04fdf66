// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profilefile.h"
#include "ui/dialogs/dialogframe.h"

class QCheckBox;

namespace uplift::ui {

/// What a file of profiles would change here, row by row, before anything is changed.
class ProfileImportDialog : public DialogFrame {
    Q_OBJECT
public:
    ProfileImportDialog(const QString &fileName, const QList<profiles::ImportRow> &rows,
                        QWidget *parent = nullptr);

    [[nodiscard]] QSet<qsizetype> chosen() const; ///< numbers of the ticked rows
    void setError(const Error &error);

Q_SIGNALS:
    void importRequested();

private:
    void addRow(const profiles::ImportRow &row, bool ticked);
    void updateButton();

    QList<QCheckBox *> m_ticks; ///< beside the rows; nullptr: it cannot be chosen
    QPushButton *m_import = nullptr;
};

} // namespace uplift::ui
