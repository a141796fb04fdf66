// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/quiethourchart.h"

#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace uplift::ui {

namespace {

using upgrade::DaySpan;
using upgrade::QuietHours;

constexpr int chartHeight = 60; ///< at 100 %
constexpr int smallestPlot = 24; ///< Chinese lines are taller: the chart grows, its bars do not shrink
constexpr int smallestWidth = 200;
constexpr int wishedWidth = 340;
constexpr int keySize = 10; ///< the sample of a mark before its word
constexpr int keyGap = 4;
constexpr int textGap = 12; ///< at least, between two texts of a line
constexpr int markLine = 2;
constexpr int edge = 3; ///< room for the focus ring
constexpr int dayMinutes = 24 * 60;
constexpr int slotMinutes = static_cast<int>(upgrade::slotLength.count());
constexpr int describedEvery = 4; ///< half hours: the description tells every second hour

QFont smallFont() { return typeFont(Type::Small); }

/// Hours are digits alone: their line needs no room below the base line, nor for accents.
int hourLine(const QFontMetrics &metrics) { return metrics.capHeight() + 4; }

QString clock(QTime time) { return time.toString(QStringLiteral("HH:mm")); }

QString percent(double ratio) { return QLocale().toString(std::llround(ratio * 100)); }

int minutesOf(QTime time) { return QTime(0, 0).secsTo(time) / 60; }

/// The length of a span without a known load: its ends by the local clock.
struct Ends {
    QTime start;
    QTime end;
};

Ends endsOf(const WindowSpan &span, const QTimeZone &zone)
{
    return {span.start.toTimeZone(zone).time(), span.end.toTimeZone(zone).time()};
}

/// The longest of `forms` that leaves room, or the last one.
QString fitting(const QStringList &forms, int room, const QFontMetrics &metrics)
{
    for (const QString &form : forms) {
        if (metrics.horizontalAdvance(form) <= room)
            return form;
    }
    return forms.constLast();
}

/// What the legend says of the chosen time, long to short; nothing when there is none.
QStringList presentForms(const QuietHourFacts &facts)
{
    if (!facts.present)
        return {};
    const Ends ends = endsOf(*facts.present, facts.profile.zone);
    const QString start = clock(ends.start);
    const QString end = clock(ends.end);
    const bool now = facts.moment == Moment::Now;
    QStringList forms;
    if (facts.hours.present) {
        const QString load = percent(facts.hours.present->ratio);
        //: The legend of a chart: from %1 to %2 o'clock, %3 percent of the day's mean load
        forms.append(now ? QuietHourChart::tr("Now %1 – %2, %3 %").arg(start, end, load)
                         : QuietHourChart::tr("Window %1 – %2, %3 %").arg(start, end, load));
    }
    forms.append(now ? QuietHourChart::tr("Now %1 – %2").arg(start, end)
                     : QuietHourChart::tr("Window %1 – %2").arg(start, end));
    forms.append(now ? QuietHourChart::tr("Now") : QuietHourChart::tr("Window"));
    return forms;
}

/// What it says beside: the proposal, or why there is none.
QStringList otherForms(const QuietHours &hours)
{
    if (hours.proposal) {
        const DaySpan &span = hours.proposal->span;
        const QString start = clock(span.start);
        const QString end = clock(span.end());
        return {QuietHourChart::tr("Quieter %1 – %2, %3 %").arg(start, end, percent(span.ratio)),
                QuietHourChart::tr("Quieter %1 – %2").arg(start, end), QuietHourChart::tr("Quieter")};
    }
    if (hours.data != QuietHours::Data::Enough || !hours.quietest)
        return {QuietHourChart::tr("Too little was measured"), QuietHourChart::tr("Too little data"),
                QString()};
    if (!hours.present)
        return {};
    return {QuietHourChart::tr("No time is clearly quieter"), QuietHourChart::tr("None quieter"), QString()};
}

QAccessibleInterface *accessibleChart(const QString &className, QObject *object)
{
    if (className == QLatin1String(QuietHourChart::staticMetaObject.className()) && object->isWidgetType())
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Chart);
    return nullptr;
}

QString presentClause(const QuietHourFacts &facts)
{
    const DaySpan &present = *facts.hours.present;
    const DaySpan &quietest = *facts.hours.quietest;
    const QString text = facts.moment == Moment::Now
        ? QuietHourChart::tr("Quietest %1 – %2, %3 % of the mean; now, %4 – %5, it is %6 %.")
        : QuietHourChart::tr("Quietest %1 – %2, %3 % of the mean; the window %4 – %5 has %6 %.");
    return text.arg(clock(quietest.start), clock(quietest.end()), percent(quietest.ratio),
                    clock(present.start), clock(present.end()), percent(present.ratio));
}

} // namespace

QString quietHourSentence(const QuietHourFacts &facts)
{
    const QuietHours &hours = facts.hours;
    if (hours.data == QuietHours::Data::TooFewDays)
        return QuietHourChart::tr("The load was measured on too few days to name a quiet hour.");
    if (hours.data == QuietHours::Data::TooFewSlots)
        return QuietHourChart::tr("The load was measured in too few hours of the day to name a quiet one.");
    if (!hours.quietest)
        return QuietHourChart::tr(
            "The load was measured with gaps: no time as long as this was seen throughout.");
    if (hours.present)
        return presentClause(facts);
    const DaySpan &quietest = *hours.quietest;
    return QuietHourChart::tr("Quietest %1 – %2, %3 % of the mean; the load at the chosen time is not known.")
        .arg(clock(quietest.start), clock(quietest.end()), percent(quietest.ratio));
}

QuietHourChart::QuietHourChart(QWidget *parent) : QWidget(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(accessibleChart);
        return true;
    }();
    Q_UNUSED(installed)
    setObjectName(QStringLiteral("quietHourChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    m_facts.hours.data = QuietHours::Data::TooFewDays;
    describe();
}

void QuietHourChart::setFacts(const QuietHourFacts &facts)
{
    m_facts = facts;
    describe();
    update();
}

void QuietHourChart::describe()
{
    const QString sentence = quietHourSentence(m_facts);
    setAccessibleName(sentence);
    setToolTip(sentence);
    const auto &profile = m_facts.profile;
    QStringList figures;
    for (int i = 0; i < upgrade::slotsPerDay; i += describedEvery) {
        const upgrade::LoadSlot &slot = profile.halfHours[static_cast<std::size_t>(i)];
        const QString time = clock(QTime(0, 0).addSecs(i * slotMinutes * 60));
        const double ratio = profile.mean > 0 ? slot.mean / profile.mean : 1;
        //: One figure of the chart for screen readers. %1: a time of day, %2: percent of the day's mean
        figures.append(slot.days > 0 ? tr("%1: %2 %").arg(time, percent(ratio))
                                     : tr("%1: not measured").arg(time));
    }
    setAccessibleDescription(figures.join(tr(", ")));
}

QSize QuietHourChart::sizeHint() const
{
    const QFontMetrics metrics(smallFont());
    const int texts = metrics.height() + hourLine(metrics);
    return {scaled(wishedWidth), std::max(scaled(chartHeight), texts + scaled(smallestPlot) + 2 * edge + 1)};
}

QSize QuietHourChart::minimumSizeHint() const { return {scaled(smallestWidth), sizeHint().height()}; }

QRect QuietHourChart::inner() const { return rect().adjusted(edge, edge - 1, -edge, 1 - edge); }

QRectF QuietHourChart::plot() const
{
    const QFontMetrics metrics(smallFont());
    return inner().adjusted(0, metrics.height() + 2, 0, -hourLine(metrics) - 1);
}

std::optional<QuietHourChart::Span> QuietHourChart::presentSpan() const
{
    if (!m_facts.present)
        return std::nullopt;
    const int length = static_cast<int>(m_facts.present->start.secsTo(m_facts.present->end) / 60);
    return Span{minutesOf(endsOf(*m_facts.present, m_facts.profile.zone).start),
                std::clamp(length, 1, dayMinutes)};
}

std::optional<QuietHourChart::Span> QuietHourChart::proposedSpan() const
{
    if (!m_facts.hours.proposal)
        return std::nullopt;
    const DaySpan &span = m_facts.hours.proposal->span;
    return Span{minutesOf(span.start), static_cast<int>(span.length.count())};
}

bool QuietHourChart::isPresent(int halfHour) const
{
    const auto span = presentSpan();
    if (!span)
        return false;
    const int after = (halfHour * slotMinutes - span->start + dayMinutes) % dayMinutes;
    return after < span->length || after > dayMinutes - slotMinutes;
}

QRectF QuietHourChart::bar(int halfHour) const
{
    const auto &profile = m_facts.profile;
    const upgrade::LoadSlot &slot = profile.halfHours[static_cast<std::size_t>(halfHour)];
    if (slot.days == 0)
        return {};
    double highest = 0;
    for (const upgrade::LoadSlot &each : profile.halfHours)
        highest = std::max(highest, each.mean);
    const QRectF area = plot();
    const qreal left = area.left() + std::round(area.width() * halfHour / upgrade::slotsPerDay);
    const qreal right = area.left() + std::round(area.width() * (halfHour + 1) / upgrade::slotsPerDay);
    // What was measured as nothing is a line on the ground; what was not measured is not even that.
    const qreal ground = 1;
    const qreal tall = highest > 0 ? (area.height() - markLine - ground) * slot.mean / highest : 0;
    return QRectF(left, area.bottom() - ground - tall, std::max<qreal>(1, right - left - 1), ground + tall);
}

QList<QRectF> QuietHourChart::areas(const Span &span) const
{
    const QRectF area = plot();
    const auto at = [&area](int minute) {
        return area.left() + std::round(area.width() * minute / dayMinutes);
    };
    const int end = span.start + span.length;
    QList<QRectF> parts{
        QRectF(QPointF(at(span.start), area.top()), QPointF(at(std::min(end, dayMinutes)), area.bottom()))};
    if (end > dayMinutes)
        parts.append(QRectF(area.topLeft(), QPointF(at(end - dayMinutes), area.bottom())));
    return parts;
}

QList<ChartText> QuietHourChart::legend() const
{
    const QFontMetrics metrics(smallFont());
    const int key = scaled(keySize) + keyGap;
    const QuietHours &hours = m_facts.hours;
    const QStringList left = presentForms(m_facts);
    const QStringList right = otherForms(hours);
    const QRect area = inner();
    const int room = area.width() - (left.isEmpty() ? 0 : key) - (hours.proposal ? key : 0) - textGap;
    // The right one shrinks to its shorter forms first: the left one is what the user chose.
    const QString leftText = left.isEmpty()
        ? QString()
        : fitting(left, room - (right.isEmpty() ? 0 : metrics.horizontalAdvance(right.value(1))), metrics);
    const QString rightText =
        right.isEmpty() ? QString() : fitting(right, room - metrics.horizontalAdvance(leftText), metrics);
    QList<ChartText> texts;
    const int line = metrics.height();
    const auto add = [&](ChartText::Kind kind, const QString &text, int x) {
        const QRect words(x, area.top(), metrics.horizontalAdvance(text), line);
        const int size = scaled(keySize);
        const QRect mark(x - key, area.top() + (line - size) / 2, size, size);
        if (!text.isEmpty())
            texts.append({kind, text, words, kind == ChartText::Kind::Remark ? QRect() : mark});
    };
    add(ChartText::Kind::Present, leftText, area.left() + key);
    add(hours.proposal ? ChartText::Kind::Proposed : ChartText::Kind::Remark, rightText,
        area.right() + 1 - metrics.horizontalAdvance(rightText));
    return texts;
}

QList<ChartText> QuietHourChart::axis() const
{
    const QFontMetrics metrics(smallFont());
    const QRect area = inner();
    const int line = hourLine(metrics);
    for (const int step : {6, 12, 24}) {
        QList<ChartText> texts;
        int free = area.left();
        bool fits = true;
        for (int hour = 0; hour <= 24; hour += step) {
            const QString text = QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
            const int wide = metrics.horizontalAdvance(text);
            const int most = std::max(area.left(), area.right() + 1 - wide);
            const int left = std::clamp(area.left() + area.width() * hour / 24 - wide / 2, area.left(), most);
            fits = fits && left >= free;
            free = left + wide + keyGap;
            texts.append(
                {ChartText::Kind::Hour, text, QRect(left, area.bottom() + 1 - line, wide, line), {}});
        }
        if (fits)
            return texts;
    }
    return {};
}

QList<ChartText> QuietHourChart::texts() const { return legend() + axis(); }

void QuietHourChart::paintMark(QPainter *painter, ChartText::Kind kind, const QRectF &area) const
{
    const Theme &theme = themeOf(this);
    if (kind == ChartText::Kind::Present) {
        painter->fillRect(area, theme[Role::Sel]);
        painter->fillRect(QRectF(area.left(), area.top(), area.width(), markLine), theme[Role::Accent]);
        return;
    }
    QPen dashes(theme[Role::Text]);
    dashes.setDashPattern({3, 2});
    painter->setPen(dashes);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
}

void QuietHourChart::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (const auto present = presentSpan()) {
        for (const QRectF &area : areas(*present))
            paintMark(&painter, ChartText::Kind::Present, area);
    }
    for (int i = 0; i < upgrade::slotsPerDay; ++i)
        painter.fillRect(bar(i), theme[isPresent(i) ? Role::Accent : Role::Text3]);
    if (const auto proposed = proposedSpan()) {
        for (const QRectF &area : areas(*proposed))
            paintMark(&painter, ChartText::Kind::Proposed, area);
    }
    painter.setFont(smallFont());
    for (const ChartText &text : texts()) {
        if (!text.key.isEmpty())
            paintMark(&painter, text.kind, text.key);
        const bool quiet = text.kind == ChartText::Kind::Hour;
        painter.setPen(theme[quiet ? Role::Text3 : Role::Text2]);
        painter.drawText(text.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                         text.text);
    }
    if (hasFocus())
        drawFocusRing(&painter, rect(), theme, 4);
}

void QuietHourChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        describe();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace uplift::ui
