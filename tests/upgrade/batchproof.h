// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every batch, whatever went wrong: read from the journal's own rows, in their order.
#pragma once

#include "upgrade/batch.h"
#include "upgrade/journaldatabase.h"

#include <QSet>
#include <QTemporaryDir>

namespace uplift::upgrade::test {

/// One row of a batch or of one of its steps, as it lies in the file.
struct LaidRow {
    qint64 seq = 0;
    QString step; ///< of a batch row: the plan's id
    QString state; ///< "Requested", "Batch:Running"
    QString nonce;
    QJsonObject data;
};

/// A journal looked at beside the program: copied with its -wal, so that the file stays as a kill left it.
class JournalCopy {
public:
    explicit JournalCopy(const QString &path);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QList<LaidRow> rowsOf(const PlanId &plan) const; ///< in the order written
    [[nodiscard]] std::optional<JournaledBatch> batch(const PlanId &plan);
    [[nodiscard]] QList<JournaledStep> steps(const PlanId &plan);
    [[nodiscard]] bool isWhole(); ///< the chain of hashes
    [[nodiscard]] int openSteps();
    [[nodiscard]] int openBatches();

private:
    QTemporaryDir m_folder;
    QString m_path;
    JournalDatabase m_database{nullptr};
    bool m_open = false;
};

/// Sentences about what the rows say against the plan; none: all of these hold.
/// No part is begun again after an end, other than one that says that nothing was carried out; parts of a
/// member follow each other; waves follow each other, and the end of
/// the batch its last member; never more than `atOnce` are under way in one; no
/// nonce occurs twice.
[[nodiscard]] QStringList brokenPromises(const BatchPlan &plan, const QList<LaidRow> &rows);

} // namespace uplift::upgrade::test
