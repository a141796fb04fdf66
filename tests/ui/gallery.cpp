// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every piece of the look with sample data and saves pictures: ui_gallery <folder> [font scale]
// [family].
#include "sampledata.h"
#include "ui/form/quiethourchart.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/instances/instancetable.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/progressbar.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTest>
#include <QTextStream>

#include <cmath>

using namespace uplift;
using namespace uplift::ui;

namespace {

QString t(const char *text) { return QString::fromUtf8(text); }

QWidget *makeTablePane(QWidget *parent, bool wide)
{
    auto *pane = new Surface(Role::Canvas, parent);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new PaneHeader(t("All instances"));
    header->setNote(t("128"));
    auto *search = new QLineEdit;
    search->setPlaceholderText(t("Filter by name, id, tag, version"));
    search->setProperty("kind", t("search"));
    search->addAction(icon(Icon::Search, Role::Text2), QLineEdit::LeadingPosition);
    search->setFixedWidth(wide ? 234 : 190);
    header->addWidget(search);
    header->addTool(Icon::Refresh, t("Refresh (F5)"));
    column->addWidget(header);
    auto *model = new InstanceModel(pane);
    model->setNow(sample::now(), sample::zone());
    model->setRows(sample::rows());
    auto *filter = new InstanceFilter(model, pane);
    auto *table = new InstanceTable(filter);
    table->setEditionShown(wide);
    column->addWidget(table);
    table->selectKey(sample::rows().first().key());
    return pane;
}

void fillForm(ScrollForm *form)
{
    QVBoxLayout *column = form->column();
    auto *facts = new FactRows;
    facts->add(t("Account"), t("Retail production"));
    facts->add(t("Region"), t("China (Hangzhou)"));
    facts->add(t("Instance"), new CopyLabel(t("r-bp1zxszhcgatnx4b2c"), t("instance id")));
    column->addWidget(facts);
    form->addHairline();
    auto *combo = new QComboBox;
    combo->addItems({t("7.0.1.14  (latest)"), t("7.0.1.12")});
    combo->setFont(typeFont(Type::Body, QFont::DemiBold));
    column->addWidget(new Field(t("&Upgrade to"), combo));
    auto *note = new Note;
    note->setText(t("7.0.1.14: fixes a replica that could stop syncing after a proxy restart."));
    note->addWidget(new LinkButton(t("Release notes of 6 versions")));
    column->addWidget(note);
    form->addHairline();
    column->addWidget(new TextLabel(t("When"), Type::Body, Role::Text, QFont::DemiBold));
    auto *moment = new Segmented;
    moment->add(0, t("Maintenance window"));
    moment->add(1, t("Now"));
    column->addWidget(moment);
    column->addWidget(new TextLabel(t("Tonight 02:00 – 06:00"), Type::Body, Role::Text, QFont::DemiBold));
    column->addWidget(new WrapLabel(t("Fri 20 Nov, your time (UTC+8) · 18:00 – 22:00 UTC, Thu 19 Nov"),
                                    Type::Note, Role::Text2));
    form->addHairline();
    auto *figures = new QHBoxLayout;
    figures->addWidget(new Figure(t("≤ 30 s"), t("connections drop")));
    figures->addWidget(new Figure(t("≤ 60 s"), t("read-only")));
    figures->addWidget(new Figure(t("By data size"), t("copy time, no effect")));
    column->addLayout(figures);
    column->addWidget(new WrapLabel(
        t("The data is copied to new servers while this instance goes on serving. Then the address "
          "moves: connections break, and writes fail while it is read-only."),
        Type::Note, Role::Text2));
    column->addWidget(new LinkButton(t("Documented bounds, worst case. 3 sources")));
    column->addStretch();
}

QWidget *makeFormPane(QWidget *parent, bool wide)
{
    auto *pane = new Surface(Role::Canvas, parent);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new PaneHeader(t("orders-cache"));
    header->setEnvironment(Environment::Production);
    header->addTool(Icon::Bookmark, t("Save as profile"));
    header->addTool(Icon::Info, t("Details"));
    column->addWidget(header);
    auto *form = new ScrollForm;
    fillForm(form);
    column->addWidget(form, 1);
    auto *foot = new PinnedFoot;
    auto *checks = new QHBoxLayout;
    checks->addWidget(new IconLabel(Icon::Warning, Role::Amber));
    checks->addWidget(new TextLabel(t("5 checks passed, 1 to read"), Type::Note, Role::Text2, QFont::Medium),
                      1);
    checks->addWidget(new LinkButton(t("Show the request")));
    foot->column()->addLayout(checks);
    auto *clients = new QCheckBox(t("Its clients reconnect by themselves"));
    clients->setChecked(true);
    foot->column()->addWidget(clients);
    auto *primary = new QPushButton(wide ? t("Upgrade orders-cache in the window (tonight 02:00)…")
                                         : t("Upgrade in the window (tonight 02:00)…"));
    setKind(primary, "primary");
    foot->column()->addWidget(primary);
    column->addWidget(foot);
    return pane;
}

QWidget *makeWindow(const QSize &size)
{
    const bool wide = size.width() >= 1200;
    auto *window = new Surface(Role::Canvas, nullptr);
    auto *column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *sidebar = new Sidebar;
    sidebar->setContent(sample::sidebar());
    sidebar->setFolded(!wide);
    middle->addWidget(sidebar);
    auto *split = new QSplitter;
    split->addWidget(makeTablePane(split, wide));
    QWidget *form = makeFormPane(split, wide);
    split->addWidget(form);
    form->setFixedWidth(wide ? 424 : 368);
    middle->addWidget(split, 1);
    column->addLayout(middle, 1);
    auto *strip = new Strip;
    strip->setItems(wide ? sample::strip().mid(0, 4) : sample::strip().mid(0, 4));
    strip->setMaximum(wide ? 4 : 2);
    strip->setHealth({Icon::Tick, Role::Green, {}, Role::Text3}, t("3 accounts answer"));
    strip->setNow(sample::now(), sample::zone());
    column->addWidget(strip);
    window->resize(size);
    return window;
}

QWidget *buttons(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *grid = new QGridLayout(box);
    int row = 0;
    for (const char *kind : {"plain", "primary", "danger", "armed", "quiet", "link"}) {
        auto *button = new QPushButton(t("Upgrade…"));
        setKind(button, kind);
        grid->addWidget(button, row, 0);
        auto *disabled = new QPushButton(t("Disabled"));
        setKind(disabled, kind);
        disabled->setEnabled(false);
        grid->addWidget(disabled, row, 1);
        auto *withIcon = new QPushButton(icon(Icon::External, Role::Text2), t("Console"));
        setKind(withIcon, kind);
        grid->addWidget(withIcon, row++, 2);
    }
    return box;
}

void fillFields(QVBoxLayout *column)
{
    auto *name = new QLineEdit(t("Retail production"));
    auto *nameField = new Field(t("&Name"), name);
    nameField->setHelp(t("Shown in lists and on change tickets"));
    column->addWidget(nameField);
    auto *id = new QLineEdit(t("r-bp1ZXSZHCGATNX4B2"));
    id->setFont(fixedFont());
    auto *idField = new Field(t("&Instance"), id);
    idField->setError(t("No such instance in China (Hangzhou). Ids are lower case."),
                      new QPushButton(t("Look in all regions")));
    column->addWidget(idField);
    auto *environment = new Segmented;
    environment->add(0, t("Production"))->setDot(Role::RedFill);
    environment->add(1, t("Staging"))->setDot(Role::Violet);
    environment->add(2, t("Development"))->setDot(Role::Text3);
    column->addWidget(new Field(t("&Environment"), environment));
    auto *combo = new QComboBox;
    combo->addItem(icon(Icon::Key, Role::Red), t("Retail production"));
    column->addWidget(new Field(t("&Account"), combo));
    auto *disabled = new QLineEdit(t("disabled"));
    disabled->setEnabled(false);
    column->addWidget(disabled);
    auto *spin = new QSpinBox;
    spin->setSuffix(t(" s"));
    column->addWidget(spin, 0, Qt::AlignLeft);
    auto *text = new QPlainTextEdit(t("Notes"));
    text->setFixedHeight(60);
    column->addWidget(text);
    for (const bool on : {true, false}) {
        auto *check = new QCheckBox(t("any upgrade fails or ends unchanged"));
        check->setChecked(on);
        column->addWidget(check);
        auto *radio = new QRadioButton(t("I do not know yet: go on asking every minute"));
        radio->setAutoExclusive(false);
        radio->setChecked(on);
        column->addWidget(radio);
    }
}

QWidget *makePieces()
{
    auto *window = new Surface(Role::Canvas, nullptr);
    auto *row = new QHBoxLayout(window);
    row->setContentsMargins(24, 24, 24, 24);
    row->setSpacing(24);
    auto *left = new QVBoxLayout;
    left->addWidget(buttons(window));
    for (const NoteKind kind : {NoteKind::Amber, NoteKind::Red, NoteKind::Green, NoteKind::Raised}) {
        auto *note = new Note(kind);
        note->setTitle(t("Rejected: this key may not upgrade this instance"));
        note->setText(t("There is no way back to 7.0.1.8. Before the switch begins it can usually be "
                        "cancelled or moved."));
        left->addWidget(note);
    }
    left->addStretch();
    row->addLayout(left, 1);
    auto *middle = new QVBoxLayout;
    fillFields(middle);
    middle->addStretch();
    row->addLayout(middle, 1);
    auto *right = new QVBoxLayout;
    for (const Environment environment :
         {Environment::Production, Environment::Staging, Environment::Development}) {
        right->addWidget(new EnvironmentTag(environment));
        right->addWidget(new EnvironmentTag(environment, TagStyle::Solid));
    }
    auto *bar = new ProgressBar;
    bar->setPercent(62);
    right->addWidget(bar);
    auto *icons = new QGridLayout;
    icons->setSpacing(6);
    for (int i = 1; i <= static_cast<int>(Icon::Stop); ++i) {
        icons->addWidget(new IconLabel(static_cast<Icon>(i), Role::Text2, 16), (i - 1) / 8 * 2, (i - 1) % 8);
        icons->addWidget(new IconLabel(static_cast<Icon>(i), Role::Accent, 32), (i - 1) / 8 * 2 + 1,
                         (i - 1) % 8);
    }
    right->addLayout(icons);
    auto *menu = new QMenu(window);
    menu->addAction(icon(Icon::Refresh), t("&Refresh\tF5"));
    menu->addAction(t("Upgrade by instance &id…\tCtrl+N"))->setEnabled(false);
    menu->addSeparator();
    QAction *checked = menu->addAction(t("&Sidebar\tCtrl+B"));
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addMenu(t("&Help"));
    menu->setActiveAction(checked);
    menu->setWindowFlags(Qt::Widget);
    right->addWidget(menu);
    menu->show();
    right->addStretch();
    row->addLayout(right, 1);
    window->resize(1100, 860);
    return window;
}

/// A week of shop traffic in UTC+8: high in the evening, low at night.
upgrade::LoadProfile shopTraffic(int days)
{
    QList<upgrade::LoadSample> samples;
    for (QDateTime at = sample::now().addDays(-days); at <= sample::now(); at = at.addSecs(600)) {
        const QTime local = at.toTimeZone(sample::zone()).time();
        const double hour = local.hour() + local.minute() / 60.0;
        samples.append({at, 45 - 35 * std::cos((hour - 4) * M_PI / 12) + (local.hour() == 21 ? 40 : 0)});
    }
    return upgrade::profileOf(samples, sample::zone(), sample::now());
}

QWidget *makeCharts()
{
    auto *window = new Surface(Role::Canvas, nullptr);
    auto *column = new QVBoxLayout(window);
    column->setSpacing(16);
    const auto add = [column](int width, const char *begin, Moment moment, int days) {
        auto *chart = new QuietHourChart;
        QuietHourFacts facts;
        facts.profile = shopTraffic(days);
        facts.moment = moment;
        const QDateTime start = QDateTime::fromString(t(begin), Qt::ISODate);
        const int hours = moment == Moment::Now ? 1 : 4;
        facts.present = WindowSpan{start, start.addSecs(hours * 3600)};
        facts.hours =
            upgrade::quietHours(facts.profile, {facts.present, std::chrono::hours(hours), sample::now()});
        chart->setFacts(facts);
        chart->setFixedWidth(width);
        column->addWidget(new WrapLabel(quietHourSentence(facts), Type::Note, Role::Text2));
        column->addWidget(chart);
    };
    add(392, "2026-11-19T18:00:00Z", Moment::MaintenanceWindow, 7);
    add(392, "2026-11-19T12:00:00Z", Moment::MaintenanceWindow, 7);
    add(340, "2026-11-19T14:00:00Z", Moment::MaintenanceWindow, 7);
    add(340, "2026-11-19T06:32:00Z", Moment::Now, 7);
    add(340, "2026-11-19T18:00:00Z", Moment::MaintenanceWindow, 1);
    column->addStretch();
    window->resize(424, 680);
    return window;
}

void savePopup(const QString &path)
{
    QComboBox combo;
    for (const char *region : {"China (Hangzhou)", "China (Shanghai)", "China (Beijing)", "Singapore"})
        combo.addItem(t(region));
    combo.show();
    combo.showPopup();
    QTest::qWait(50);
    QTextStream(stdout) << (combo.view()->window()->grab().save(path) ? "saved " : "could not save ") << path
                        << '\n';
    combo.hidePopup();
}

void save(QWidget *window, const QString &path)
{
    window->setAttribute(Qt::WA_DontShowOnScreen);
    window->show();
    QTest::qWait(50);
    QTextStream(stdout) << (window->grab().save(path) ? "saved " : "could not save ") << path << '\n';
    delete window;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.size() > 1 ? arguments.at(1) : QDir::currentPath());
    applyLook(application, ThemeId::Light, arguments.size() > 2 ? arguments.at(2).toDouble() : 1.0);
    if (arguments.size() > 3) {
        QFont font = QApplication::font();
        font.setFamilies({arguments.at(3), t("Noto Sans CJK SC")});
        QApplication::setFont(font);
    }
    const QList<std::pair<ThemeId, QString>> themes{
        {ThemeId::Light, t("light")}, {ThemeId::Dark, t("dark")}, {ThemeId::Contrast, t("contrast")}};
    for (const auto &[theme, name] : themes) {
        changeTheme(application, theme);
        save(makeWindow({1366, 768}), folder.filePath(t("main-%1.png").arg(name)));
        save(makeWindow({1024, 600}), folder.filePath(t("main-1024-%1.png").arg(name)));
        save(makePieces(), folder.filePath(t("pieces-%1.png").arg(name)));
        save(makeCharts(), folder.filePath(t("quiethour-%1.png").arg(name)));
        savePopup(folder.filePath(t("popup-%1.png").arg(name)));
    }
    return 0;
}
