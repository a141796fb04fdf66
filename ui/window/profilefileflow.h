// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "profiles/profilefile.h"

#include <QObject>

namespace uplift::ui {

class ProfileImportDialog;
class Session;

/// Profiles to a file and back, without secrets; an import is shown before it is done and can be taken back.
class ProfileFileFlow : public QObject {
    Q_OBJECT
public:
    ProfileFileFlow(Session &session, QWidget *window);
    void startExport(); ///< all profiles; asks for the file
    void startImport(); ///< asks for the file
    void importFrom(const QString &path);

Q_SIGNALS:
    void failed(const uplift::Error &error);
    void exported(const QString &sentence);
    void imported(int profiles); ///< can be taken back with ProfileFlow::undo()

private:
    void write(const QString &path);
    void preview(const QString &path, const QByteArray &bytes);
    void apply(ProfileImportDialog *dialog, const QList<profiles::ImportRow> &rows);

    Session &m_session;
    QWidget *m_window;
    Worker m_worker;
};

} // namespace uplift::ui
