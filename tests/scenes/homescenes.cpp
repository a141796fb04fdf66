// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/scenes.h"

#include "ui/help/helpdialog.h"
#include "ui/log/logdialog.h"
#include "ui/noanswerdialog.h"
#include "ui/program.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/homeflow.h"
#include "ui/window/noticebar.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <array>

namespace uplift::scenes {

namespace {

constexpr qint64 someProcess = 41233;

/// As by keys into its field of search.
void searchIn(Stage &stage, const QWidget &dialog, const char *field, const QString &words)
{
    auto *search = dialog.findChild<QLineEdit *>(QString::fromLatin1(field));
    if (!search)
        throw tour::Stopped{QStringLiteral("there is no field %1").arg(QString::fromLatin1(field))};
    QTest::keyClicks(search, words);
    stage.driver().settle();
}

ui::SettingsDialog &settings(Stage &stage)
{
    stage.driver().trigger("actionSettings");
    auto *dialog = qobject_cast<ui::SettingsDialog *>(tour::frontDialog(stage.driver(), "the settings"));
    if (!dialog)
        throw tour::Stopped{QStringLiteral("something else stands before the settings")};
    return *dialog;
}

/// With the section at the upper edge, as far as there is something below it.
template <int which> void settingsSection(Stage &stage)
{
    const ui::SettingsDialog &dialog = settings(stage);
    const auto sections = dialog.findChildren<ui::SettingSection *>();
    if (which >= sections.size())
        throw tour::Stopped{QStringLiteral("there is no section %1 of the settings").arg(which + 1)};
    auto *area = dialog.findChild<QScrollArea *>(QStringLiteral("settingsScroll"));
    area->verticalScrollBar()->setValue(sections.at(which)->y());
    stage.driver().settle();
}

ui::HelpDialog &help(Stage &stage, const char *topic)
{
    stage.window().home()->showHelp(QString::fromLatin1(topic));
    stage.driver().settle();
    const QList<QWidget *> all = stage.shown();
    for (QWidget *each : all) {
        auto *dialog = qobject_cast<ui::HelpDialog *>(each);
        if (dialog && dialog->topic() == QLatin1String(topic))
            return *dialog;
    }
    throw tour::Stopped{QStringLiteral("the help does not show %1").arg(QString::fromLatin1(topic))};
}

template <int which> void helpTopic(Stage &stage)
{
    static constexpr std::array topics{"upgrade", "clients", "states", "errors", "keys"};
    (void)help(stage, topics[which]);
}

ui::LogDialog &log(Stage &stage)
{
    stage.driver().trigger("actionLog");
    auto *dialog = qobject_cast<ui::LogDialog *>(tour::frontDialog(stage.driver(), "the log"));
    if (!dialog)
        throw tour::Stopped{QStringLiteral("something else stands before the log")};
    stage.driver().waitFor("its lines", [dialog] { return !dialog->shownText().isEmpty(); });
    return *dialog;
}

void noAnswer(Stage &stage)
{
    (new ui::NoAnswerDialog(ui::noAnswer(someProcess)))->open();
    (void)tour::frontDialog(stage.driver(), "what is said of the other one");
}

/// Whatever is on show, the sentence is seen.
void noAnswerNotice(Stage &stage)
{
    const Error error = ui::noAnswer(someProcess);
    stage.window().showError(error);
    stage.driver().waitFor("the notice", [&] {
        const auto bars = stage.window().findChildren<ui::NoticeBar *>();
        return std::any_of(bars.begin(), bars.end(), [&](const ui::NoticeBar *bar) {
            return bar->isVisible() && bar->text().contains(error.message);
        });
    });
}

} // namespace

QList<Scene> homeScenes()
{
    return {
        {"settings-appearance", settingsSection<0>},
        {"settings-list", settingsSection<1>},
        {"settings-notifications", settingsSection<2>},
        {"settings-network", settingsSection<3>},
        {"settings-keys", settingsSection<4>},
        {"settings-journal", settingsSection<5>},
        {"settings-practice", settingsSection<6>},
        {"settings-search",
         [](Stage &stage) { searchIn(stage, settings(stage), "settingsSearch", QStringLiteral("SSH")); }},
        {"settings-none",
         [](Stage &stage) {
             searchIn(stage, settings(stage), "settingsSearch", QStringLiteral("telemetry"));
         }},
        {"help-upgrade", helpTopic<0>},
        {"help-clients", helpTopic<1>},
        {"help-states", helpTopic<2>},
        {"help-errors", helpTopic<3>},
        {"help-keys", helpTopic<4>},
        {"help-search",
         [](Stage &stage) { searchIn(stage, help(stage, "impact"), "helpSearch", QStringLiteral("Redis")); }},
        {"help-none",
         [](Stage &stage) {
             searchIn(stage, help(stage, "upgrade"), "helpSearch", QStringLiteral("telemetry"));
         }},
        {"log", [](Stage &stage) { (void)log(stage); }},
        {"log-none",
         [](Stage &stage) { searchIn(stage, log(stage), "logSearch", QStringLiteral("telemetry")); }},
        {"about",
         [](Stage &stage) {
             stage.driver().trigger("actionAbout");
             (void)tour::frontDialog(stage.driver(), "what the program says of itself");
         }},
        {"no-answer", noAnswer},
        {"no-answer-notice", noAnswerNotice},
    };
}

} // namespace uplift::scenes
