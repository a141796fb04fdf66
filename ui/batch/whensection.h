// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batch.h"

#include <QTimeZone>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QSpinBox;

namespace uplift::ui {

class Field;
class Segmented;
class WrapLabel;

/// What a batch does to each instance, at which moment, from when on, and what is done before.
class WhenSection : public QWidget {
    Q_OBJECT
public:
    explicit WhenSection(QWidget *parent = nullptr);
    void show(const upgrade::BatchRules &rules);
    void apply(upgrade::BatchRules &rules) const;
    void setNow(const QDateTime &now, const QTimeZone &zone); ///< the start is read and shown in this zone
    void focusStart();

Q_SIGNALS:
    void chosen();

private:
    void showPartsHelp();
    void buildMoments();
    void buildStart();
    void buildBefore();
    void onStartKind(int kind);
    void showStart();
    [[nodiscard]] QDateTime startAt() const; ///< UTC; invalid: when confirmed

    QComboBox *m_parts;
    Field *m_partsField;
    QButtonGroup *m_moments;
    Segmented *m_start;
    QDateTimeEdit *m_startAt;
    WrapLabel *m_startText;
    QCheckBox *m_backUp;
    QSpinBox *m_backupHours;
    QCheckBox *m_latest;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace uplift::ui
