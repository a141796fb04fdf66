// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/checkinputs.h"

/// The table of tst_checks: one row for each thing the service, the user or the journal may say.
namespace uplift::checkinputs {

struct Row {
    QString name; ///< in the service's field words
    CheckInput input;
    QString key;
    upgrade::Check::Result result;
};

class Rows {
public:
    void add(const char *name, const CheckInput &input, const char *key, upgrade::Check::Result result)
    {
        m_rows.append({QString::fromUtf8(name), input, QString::fromLatin1(key), result});
    }
    void add(const char *name, const char *key, upgrade::Check::Result result,
             const std::function<void(CheckInput &)> &change)
    {
        add(name, but(change), key, result);
    }
    [[nodiscard]] const QList<Row> &all() const { return m_rows; }

private:
    QList<Row> m_rows;
};

void addStatus(Rows &rows);
void addVersions(Rows &rows);
void addTarget(Rows &rows);
void addProxy(Rows &rows);
void addEdition(Rows &rows);
void addWork(Rows &rows);
void addEvents(Rows &rows);
void addBackup(Rows &rows);
void addBusy(Rows &rows);
void addTimes(Rows &rows);
void addHere(Rows &rows);

} // namespace uplift::checkinputs
