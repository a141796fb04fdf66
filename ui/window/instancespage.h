// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"

#include <QTimeZone>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace uplift::ui {

class InstanceFilter;
class InstanceModel;
class InstanceTable;
class NoticeBar;
class PaneHeader;
class TextLabel;

/// The middle: head with filter and refresh, a line for notices, the table, and what stands there when it is
/// empty.
class InstancesPage : public QWidget {
    Q_OBJECT
public:
    explicit InstancesPage(QWidget *parent = nullptr);
    void setRows(const QList<InstanceRow> &rows);
    void setNow(const QDateTime &now, const QTimeZone &zone);
    void setStanding(StandingFilter filter);
    void setAccount(const AccountId &account, const QString &name); ///< empty id: all
    /// "Asking, 3 of 12" in the head while something is asked for; empty: nothing is.
    void setProgress(const QString &text);
    void setReading(bool reading); ///< lists are being read: an empty table says so
    void rowsChanged(); ///< the model got rows by itself
    void focusFilter();

    [[nodiscard]] InstanceTable *table() const { return m_table; }
    [[nodiscard]] InstanceModel *model() const { return m_model; }
    [[nodiscard]] InstanceFilter *filter() const { return m_filter; }
    [[nodiscard]] NoticeBar *notices() const { return m_notices; }
    [[nodiscard]] NoticeBar *troubles() const { return m_troubles; } ///< what did not answer, while it lasts

Q_SIGNALS:
    void refreshRequested();
    void stopRequested();
    void addRequested(); ///< from the empty state

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildEmpty();
    void showTitle();
    void showPage();

    PaneHeader *m_header;
    QLineEdit *m_search;
    QToolButton *m_refresh;
    QToolButton *m_stop;
    TextLabel *m_progress;
    NoticeBar *m_notices;
    NoticeBar *m_troubles;
    QStackedWidget *m_pages;
    InstanceModel *m_model;
    InstanceFilter *m_filter;
    InstanceTable *m_table;
    TextLabel *m_emptyTitle;
    TextLabel *m_emptyText;
    QPushButton *m_emptyAction;
    QString m_accountName;
    bool m_emptyIsFilter = false;
    bool m_reading = false;
};

} // namespace uplift::ui
