// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/marks.h"
#include "upgrade/upgrades.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStyledItemDelegate>
#include <QTimeZone>

namespace uplift::ui {

/// Attempts as lines.
class RunningModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit RunningModel(QObject *parent = nullptr);
    /// Rows are known by their step's id: those that stay keep selection and place.
    void setSteps(const QList<upgrade::StepView> &steps);
    void setNow(const QDateTime &now, const QTimeZone &zone);
    void setBatchNames(const QHash<PlanId, QString> &names); ///< before setSteps()
    /// "Weekend, wave 2"; empty for a step of its own.
    [[nodiscard]] QString batchText(const upgrade::StepView &step) const;
    [[nodiscard]] const upgrade::StepView &step(int row) const { return m_steps.at(row); }
    [[nodiscard]] int indexOf(const StepId &id) const;
    [[nodiscard]] const QDateTime &now() const { return m_now; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<upgrade::StepView> m_steps;
    QHash<PlanId, QString> m_batchNames;
    QDateTime m_now;
    QTimeZone m_zone;
};

/// One attempt in 54 px: name, change and batch; where it is with its bar; since when.
class RunningDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RunningDelegate(const RunningModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Left edges of the second and third column at `width`; the head draws by them too.
    [[nodiscard]] static std::pair<int, int> columns(int width);

private:
    const RunningModel &m_model;
};

/// The state's mark; amber where the user is asked something.
[[nodiscard]] Mark runningMark(const upgrade::StepView &step);
/// "Waiting for its window" and what stands below it, "tonight 04:00, in 13 h 28 min".
struct WhereItIs {
    QString head;
    QString detail;
    std::optional<double> percent;
};
[[nodiscard]] WhereItIs whereItIs(const upgrade::StepView &step, const QDateTime &now, const QTimeZone &zone);
/// "Began 14:02" over "30 min ago", or "Ended 13:31" over "took 22 min".
[[nodiscard]] std::pair<QString, QString> sinceLines(const upgrade::StepView &step, const QDateTime &now,
                                                     const QTimeZone &zone);
} // namespace uplift::ui
