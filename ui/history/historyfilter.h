// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/journal.h"

#include <QDate>
#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QDateEdit;

namespace uplift::ui {

enum class HistorySpan { All, Today, Week, Month, Custom };
enum class OutcomeChoice { Any, Open, Verified, Failed, Rejected, NotCarriedOut, Undecided };
enum class KindChoice { Any, Kernel, Proxy, Backup, Setting };

/// What narrows the history, beside the words one searches for.
struct HistoryFilter {
    AccountId account; ///< empty: all
    HistorySpan span = HistorySpan::All;
    QDate from; ///< HistorySpan::Custom: whole days in the user's zone, both ends included
    QDate to;
    OutcomeChoice outcome = OutcomeChoice::Any;
    KindChoice kind = KindChoice::Any;
    [[nodiscard]] bool isSet() const;
    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

/// The filter as a question to the journal. Days begin at midnight in `zone`; "7 days" are today and the six
/// before. Dates in the wrong order are taken the other way round. Pure.
[[nodiscard]] upgrade::HistoryQuery queryOf(const HistoryFilter &filter, const QString &words,
                                            const QDateTime &now, const QTimeZone &zone);

/// The row below the head: account, time, outcome, kind; two dates when the user wants his own.
class HistoryFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit HistoryFilterBar(QWidget *parent = nullptr);
    void setAccounts(const QList<std::pair<AccountId, QString>> &accounts); ///< keeps the choice
    [[nodiscard]] HistoryFilter filter() const;
    void clear(); ///< without changed()

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildDates();
    void onSpan();
    void fitLists();

    QComboBox *m_account;
    QComboBox *m_span;
    QComboBox *m_outcome;
    QComboBox *m_kind;
    QWidget *m_dates;
    QDateEdit *m_from;
    QDateEdit *m_to;
};

} // namespace uplift::ui
