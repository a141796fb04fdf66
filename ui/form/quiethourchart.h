// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "upgrade/quiethour.h"

#include <QList>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace uplift::ui {

/// What the chart shows: all of one question to upgrade::quietHours().
struct QuietHourFacts {
    upgrade::LoadProfile profile;
    upgrade::QuietHours hours;
    std::optional<WindowSpan> present; ///< UTC, the chosen time; nothing: not known
    Moment moment = Moment::MaintenanceWindow; ///< what the chosen time is called
};

/// The facts as one sentence: "Quietest 03:00 – 05:00, 38 % of the mean; the window 02:00 – 06:00 has 52 %."
[[nodiscard]] QString quietHourSentence(const QuietHourFacts &facts);

/// One text of the chart and where it stands.
struct ChartText {
    enum class Kind { Present, Proposed, Remark, Hour };
    Kind kind;
    QString text;
    QRect rect; ///< of the words alone
    QRect key; ///< the mark before them; empty: none
};

/// The day as 48 bars in the user's zone, the chosen time as a band and the proposed one as a dashed frame,
/// each with its word in the line above. Its sentence is its name for screen readers, its figures their
/// description.
class QuietHourChart : public QWidget {
    Q_OBJECT
public:
    explicit QuietHourChart(QWidget *parent = nullptr);
    void setFacts(const QuietHourFacts &facts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// All texts as painted at the present size; none meets another.
    [[nodiscard]] QList<ChartText> texts() const;
    /// The bar of one half hour; empty when it was not measured.
    [[nodiscard]] QRectF bar(int halfHour) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A part of the local day, in minutes from midnight; may end beyond the next one.
    struct Span {
        int start = 0;
        int length = 0;
    };
    [[nodiscard]] std::optional<Span> presentSpan() const;
    [[nodiscard]] std::optional<Span> proposedSpan() const;
    [[nodiscard]] bool isPresent(int halfHour) const;
    [[nodiscard]] QRect inner() const; ///< within the focus ring
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QList<QRectF> areas(const Span &span) const; ///< two when it crosses midnight
    [[nodiscard]] QList<ChartText> legend() const;
    [[nodiscard]] QList<ChartText> axis() const;
    void paintMark(QPainter *painter, ChartText::Kind kind, const QRectF &area) const;
    void describe();

    QuietHourFacts m_facts;
};

} // namespace uplift::ui
