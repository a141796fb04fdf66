// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/instance.h"
#include "ui/look/marks.h"

#include <QDateTime>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

class QHBoxLayout;

namespace uplift::ui {

class IconLabel;
class LinkButton;
class StripButton;
class TextLabel;

/// One running thing.
struct StripItem {
    StepId step;
    PlanId batch = {}; ///< set: a whole batch
    Mark mark;
    QString name;
    QString phase; ///< "62 %, 14 min left"
    std::optional<double> percent; ///< nothing: no bar
    Environment environment = Environment::Production; ///< in the tooltip, as a word
    friend bool operator==(const StripItem &, const StripItem &) = default;
};

/// The 32 px at the window's foot: what runs, the accounts' health, the clock with its zone.
class Strip : public QWidget {
    Q_OBJECT
public:
    explicit Strip(QWidget *parent = nullptr);
    void setItems(const QList<StripItem> &items);
    void setMaximum(int items); ///< 4, or 2 below 1200 px
    /// One sentence for a while, before the health: what was done by itself.
    void showMessage(const QString &text, std::chrono::milliseconds length);
    void setHealth(const Mark &mark, const QString &text); ///< empty text: none
    void setNow(const QDateTime &now, const QTimeZone &zone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runningRequested(); ///< a click: open In progress
    void stepActivated(const uplift::StepId &step);
    void batchActivated(const uplift::PlanId &batch);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void arrange();

    QList<StripItem> m_items;
    int m_maximum = 4;
    QHBoxLayout *m_row;
    TextLabel *m_title;
    LinkButton *m_more;
    QList<StripButton *> m_buttons;
    IconLabel *m_healthMark;
    TextLabel *m_health;
    TextLabel *m_message;
    QTimer m_messageEnd;
    TextLabel *m_clock;
};

} // namespace uplift::ui
