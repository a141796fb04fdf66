// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/quiethourchart.h"
#include "ui/language.h"
#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace uplift;
using namespace uplift::ui;

namespace {

const QDateTime now({2026, 11, 20}, {6, 32}, Qt::UTC);
const QTimeZone shanghai("Asia/Shanghai");

/// A week in Shanghai: 20 from three to five, nothing from six to seven, 100 else; `gap` was never measured.
upgrade::LoadProfile week(int gap = -1, int days = 7)
{
    QList<upgrade::LoadSample> samples;
    for (QDateTime at = now.addDays(-days); at <= now; at = at.addSecs(600)) {
        const int hour = at.toTimeZone(shanghai).time().hour();
        if (hour != gap)
            samples.append({at, hour == 3 || hour == 4 ? 20.0 : hour == 6 ? 0.0 : 100.0});
    }
    return upgrade::profileOf(samples, shanghai, now);
}

QuietHourFacts factsOf(const upgrade::LoadProfile &profile, const QDateTime &start, int hours,
                       Moment moment = Moment::MaintenanceWindow)
{
    QuietHourFacts facts;
    facts.profile = profile;
    facts.moment = moment;
    facts.present = WindowSpan{start, start.addSecs(3600 * hours)};
    facts.hours = upgrade::quietHours(profile, {facts.present, std::chrono::hours(hours), now});
    return facts;
}

/// The window from 20:00 to 22:00 in Shanghai; quieter is 03:00 to 05:00.
QuietHourFacts busyWindow() { return factsOf(week(), QDateTime({2026, 11, 20}, {12, 0}, Qt::UTC), 2); }

QuietHourFacts nightWindow() { return factsOf(week(), QDateTime({2026, 11, 20}, {19, 0}, Qt::UTC), 2); }

QuietHourFacts acrossMidnight() { return factsOf(week(), QDateTime({2026, 11, 20}, {15, 0}, Qt::UTC), 2); }

QuietHourFacts upgradeNow() { return factsOf(week(), now, 1, Moment::Now); }

QuietHourFacts tooFewDays() { return factsOf(week(-1, 2), QDateTime({2026, 11, 20}, {12, 0}, Qt::UTC), 2); }

QuietHourFacts withoutWindow()
{
    QuietHourFacts facts;
    facts.profile = week();
    facts.hours = upgrade::quietHours(facts.profile, {std::nullopt, std::chrono::hours(2), now});
    return facts;
}

/// Every text half as long again, as another language may have it.
class LongWords : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text + QString(text.size() / 2, u'm');
    }
};

QImage imageOf(QuietHourChart &chart) { return chart.grab().toImage().convertToFormat(QImage::Format_RGB32); }

QColor colorAt(const QImage &image, const QPointF &point) { return image.pixelColor(point.toPoint()); }

} // namespace

Q_DECLARE_METATYPE(QuietHourFacts)

/// The quiet hour drawn small.
class QuietHourChartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void cleanup()
    {
        changeTheme(*qApp, ThemeId::Light);
        m_language.apply(QStringLiteral("en"));
    }
    void theSentenceTellsTheSameFacts_data();
    void theSentenceTellsTheSameFacts();
    void screenReadersHearTheSentenceAndTheFigures();
    void theBarsFollowTheLoad();
    void whatWasNotMeasuredHasNoBar();
    void itPaintsInEveryTheme_data();
    void itPaintsInEveryTheme();
    void bothMarksHaveTheirWord();
    void aWindowAcrossMidnightIsMarkedAtBothEnds();
    void noTextMeetsAnother_data();
    void noTextMeetsAnother();
    void aNarrowChartShortensItsWords();
    void theFocusIsSeen();
    void aLargerFontMakesItHigher();

private:
    Language m_language;
};

void QuietHourChartTest::theSentenceTellsTheSameFacts_data()
{
    QTest::addColumn<QuietHourFacts>("facts");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QuietHourFacts &facts, const char *sentence) {
        QTest::newRow(name) << facts << QString::fromUtf8(sentence);
    };
    row("busy window", busyWindow(),
        "Quietest 03:00 – 05:00, 22 % of the mean; the window 20:00 – 22:00 has 112 %.");
    row("window in the quiet hours", nightWindow(),
        "Quietest 03:00 – 05:00, 22 % of the mean; the window 03:00 – 05:00 has 22 %.");
    row("upgrade now", upgradeNow(),
        "Quietest 06:00 – 07:00, 0 % of the mean; now, 14:32 – 15:32, it is 112 %.");
    row("window not known", withoutWindow(),
        "Quietest 03:00 – 05:00, 22 % of the mean; the load at the chosen time is not known.");
    row("two days", tooFewDays(), "The load was measured on too few days to name a quiet hour.");
    QuietHourFacts gaps = busyWindow();
    gaps.hours.quietest.reset();
    row("gaps everywhere", gaps,
        "The load was measured with gaps: no time as long as this was seen throughout.");
    QuietHourFacts office = busyWindow();
    office.hours.data = upgrade::QuietHours::Data::TooFewSlots;
    row("office hours", office, "The load was measured in too few hours of the day to name a quiet one.");
}

void QuietHourChartTest::theSentenceTellsTheSameFacts()
{
    QFETCH(QuietHourFacts, facts);
    QFETCH(QString, sentence);
    QuietHourChart chart;
    chart.setFacts(facts);
    QCOMPARE(quietHourSentence(facts), sentence);
    QCOMPARE(chart.accessibleName(), sentence);
    QCOMPARE(chart.toolTip(), sentence);
}

void QuietHourChartTest::screenReadersHearTheSentenceAndTheFigures()
{
    QuietHourChart chart;
    chart.setFacts(factsOf(week(8), QDateTime({2026, 11, 20}, {12, 0}, Qt::UTC), 2));
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&chart);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Chart);
    QCOMPARE(accessible->text(QAccessible::Name), chart.accessibleName());
    QVERIFY(!chart.accessibleName().isEmpty());
    const QString figures = accessible->text(QAccessible::Description);
    QVERIFY2(figures.startsWith(
                 QLatin1String("00:00: 113 %, 02:00: 113 %, 04:00: 23 %, 06:00: 0 %, 08:00: not measured")),
             qPrintable(figures));
    QCOMPARE(figures.count(QLatin1String(", ")), 11);
    QCOMPARE(chart.focusPolicy(), Qt::TabFocus);
}

void QuietHourChartTest::theBarsFollowTheLoad()
{
    QuietHourChart chart;
    chart.resize(340, chart.sizeHint().height());
    chart.setFacts(busyWindow());
    const qreal full = chart.bar(20).height();
    QVERIFY2(full >= 20, qPrintable(QString::number(full)));
    QVERIFY(std::abs(chart.bar(6).height() - (1 + (full - 1) * 0.2)) < 0.01); // 03:00
    QCOMPARE(chart.bar(12).height(), 1.0); // 06:00: measured, and nothing
    qreal left = -1;
    for (int i = 0; i < 48; ++i) {
        const QRectF bar = chart.bar(i);
        QVERIFY2(bar.left() > left, "bars follow one another");
        QVERIFY(bar.width() >= 1 && bar.bottom() == chart.bar(0).bottom());
        left = bar.right();
    }
    QVERIFY(left <= 340);
}

void QuietHourChartTest::whatWasNotMeasuredHasNoBar()
{
    QuietHourChart chart;
    chart.resize(340, chart.sizeHint().height());
    chart.setFacts(factsOf(week(8), QDateTime({2026, 11, 20}, {12, 0}, Qt::UTC), 2));
    QVERIFY(chart.bar(16).isEmpty() && chart.bar(17).isEmpty());
    QVERIFY(!chart.bar(15).isEmpty() && !chart.bar(18).isEmpty());
    QuietHourChart empty;
    QVERIFY(empty.bar(0).isEmpty());
    QVERIFY(!empty.grab().isNull());
    QVERIFY(!empty.accessibleName().isEmpty());
}

void QuietHourChartTest::itPaintsInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(ThemeId::Light);
    QTest::newRow("dark") << static_cast<int>(ThemeId::Dark);
    QTest::newRow("high contrast") << static_cast<int>(ThemeId::Contrast);
}

void QuietHourChartTest::itPaintsInEveryTheme()
{
    QFETCH(int, theme);
    const Theme &colors = themeFor(static_cast<ThemeId>(theme));
    changeTheme(*qApp, colors.id);
    QuietHourChart chart;
    chart.resize(392, chart.sizeHint().height());
    chart.setFacts(busyWindow());
    const QImage image = imageOf(chart);
    QCOMPARE(colorAt(image, chart.bar(20).center()), colors[Role::Text3]);
    QCOMPARE(colorAt(image, chart.bar(41).center()), colors[Role::Accent]); // 20:30, in the window
    // Above the low bars of the night: the ground, and the frame around the proposal.
    const QRectF quiet = chart.bar(7);
    QCOMPARE(colorAt(image, QPointF(quiet.center().x(), quiet.top() - 4)), colors[Role::Canvas]);
    int dashes = 0;
    for (int y = 0; y < image.height(); ++y)
        dashes += colorAt(image, QPointF(chart.bar(6).left(), y)) == colors[Role::Text];
    QVERIFY2(dashes >= 6, "the frame of the proposal");
    // The band is a shape too: its ground reaches above the bars, under a line.
    const qreal above = chart.bar(41).top() - 1;
    QCOMPARE(colorAt(image, QPointF(chart.bar(41).center().x(), above)), colors[Role::Accent]);
}

void QuietHourChartTest::bothMarksHaveTheirWord()
{
    QuietHourChart chart;
    chart.resize(392, chart.sizeHint().height());
    const auto words = [&chart](ChartText::Kind kind) {
        for (const ChartText &text : chart.texts()) {
            if (text.kind == kind)
                return text.key.isEmpty() ? text.text : QStringLiteral("[] ") + text.text;
        }
        return QString();
    };
    chart.setFacts(busyWindow());
    QCOMPARE(words(ChartText::Kind::Present), QStringLiteral("[] Window 20:00 – 22:00, 112 %"));
    QCOMPARE(words(ChartText::Kind::Proposed), QStringLiteral("[] Quieter 03:00 – 05:00, 22 %"));
    chart.setFacts(upgradeNow());
    QCOMPARE(words(ChartText::Kind::Present), QStringLiteral("[] Now 14:32 – 15:32, 112 %"));
    QCOMPARE(words(ChartText::Kind::Proposed), QStringLiteral("[] Quieter 06:00 – 07:00, 0 %"));
    chart.setFacts(nightWindow());
    QCOMPARE(words(ChartText::Kind::Remark), QStringLiteral("No time is clearly quieter"));
    chart.setFacts(tooFewDays());
    QCOMPARE(words(ChartText::Kind::Present), QStringLiteral("[] Window 20:00 – 22:00"));
    QCOMPARE(words(ChartText::Kind::Remark), QStringLiteral("Too little was measured"));
    chart.setFacts(withoutWindow());
    QCOMPARE(words(ChartText::Kind::Present), QString());
}

void QuietHourChartTest::aWindowAcrossMidnightIsMarkedAtBothEnds()
{
    QuietHourChart chart;
    chart.resize(392, chart.sizeHint().height());
    chart.setFacts(acrossMidnight()); // 23:00 – 01:00
    const QImage image = imageOf(chart);
    const Theme &colors = themeFor(ThemeId::Light);
    const auto above = [&](int halfHour) {
        return QPointF(chart.bar(halfHour).center().x(), chart.bar(halfHour).top() - 1);
    };
    for (const int inside : {46, 47, 0, 1}) {
        QCOMPARE(colorAt(image, chart.bar(inside).center()), colors[Role::Accent]);
        QCOMPARE(colorAt(image, above(inside)), colors[Role::Accent]); // the band's line
    }
    for (const int outside : {45, 2}) {
        QCOMPARE(colorAt(image, chart.bar(outside).center()), colors[Role::Text3]);
        QCOMPARE(colorAt(image, above(outside)), colors[Role::Canvas]);
    }
}

void QuietHourChartTest::noTextMeetsAnother_data()
{
    QTest::addColumn<QuietHourFacts>("facts");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("language");
    const QList<std::pair<const char *, QuietHourFacts>> all{
        {"busy window", busyWindow()}, {"quiet window", nightWindow()}, {"across midnight", acrossMidnight()},
        {"now", upgradeNow()},         {"too few days", tooFewDays()},  {"no window", withoutWindow()}};
    for (const auto &[name, facts] : all) {
        for (const int width : {340, 392, 240, 700}) {
            for (const char *language : {"en", "zh_CN", "long"})
                QTest::addRow("%s, %d px, %s", name, width, language)
                    << facts << width << QString::fromLatin1(language);
        }
    }
}

void QuietHourChartTest::noTextMeetsAnother()
{
    QFETCH(QuietHourFacts, facts);
    QFETCH(int, width);
    QFETCH(QString, language);
    LongWords words;
    if (language == QLatin1String("long"))
        QCoreApplication::installTranslator(&words);
    else
        m_language.apply(language);
    QuietHourChart chart;
    chart.resize(width, chart.sizeHint().height());
    chart.setFacts(facts);
    const QList<ChartText> texts = chart.texts();
    QVERIFY(texts.size() >= 3);
    const QFontMetrics metrics(typeFont(Type::Small));
    QList<QRect> taken;
    for (const ChartText &text : texts) {
        QVERIFY2(metrics.horizontalAdvance(text.text) <= text.rect.width(), qPrintable(text.text));
        QVERIFY2(chart.rect().contains(text.rect), qPrintable(text.text));
        for (const QRect &rect : {text.rect, text.key}) {
            if (rect.isEmpty())
                continue;
            for (const QRect &other : taken)
                QVERIFY2(!rect.intersects(other), qPrintable(text.text));
            for (int i = 0; i < 48; ++i)
                QVERIFY2(!chart.bar(i).intersects(QRectF(rect)), qPrintable(text.text));
            taken.append(rect);
        }
    }
    QCoreApplication::removeTranslator(&words);
}

void QuietHourChartTest::aNarrowChartShortensItsWords()
{
    QuietHourChart chart;
    chart.setFacts(busyWindow());
    QStringList seen;
    for (int width = 500; width >= 160; width -= 10) {
        chart.resize(width, chart.sizeHint().height());
        const QString left = chart.texts().constFirst().text;
        if (!seen.contains(left))
            seen.append(left);
    }
    QCOMPARE(seen.join(u'|'), QStringLiteral("Window 20:00 – 22:00, 112 %|Window 20:00 – 22:00|Window"));
    chart.resize(120, chart.sizeHint().height());
    QStringList hours;
    for (const ChartText &text : chart.texts()) {
        if (text.kind == ChartText::Kind::Hour)
            hours.append(text.text);
    }
    QCOMPARE(hours.join(u' '), QStringLiteral("00:00 12:00 24:00"));
}

void QuietHourChartTest::theFocusIsSeen()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *chart = new QuietHourChart;
    auto *other = new QuietHourChart;
    column->addWidget(chart);
    column->addWidget(other);
    chart->setFacts(busyWindow());
    window.resize(400, 200);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const QImage without = imageOf(*chart);
    QTest::keyClick(other, Qt::Key_Backtab);
    QVERIFY(chart->hasFocus());
    const QImage with = imageOf(*chart);
    QVERIFY(with != without);
    QCOMPARE(with.pixelColor(1, with.height() / 2), themeFor(ThemeId::Light)[Role::Accent]);
}

void QuietHourChartTest::aLargerFontMakesItHigher()
{
    QuietHourChart chart;
    QCOMPARE(chart.sizeHint().width(), scaled(340));
    const int height = chart.sizeHint().height();
    QVERIFY2(height >= 56 && height <= 64, qPrintable(QString::number(height)));
    const QFont before = QApplication::font();
    QFont larger = before;
    larger.setPixelSize(26);
    QApplication::setFont(larger);
    QVERIFY(chart.sizeHint().height() > height + 20);
    chart.resize(chart.sizeHint());
    chart.setFacts(busyWindow());
    QVERIFY2(chart.bar(20).height() >= scaled(20), qPrintable(QString::number(chart.bar(20).height())));
    QApplication::setFont(before);
}

QTEST_MAIN(QuietHourChartTest)
#include "tst_quiethourchart.moc"
