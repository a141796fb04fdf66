// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/profilefileflow.h"

#include "ui/dialogs/profileimportdialog.h"
#include "ui/session.h"
#include "ui/window/filewriting.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace uplift::ui {

ProfileFileFlow::ProfileFileFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window), m_worker(QStringLiteral("profile file"))
{
}

void ProfileFileFlow::startExport()
{
    auto *dialog = new QFileDialog(m_window, tr("Export the profiles (the file holds no secret)"));
    dialog->setObjectName(QStringLiteral("exportProfilesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("Uplift profiles (*.json)"));
    dialog->selectFile(QStringLiteral("uplift-profiles.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &ProfileFileFlow::write);
    dialog->open();
}

void ProfileFileFlow::write(const QString &path)
{
    const profiles::Workspace &workspace = m_session.workspace().workspace();
    QSet<ProfileId> all;
    for (const profiles::Profile &profile : workspace.profiles)
        all.insert(profile.id);
    const QByteArray bytes = profiles::exportProfiles(workspace, all);
    const auto count = static_cast<int>(all.size());
    m_worker.ask<void>(
        [path, bytes] { return writeWhole(path, bytes); }, this,
        [this, path, count](const Outcome &written) {
            if (!written)
                Q_EMIT failed(written.error());
            else
                Q_EMIT exported(
                    tr("%n profile(s) were written to %1; the file holds no secret.", nullptr, count)
                        .arg(QDir::toNativeSeparators(path)));
        });
}

void ProfileFileFlow::startImport()
{
    auto *dialog = new QFileDialog(m_window, tr("Import profiles"));
    dialog->setObjectName(QStringLiteral("importProfilesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Uplift profiles (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &ProfileFileFlow::importFrom);
    dialog->open();
}

void ProfileFileFlow::importFrom(const QString &path)
{
    m_worker.ask<QByteArray>([path] { return profiles::readProfileBytes(path); }, this,
                             [this, path](const Result<QByteArray> &bytes) {
                                 if (!bytes)
                                     Q_EMIT failed(bytes.error());
                                 else
                                     preview(path, *bytes);
                             });
}

void ProfileFileFlow::preview(const QString &path, const QByteArray &bytes)
{
    const auto read = profiles::readProfileFile(bytes);
    if (!read) {
        Q_EMIT failed(read.error());
        return;
    }
    const QList<profiles::ImportRow> rows = profiles::previewImport(m_session.workspace().workspace(), *read);
    auto *dialog = new ProfileImportDialog(QFileInfo(path).fileName(), rows, m_window);
    connect(dialog, &ProfileImportDialog::importRequested, this,
            [this, dialog, rows] { apply(dialog, rows); });
    dialog->open();
}

void ProfileFileFlow::apply(ProfileImportDialog *dialog, const QList<profiles::ImportRow> &rows)
{
    const QSet<qsizetype> chosen = dialog->chosen();
    const auto next = profiles::withImported(m_session.workspace().workspace(), rows, chosen);
    if (!next)
        return dialog->setError(next.error());
    m_session.workspace().saveUndoable(*next, dialog,
                                       [this, dialog, count = chosen.size()](const Outcome &written) {
                                           if (!written)
                                               return dialog->setError(written.error());
                                           dialog->accept();
                                           Q_EMIT imported(static_cast<int>(count));
                                       });
}

} // namespace uplift::ui
