// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tableflow.h"

#include "ui/instances/instancemodel.h"
#include "ui/instances/instancetable.h"
#include "ui/session.h"
#include "ui/window/filewriting.h"
#include "ui/window/instancespage.h"
#include "ui/window/profileflow.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>

#include <algorithm>

namespace uplift::ui {

TableFlow::TableFlow(Session &session, InstancesPage &page, ProfileFlow &profiles, QWidget *window)
    : QObject(window), m_session(session), m_page(page), m_profiles(profiles), m_window(window),
      m_worker(QStringLiteral("export"))
{
    connect(page.table(), &InstanceTable::exported, this, &TableFlow::ask);
}

QList<InstanceRow> TableFlow::selectedRows() const
{
    QList<InstanceRow> rows;
    const QStringList keys = m_page.table()->selectedKeys();
    for (const QString &key : keys) {
        if (const int at = m_page.model()->indexOf(key); at >= 0)
            rows.append(m_page.model()->row(at));
    }
    return rows;
}

void TableFlow::showMenu(const QPoint &globalPosition)
{
    const QList<InstanceRow> rows = selectedRows();
    if (rows.isEmpty())
        return;
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto unsaved = static_cast<int>(std::count_if(
        rows.begin(), rows.end(), [](const InstanceRow &row) { return row.profile.isEmpty(); }));
    if (rows.size() == 1) {
        const QString key = rows.first().key();
        menu->addAction(tr("&Details…"), this, [this, key] { Q_EMIT detailsRequested(key); });
        menu->addSeparator();
    }
    if (rows.size() == 1 && unsaved == 0) {
        const ProfileId id = rows.first().profile;
        if (const profiles::Profile *profile = profiles::find(m_session.workspace().workspace(), id))
            menu->addAction(tr("&Edit the profile…"), &m_profiles,
                            [this, copy = *profile] { m_profiles.save(copy); });
        menu->addAction(tr("&Rename…"), &m_profiles, [this, id] { m_profiles.rename(id); });
        menu->addAction(tr("D&uplicate…"), &m_profiles, [this, id] { m_profiles.duplicate(id); });
        menu->addAction(tr("Re&move the profile"), &m_profiles, [this, id] { m_profiles.remove(id); });
    } else {
        QAction *save = menu->addAction(unsaved == 1 && rows.size() == 1
                                            ? tr("&Save as profile…")
                                            : tr("&Save %n instance(s) as profiles", nullptr, unsaved),
                                        this, &TableFlow::saveSelected);
        save->setEnabled(unsaved > 0);
        if (unsaved == 0)
            save->setText(tr("All of these are saved as profiles"));
    }
    menu->addSeparator();
    menu->addAction(tr("&Copy as text"), m_page.table(), &InstanceTable::copyRows);
    menu->addAction(tr("E&xport the table as CSV…"), this, &TableFlow::exportCsv);
    menu->popup(globalPosition);
}

void TableFlow::saveSelected()
{
    QList<profiles::Profile> chosen;
    const QList<InstanceRow> rows = selectedRows();
    for (const InstanceRow &row : rows) {
        if (!row.profile.isEmpty())
            continue;
        profiles::Profile profile;
        profile.name = row.name();
        profile.account = row.account;
        profile.region = row.region;
        profile.instance = row.id;
        profile.environment = row.environment;
        chosen.append(profile);
    }
    if (chosen.size() == 1)
        m_profiles.save(chosen.first());
    else if (!chosen.isEmpty())
        m_profiles.saveMany(chosen);
}

void TableFlow::exportCsv() { m_page.table()->exportCsv(false); }

void TableFlow::ask(const QByteArray &text)
{
    auto *dialog = new QFileDialog(m_window, tr("Export the table as CSV"));
    dialog->setObjectName(QStringLiteral("exportCsvDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->selectFile(
        QStringLiteral("instances-%1.csv").arg(m_session.clock().now().date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, text](const QString &path) { write(path, text); });
    dialog->open();
}

void TableFlow::write(const QString &path, const QByteArray &text)
{
    m_worker.ask<void>([path, text] { return writeWhole(path, text); }, this,
                       [this, path](const Outcome &written) {
                           if (!written)
                               Q_EMIT failed(written.error());
                           else
                               Q_EMIT done(
                                   tr("The table was written to %1.").arg(QDir::toNativeSeparators(path)));
                       });
}

} // namespace uplift::ui
