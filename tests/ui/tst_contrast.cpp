// SPDX-License-Identifier: GPL-3.0-or-later
// Every control in every state, as it is painted: its texts against WCAG 2 (4.5), its edges, marks and focus
// rings against 1.4.11 (3.0). What whole windows paint is measured by scenes_contrast, the roles by tst_look.
#include "scenes/readability.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/field.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QTest>
#include <QVBoxLayout>

using namespace uplift;
using namespace uplift::scenes;
using namespace uplift::ui;

namespace {

enum class State { Normal, Hover, Pressed, Focus, Chosen, Disabled };
constexpr std::pair<State, const char *> states[] = {
    {State::Normal, "normal"}, {State::Hover, "hover"},   {State::Pressed, "pressed"},
    {State::Focus, "focus"},   {State::Chosen, "chosen"}, {State::Disabled, "disabled"}};
constexpr std::pair<ThemeId, const char *> themes[] = {
    {ThemeId::Light, "light"}, {ThemeId::Dark, "dark"}, {ThemeId::Contrast, "contrast"}};

QString words() { return QStringLiteral("Upgrade"); }

QWidget *button(const char *kind)
{
    auto *made = new QPushButton(words());
    setKind(made, kind);
    return made;
}

QWidget *list()
{
    auto *made = new QListView;
    made->setModel(new QStringListModel({words(), QStringLiteral("Hangzhou")}, made));
    return made;
}

QWidget *segments()
{
    auto *made = new Segmented;
    made->add(0, words())->setDot(Role::RedFill);
    made->add(1, QStringLiteral("Now"));
    return made;
}

QWidget *field(bool invalid)
{
    auto *made = new Field(QStringLiteral("&Name"), new QLineEdit(words()));
    made->setHelp(QStringLiteral("Shown in lists"));
    if (invalid)
        made->setError(QStringLiteral("The name is empty."));
    return made;
}

QWidget *note(NoteKind kind)
{
    auto *made = new Note(kind);
    made->setTitle(words());
    made->setText(QStringLiteral("There is no way back."));
    made->addWidget(new LinkButton(QStringLiteral("Release notes")));
    return made;
}

QWidget *placeholder(const char *kind)
{
    auto *made = new QLineEdit;
    made->setPlaceholderText(words());
    if (*kind)
        setKind(made, kind);
    return made;
}

template <class T> T *chosen(T *made)
{
    if (auto *check = qobject_cast<QAbstractButton *>(made)) {
        check->setCheckable(true);
        check->setChecked(true);
    }
    return made;
}

struct Control {
    const char *name;
    QWidget *(*make)();
};

const Control controls[] = {
    {"plain button", [] { return button("plain"); }},
    {"primary button", [] { return button("primary"); }},
    {"danger button", [] { return button("danger"); }},
    {"armed button", [] { return button("armed"); }},
    {"quiet button", [] { return button("quiet"); }},
    {"link", [] { return button("link"); }},
    {"check box", []() -> QWidget * { return new QCheckBox(words()); }},
    {"radio button", []() -> QWidget * { return new QRadioButton(words()); }},
    {"segments", segments},
    {"text field", []() -> QWidget * { return new QLineEdit(words()); }},
    {"placeholder", [] { return placeholder(""); }},
    {"search placeholder", [] { return placeholder("search"); }},
    {"field with help", [] { return field(false); }},
    {"field with error", [] { return field(true); }},
    {"combo box",
     []() -> QWidget * {
         auto *made = new QComboBox;
         made->addItem(words());
         return made;
     }},
    {"spin box", []() -> QWidget * { return new QSpinBox; }},
    {"text editor", []() -> QWidget * { return new QPlainTextEdit(words()); }},
    {"list", list},
    {"amber note", [] { return note(NoteKind::Amber); }},
    {"red note", [] { return note(NoteKind::Red); }},
    {"green note", [] { return note(NoteKind::Green); }},
    {"raised note", [] { return note(NoteKind::Raised); }},
    {"figure", []() -> QWidget * { return new Figure(QStringLiteral("≤ 30 s"), QStringLiteral("drop")); }},
    {"production tag", []() -> QWidget * { return new EnvironmentTag(Environment::Production); }},
    {"staging tag", []() -> QWidget * { return new EnvironmentTag(Environment::Staging); }},
    {"development tag", []() -> QWidget * { return new EnvironmentTag(Environment::Development); }},
    {"solid production tag",
     []() -> QWidget * { return new EnvironmentTag(Environment::Production, TagStyle::Solid); }},
    {"solid staging tag",
     []() -> QWidget * { return new EnvironmentTag(Environment::Staging, TagStyle::Solid); }},
    {"solid development tag",
     []() -> QWidget * { return new EnvironmentTag(Environment::Development, TagStyle::Solid); }},
};

/// The control and all in it, as if the user did that to it.
void put(QWidget &control, State state)
{
    QList<QWidget *> all{&control};
    all += control.findChildren<QWidget *>();
    for (QWidget *each : std::as_const(all)) {
        auto *pressable = qobject_cast<QAbstractButton *>(each);
        each->setAttribute(Qt::WA_UnderMouse, state == State::Hover || state == State::Pressed);
        if (pressable && state == State::Pressed)
            pressable->setDown(true);
        if (pressable && state == State::Chosen && pressable->isCheckable())
            pressable->setChecked(true);
        if (auto *view = qobject_cast<QAbstractItemView *>(each); view && state == State::Chosen)
            view->setCurrentIndex(view->model()->index(0, 0));
        if (auto *edit = qobject_cast<QLineEdit *>(each); edit && state == State::Chosen)
            edit->selectAll();
        if (auto *edit = qobject_cast<QPlainTextEdit *>(each); edit && state == State::Chosen)
            edit->selectAll();
    }
    if (state == State::Focus || state == State::Chosen)
        control.setFocus(Qt::TabFocusReason);
    control.setEnabled(state != State::Disabled);
}

/// Of a mark or an edge: the ratio of the colour that differs most from what most pixels have.
double strongest(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    const auto most = std::max_element(counts.cbegin(), counts.cend());
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = std::max(best, contrastRatio(QColor(it.key()), QColor(most.key())));
    return best;
}

} // namespace

class ContrastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }

    void everyStateOfEveryControlIsReadable_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("state");
        for (const auto &[theme, themeName] : themes) {
            for (const auto &[state, stateName] : states)
                QTest::addRow("%s, %s", themeName, stateName)
                    << static_cast<int>(theme) << static_cast<int>(state);
        }
    }
    void everyStateOfEveryControlIsReadable()
    {
        QFETCH(int, theme);
        QFETCH(int, state);
        changeTheme(*qApp, static_cast<ThemeId>(theme));
        QStringList faint;
        for (const Role ground : {Role::Canvas, Role::Raised, Role::Side}) {
            for (const Control &control : controls) {
                Surface window(ground);
                auto *column = new QVBoxLayout(&window);
                auto *other = new QPushButton(QStringLiteral("Other"));
                QWidget *made = control.make();
                column->addWidget(made);
                column->addWidget(other);
                window.show();
                other->setFocus();
                put(*made, static_cast<State>(state));
                const QList<PlacedText> texts = textsOf(window);
                QVERIFY2(texts.size() >= 2, control.name);
                Sightings sightings;
                addSightings(texts, window.grab().toImage(), sightings);
                const QStringList measured = ratios(sightings);
                for (const QString &line : measured)
                    qInfo("%s, %s: %s", QTest::currentDataTag(), control.name, qPrintable(line));
                for (const QString &line : tooFaint(sightings))
                    faint << QStringLiteral("%1: %2").arg(QString::fromLatin1(control.name), line);
            }
        }
        QVERIFY2(faint.isEmpty(), qPrintable(faint.join(u'\n')));
    }

    void marksEdgesAndRingsAreSeen_data()
    {
        QTest::addColumn<int>("theme");
        for (const auto &[theme, name] : themes)
            QTest::newRow(name) << static_cast<int>(theme);
    }
    /// Empty controls: all there is to see of them is their edge, their mark or their ring.
    void marksEdgesAndRingsAreSeen()
    {
        QFETCH(int, theme);
        changeTheme(*qApp, static_cast<ThemeId>(theme));
        const std::pair<const char *, QWidget *(*)()> bare[] = {
            {"text field", []() -> QWidget * { return new QLineEdit; }},
            {"combo box", []() -> QWidget * { return new QComboBox; }},
            {"plain button", []() -> QWidget * { return new QPushButton; }},
            {"check box", []() -> QWidget * { return new QCheckBox; }},
            {"chosen check box", []() -> QWidget * { return chosen(new QCheckBox); }},
            {"radio button", []() -> QWidget * { return new QRadioButton; }},
            {"chosen radio button", []() -> QWidget * { return chosen(new QRadioButton); }}};
        for (const auto &[name, make] : bare) {
            for (const bool focused : {false, true}) {
                Surface window(Role::Canvas);
                auto *column = new QVBoxLayout(&window);
                QWidget *made = make();
                auto *other = new QLineEdit;
                column->addWidget(made);
                column->addWidget(other);
                window.show();
                (focused ? made : other)->setFocus(Qt::TabFocusReason);
                const QImage all = window.grab().toImage();
                const double ratio = strongest(all.copy(made->geometry()));
                qInfo("%s, %s%s: %.1f", QTest::currentDataTag(), name, focused ? " with focus" : "", ratio);
                QVERIFY2(ratio >= 3, name);
            }
        }
    }

    void menusAreReadable_data() { marksEdgesAndRingsAreSeen_data(); }
    void menusAreReadable()
    {
        QFETCH(int, theme);
        changeTheme(*qApp, static_cast<ThemeId>(theme));
        QMenu menu;
        QAction *chosenAction = menu.addAction(QStringLiteral("&Refresh\tF5"));
        menu.addAction(QStringLiteral("Not now"))->setEnabled(false);
        menu.popup({});
        menu.setActiveAction(chosenAction);
        Sightings sightings;
        addSightings(textsOf(menu), menu.grab().toImage(), sightings);
        const QStringList measured = ratios(sightings);
        for (const QString &line : measured)
            qInfo("%s, menu: %s", QTest::currentDataTag(), qPrintable(line));
        QVERIFY(measured.size() >= 2);
        QVERIFY2(tooFaint(sightings).isEmpty(), qPrintable(tooFaint(sightings).join(u'\n')));
        menu.close();
    }
};

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
