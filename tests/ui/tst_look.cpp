// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/linebreaks.h"
#include "ui/look/marks.h"
#include "ui/look/minutes.h"
#include "ui/look/style.h"
#include "ui/look/systemappearance.h"
#include "ui/look/times.h"
#include "ui/look/type.h"

#include <QApplication>
#include <QFontInfo>
#include <QSet>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;

namespace {

struct Pair {
    const char *name;
    Role front;
    Role back;
    double least;
};

constexpr double forText = 4.5;
constexpr double forEdges = 3.0;

// Every text on every ground it stands on (ui.md 4), and the borders of controls.
constexpr Pair pairs[] = {
    {"text on canvas", Role::Text, Role::Canvas, forText},
    {"text on side", Role::Text, Role::Side, forText},
    {"text on raised", Role::Text, Role::Raised, forText},
    {"text on hover", Role::Text, Role::Hover, forText},
    {"text on sel", Role::Text, Role::Sel, forText},
    {"text on amberBg", Role::Text, Role::AmberBg, forText},
    {"text on redBg", Role::Text, Role::RedBg, forText},
    {"text on greenBg", Role::Text, Role::GreenBg, forText},
    {"text2 on canvas", Role::Text2, Role::Canvas, forText},
    {"text2 on side", Role::Text2, Role::Side, forText},
    {"text2 on raised", Role::Text2, Role::Raised, forText},
    {"text2 on hover", Role::Text2, Role::Hover, forText},
    {"text2 on sel", Role::Text2, Role::Sel, forText},
    {"text2 on neutralBg", Role::Text2, Role::NeutralBg, forText},
    {"text2 on amberBg", Role::Text2, Role::AmberBg, forText},
    {"text2 on redBg", Role::Text2, Role::RedBg, forText},
    {"text2 on greenBg", Role::Text2, Role::GreenBg, forText},
    {"text3 on canvas", Role::Text3, Role::Canvas, forText},
    {"text3 on side", Role::Text3, Role::Side, forText},
    {"text3 on raised", Role::Text3, Role::Raised, forText},
    {"accent on canvas", Role::Accent, Role::Canvas, forText},
    {"accent on side", Role::Accent, Role::Side, forText},
    {"accent on raised", Role::Accent, Role::Raised, forText},
    {"accent on sel", Role::Accent, Role::Sel, forText},
    {"onAccent on accentFill", Role::OnAccent, Role::AccentFill, forText},
    {"onRed on redFill", Role::OnRed, Role::RedFill, forText},
    {"red on canvas", Role::Red, Role::Canvas, forText},
    {"red on side", Role::Red, Role::Side, forText},
    {"red on redBg", Role::Red, Role::RedBg, forText},
    {"red on sel", Role::Red, Role::Sel, forText},
    {"amber on canvas", Role::Amber, Role::Canvas, forText},
    {"amber on side", Role::Amber, Role::Side, forText},
    {"amber on amberBg", Role::Amber, Role::AmberBg, forText},
    {"amber on sel", Role::Amber, Role::Sel, forText},
    {"green on canvas", Role::Green, Role::Canvas, forText},
    {"green on side", Role::Green, Role::Side, forText},
    {"green on greenBg", Role::Green, Role::GreenBg, forText},
    {"green on sel", Role::Green, Role::Sel, forText},
    {"violet on canvas", Role::Violet, Role::Canvas, forText},
    {"violet on violetBg", Role::Violet, Role::VioletBg, forText},
    {"edge on canvas", Role::Edge, Role::Canvas, forEdges},
    {"edge on raised", Role::Edge, Role::Raised, 2.95},
    {"accent ring on canvas", Role::Accent, Role::Canvas, forEdges},
};

const QDateTime thursday = QDateTime({2026, 11, 19}, {6, 32}, Qt::UTC); // 14:32 in UTC+8
const QTimeZone eight = QTimeZone(8 * 3600);

} // namespace

class LookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }

    void everyTextIsReadable_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("back");
        QTest::addColumn<double>("least");
        const std::pair<ThemeId, const char *> themes[] = {
            {ThemeId::Light, "light"}, {ThemeId::Dark, "dark"}, {ThemeId::Contrast, "contrast"}};
        for (const auto &[id, name] : themes) {
            for (const Pair &pair : pairs)
                QTest::addRow("%s: %s", name, pair.name)
                    << themeFor(id)[pair.front] << themeFor(id)[pair.back] << pair.least;
        }
    }
    void everyTextIsReadable()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, back);
        QFETCH(double, least);
        const double ratio = contrastRatio(front, back);
        qInfo("%s: %.1f", QTest::currentDataTag(), ratio);
        QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 is below %2").arg(ratio).arg(least)));
    }

    void theRatioIsTheOneOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    }

    void theThemeFollowsChoiceThenSystem()
    {
        QCOMPARE(resolveTheme(ThemeChoice::System, ThemeId::Dark), ThemeId::Dark);
        QCOMPARE(resolveTheme(ThemeChoice::Light, ThemeId::Dark), ThemeId::Light);
        QCOMPARE(resolveTheme(ThemeChoice::Contrast, ThemeId::Light), ThemeId::Contrast);
        QCOMPARE(systemTheme(QPalette(Qt::white)), ThemeId::Light);
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(20, 20, 20));
        dark.setColor(QPalette::WindowText, Qt::white);
        QCOMPARE(systemTheme(dark), ThemeId::Dark);
    }

    void thePortalsNumbersChooseTheTheme()
    {
        QCOMPARE(themeFromPortal(1, 0, ThemeId::Light), ThemeId::Dark);
        QCOMPARE(themeFromPortal(2, 0, ThemeId::Dark), ThemeId::Light);
        QCOMPARE(themeFromPortal(0, 0, ThemeId::Dark), ThemeId::Dark);
        QCOMPARE(themeFromPortal(1, 1, ThemeId::Light), ThemeId::Contrast);
    }

    void aChangeOfThemeReachesWidgetsAndPalette()
    {
        QWidget widget;
        changeTheme(*qApp, ThemeId::Dark);
        QCOMPARE(themeOf(&widget).id, ThemeId::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), themeFor(ThemeId::Dark)[Role::Canvas]);
        changeTheme(*qApp, ThemeId::Light);
        QCOMPARE(themeOf().id, ThemeId::Light);
    }

    void everyIconDrawsSomethingInItsColour()
    {
        for (int i = 1; i <= static_cast<int>(Icon::Stop); ++i) {
            const QImage image = iconPixmap(static_cast<Icon>(i), Qt::red, 16, 2).toImage();
            QCOMPARE(image.width(), 32);
            int coloured = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    coloured +=
                        image.pixelColor(x, y).alpha() > 128 && image.pixelColor(x, y).red() > 200 ? 1 : 0;
            }
            QVERIFY2(coloured > 20,
                     qPrintable(QStringLiteral("icon %1 draws %2 pixels").arg(i).arg(coloured)));
        }
    }

    void everyMarkHasAShapeAndAWord()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(upgrade::StepState::Gone); ++i) {
            const Mark mark = stateMark(static_cast<upgrade::StepState>(i));
            QVERIFY(mark.icon != Icon::None);
            QVERIFY(!words.contains(mark.word));
            words << mark.word;
        }
        for (const auto level :
             {UpdateLevel::Unknown, UpdateLevel::Regular, UpdateLevel::Recommended, UpdateLevel::Critical})
            QVERIFY(levelMark(level).icon != Icon::None && !levelMark(level).word.isEmpty());
        for (int i = 0; i <= static_cast<int>(InstanceStatus::ZoneMigrating); ++i) {
            const Mark mark = statusMark(static_cast<InstanceStatus>(i));
            QVERIFY(mark.icon != Icon::None && !mark.word.isEmpty());
        }
        QCOMPARE(statusMark(InstanceStatus::Unknown, QStringLiteral("Odd")).word, QStringLiteral("Odd"));
    }

    void onlyProductionAndStagingHaveTheirLine()
    {
        QVERIFY(environmentLook(Environment::Production).hasLine);
        QVERIFY(environmentLook(Environment::Staging).hasLine);
        QVERIFY(!environmentLook(Environment::Development).hasLine);
    }

    void stepsOfTypeGrowWithTheApplicationFont()
    {
        QCOMPARE(typeFont(Type::Small).pixelSize(), 11);
        QCOMPARE(scaled(42), 42);
        applyFonts(*qApp, 2.0);
        QCOMPARE(typeFont(Type::Small).pixelSize(), 22);
        QCOMPARE(typeFont(Type::Figure).pixelSize(), 40);
        QCOMPARE(scaled(42), 84);
        applyFonts(*qApp, 1.0);
    }

    void chineseIsAskedForByName()
    {
        QVERIFY(QApplication::font().families().contains(QStringLiteral("Noto Sans CJK SC")));
        QVERIFY(fixedFont().families().contains(QStringLiteral("Noto Sans Mono CJK SC")));
        QVERIFY(QApplication::font().styleStrategy() & QFont::PreferNoShaping);
    }

    void momentsAreNamedFromNow_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("text");
        QTest::newRow("later today") << thursday.addSecs(3 * 3600 + 28 * 60) << QStringLiteral("Today 18:00");
        QTest::newRow("after midnight")
            << thursday.addSecs(11 * 3600 + 28 * 60) << QStringLiteral("Tonight 02:00");
        QTest::newRow("tomorrow") << thursday.addSecs(20 * 3600 + 28 * 60)
                                  << QStringLiteral("Tomorrow 11:00");
        QTest::newRow("another day") << thursday.addDays(3) << QStringLiteral("22 Nov 14:32");
    }
    void momentsAreNamedFromNow()
    {
        QFETCH(QDateTime, when);
        QFETCH(QString, text);
        QCOMPARE(momentText(when, thursday, eight), text);
    }
    void afterMidnightTonightIsThisNight()
    {
        const QDateTime three = thursday.addSecs(12 * 3600 + 28 * 60); // Friday 03:00
        QCOMPARE(momentText(three.addSecs(3600), three, eight), QStringLiteral("Today 04:00"));
        QCOMPARE(momentText(three.addSecs(23 * 3600 + 1800), three, eight), QStringLiteral("Tomorrow 02:30"));
        QCOMPARE(momentInSentence(three.addSecs(23 * 3600 + 1800), three, eight),
                 QStringLiteral("tomorrow 02:30"));
    }

    void timesAreCountedInWords()
    {
        QCOMPARE(countdownText(thursday.addSecs(11 * 3600 + 28 * 60), thursday),
                 QStringLiteral("in 11 h 28 min"));
        QCOMPARE(countdownText(thursday.addSecs(250), thursday), QStringLiteral("in 4 min 10 s"));
        QCOMPARE(countdownText(thursday, thursday), QStringLiteral("now"));
        QCOMPARE(minutesText(thursday.addSecs(250), thursday), QStringLiteral("in 4 min"));
        QCOMPARE(minutesText(thursday.addSecs(20), thursday), QStringLiteral("in 1 min"));
        QCOMPARE(minutesText(thursday, thursday), QStringLiteral("now"));
        const QDateTime minute = QDateTime::fromString(QStringLiteral("2026-11-19T12:30:00Z"), Qt::ISODate);
        QCOMPARE(untilNextMinute(minute), std::chrono::milliseconds(60'000));
        QCOMPARE(untilNextMinute(minute.addMSecs(59'999)), std::chrono::milliseconds(1));
        QCOMPARE(unbroken(QStringLiteral("Sun 29 Nov · 18:00 UTC"), QStringLiteral(" · ")),
                 QStringLiteral("Sun\u00a029\u00a0Nov · 18:00\u00a0UTC"));
        QCOMPARE(withWholePercents(QStringLiteral("it is 87 % now")), QStringLiteral("it is 87\u00a0% now"));
        QCOMPARE(ageText(thursday.addSecs(-61), thursday), QStringLiteral("1 min ago"));
        QCOMPARE(ageText(thursday.addDays(-1), thursday), QStringLiteral("1 day ago"));
        QCOMPARE(ageText(thursday.addDays(-3), thursday), QStringLiteral("3 days ago"));
        QVERIFY(!isStale(thursday.addSecs(-3600), thursday));
        QVERIFY(isStale(thursday.addSecs(-3601), thursday));
        QCOMPARE(zoneText(thursday, eight), QStringLiteral("UTC+8"));
        QCOMPARE(zoneText(thursday, QTimeZone(-(3 * 3600 + 1800))), QStringLiteral("UTC-3:30"));
        QCOMPARE(zoneText(thursday, QTimeZone::utc()), QStringLiteral("UTC"));
    }
};

QTEST_MAIN(LookTest)
#include "tst_look.moc"
