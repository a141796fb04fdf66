// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/chainline.h"
#include "ui/history/historyfilter.h"
#include "ui/history/historymodel.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace uplift::ui {

class HistoryTable;
class NoticeBar;
class PaneHeader;
class TextLabel;

/// Every attempt for ever: search as one types, filters, the table, and whether the chain of hashes is whole.
/// Reads when it is first shown, and while it is shown.
class HistoryPage : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPage(HistoryModel::Source source, QWidget *parent = nullptr);

    void setAccounts(const QList<std::pair<AccountId, QString>> &accounts);
    void setNow(const QDateTime &now, const QTimeZone &zone);
    /// Something was journaled: the first page is read again, now or when the page is shown.
    void touch();
    void setChain(const ChainWords &words, bool reading) { m_chain->setWords(words, reading); }
    /// Searches for these words alone, in all of the history.
    void searchFor(const QString &words);
    void focusSearch();
    void focusTable();

    [[nodiscard]] HistoryModel *model() const { return m_model; }
    [[nodiscard]] HistoryTable *table() const { return m_table; }
    [[nodiscard]] NoticeBar *notices() const { return m_notices; }
    [[nodiscard]] std::optional<HistoryRow> current() const; ///< nothing: no line is selected

Q_SIGNALS:
    void selected(); ///< another line, or the same with more in it; see current()
    void detailRequested(); ///< Enter: the focus goes to the detail
    void csvRequested();
    void jsonRequested();
    void archiveRequested();
    void chainCheckRequested();
    void firstShown();
    void shownAgain();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead();
    QWidget *buildEmpty();
    void ask();
    void onRead();
    void onReset();
    void onInserted(int rows);
    void showState();
    void clearAll();

    HistoryModel *m_model;
    PaneHeader *m_header = nullptr;
    QLineEdit *m_search = nullptr;
    QPushButton *m_export = nullptr;
    NoticeBar *m_notices;
    HistoryFilterBar *m_filter;
    QStackedWidget *m_pages;
    HistoryTable *m_table;
    ChainLine *m_chain;
    TextLabel *m_emptyTitle = nullptr;
    TextLabel *m_emptyText = nullptr;
    QPushButton *m_emptyAction = nullptr;
    QTimer m_soon; ///< typing and touches are folded
    bool m_otherQuery = false; ///< what was typed or chosen is not asked for yet
    bool m_stale = true; ///< touched while it was hidden
    StepId m_current; ///< kept over other queries
};

} // namespace uplift::ui
