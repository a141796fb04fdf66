// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/misfits.h"
#include "scenes/readability.h"
#include "ui/look/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollform.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace uplift;
using namespace uplift::scenes;
using uplift::ui::ElideLabel;
using uplift::ui::TextLabel;
using uplift::ui::WrapLabel;

namespace {

const QString sentence = QStringLiteral("The data is copied to new servers.");

/// Paints a text as a delegate would, into a rectangle that is too small for it.
class OwnPainting : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.drawText(QRect(0, 0, 60, height()), Qt::AlignLeft | Qt::AlignVCenter, sentence);
    }
};

/// A window 400 px wide in which everything fits, until a test spoils it.
struct Window {
    Window()
    {
        root.setObjectName(QStringLiteral("window"));
        root.resize(400, 300);
        auto *column = new QVBoxLayout(&root);
        column->addWidget(new TextLabel(sentence));
        column->addWidget(new QPushButton(QStringLiteral("&Upgrade now…")));
        column->addWidget(new QCheckBox(QStringLiteral("Its clients reconnect by themselves")));
        column->addStretch();
    }
    template <class T> T *add(T *widget, const QRect &place)
    {
        widget->setParent(&root);
        widget->setGeometry(place);
        return widget;
    }
    QStringList misfits(const Expectations &expectations = {})
    {
        root.show();
        if (!QTest::qWaitForWindowExposed(&root))
            return {QStringLiteral("no window")};
        return scenes::misfits(root, textsOf(root), expectations);
    }
    ui::Surface root{ui::Role::Canvas};
};

} // namespace

#define FINDS_ONE(found, words)                                                                              \
    do {                                                                                                     \
        const QStringList all = (found);                                                                     \
        QVERIFY2(all.size() == 1 && all.first().contains(QStringLiteral(words)),                             \
                 qPrintable(all.join(u'\n')));                                                               \
    } while (false)

/// The check that stands for the eyes of the user must itself be able to fail.
class MisfitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ui::applyLook(*qApp, ui::ThemeId::Light); }

    void nothingIsFoundWhereAllFits()
    {
        Window window;
        const QStringList found = window.misfits({{400, 300}, {}, {}});
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
    void aClippedLabelIsFound()
    {
        Window window;
        window.add(new TextLabel(sentence), {10, 150, 80, 20});
        FINDS_ONE(window.misfits(), "px of width");
    }
    void aLabelWithTooFewLinesIsFound()
    {
        Window window;
        window.add(new WrapLabel(sentence + sentence + sentence), {10, 150, 200, 20});
        const QStringList found = window.misfits();
        QVERIFY(!found.isEmpty() && found.first().contains(QStringLiteral("upper or lower edge")));
    }
    void wordsMarkedInADocumentAreNoMisfit()
    {
        Window window;
        auto *edit = window.add(new QTextEdit(sentence), {10, 110, 380, 60});
        QTextEdit::ExtraSelection mark;
        mark.cursor = edit->document()->find(QStringLiteral("copied"));
        QVERIFY(!mark.cursor.isNull());
        mark.format.setForeground(Qt::red);
        edit->setExtraSelections({mark});
        const QStringList found = window.misfits();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        const QList<PlacedText> texts = textsOf(window.root);
        QVERIFY(std::any_of(texts.begin(), texts.end(), [&](const PlacedText &text) {
            return text.widget == edit->viewport() && text.drawn.color == QColor(Qt::red);
        }));
    }
    void aNarrowButtonIsFound()
    {
        Window window;
        window.add(new QPushButton(QStringLiteral("Show the request")), {10, 150, 60, 30});
        FINDS_ONE(window.misfits(), "px of width");
    }
    void aNarrowCheckBoxIsFound()
    {
        Window window;
        window.add(new QCheckBox(sentence), {10, 150, 90, 30});
        FINDS_ONE(window.misfits(), "px of width");
    }
    void aLongPlaceholderIsFound()
    {
        Window window;
        auto *edit = window.add(new QLineEdit, {10, 150, 120, 30});
        edit->setPlaceholderText(sentence);
        const QStringList found = window.misfits();
        QVERIFY2(found.size() == 1, qPrintable(found.join(u'\n')));
    }
    void typedTextMayScroll()
    {
        Window window;
        window.add(new QLineEdit(sentence + sentence), {10, 150, 120, 30});
        const QStringList found = window.misfits();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
    void aNarrowHeadIsFound()
    {
        Window window;
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({QStringLiteral("Maintenance window"), QStringLiteral("Age")});
        auto *table = window.add(new QTableView, {10, 150, 380, 100});
        table->setModel(&model);
        table->verticalHeader()->hide();
        table->horizontalHeader()->resizeSection(0, 50);
        const QStringList found = window.misfits();
        QVERIFY2(!found.isEmpty() && found.first().contains(QStringLiteral("Maintenance")),
                 qPrintable(found.join(u'\n')));
    }
    void whatADelegatePaintsIsSeenToo()
    {
        Window window;
        window.add(new OwnPainting, {10, 150, 380, 20});
        FINDS_ONE(window.misfits(), "px of width");
    }
    void anElidedNameIsAllowedAndAnElidedSentenceIsNot()
    {
        Expectations expectations;
        expectations.names = {QStringLiteral("orders-cache-of-the-whole-of-europe")};
        Window window;
        window.add(new ElideLabel(expectations.names.first()), {10, 150, 100, 20});
        QStringList found = window.misfits(expectations);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        window.add(new ElideLabel(sentence), {10, 180, 100, 20})->show();
        FINDS_ONE(window.misfits(expectations), "is elided");
    }
    void anElidedIdIsFound()
    {
        Window window;
        window.add(new ElideLabel(QStringLiteral("r-bp1zxszhcgatnx4b2c")), {10, 150, 80, 20});
        FINDS_ONE(window.misfits({{}, {QStringLiteral("orders-cache")}, {}}), "is elided");
    }
    void controlsOverEachOtherAreFound()
    {
        Window window;
        window.add(new QLineEdit, {10, 150, 120, 30});
        window.add(new QComboBox, {100, 150, 120, 30});
        FINDS_ONE(window.misfits(), "overlap");
    }
    void aControlOutsideItsWindowIsFound()
    {
        Window window;
        window.add(new QLineEdit, {350, 150, 120, 30});
        FINDS_ONE(window.misfits(), "at the side");
    }
    void aControlThatScrollsIntoViewIsNot()
    {
        Window window;
        auto *area = window.add(new QScrollArea, {10, 150, 300, 80});
        auto *content = new QWidget;
        content->setFixedSize(200, 400);
        auto *low = new QLineEdit(content);
        low->setGeometry(10, 300, 100, 30);
        area->setWidget(content);
        QStringList found = window.misfits();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        low->setGeometry(250, 10, 100, 30);
        content->setFixedSize(200, 60);
        FINDS_ONE(window.misfits(), "at the side");
    }
    void whatAContentWiderThanItsPaneCutsIsFound()
    {
        Window window;
        auto *area = window.add(new QScrollArea, {10, 150, 300, 80});
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        auto *content = new QWidget;
        content->setFixedSize(320, 60);
        auto *wide = new QLineEdit(content);
        wide->setGeometry(10, 10, 308, 30);
        area->setWidget(content);
        FINDS_ONE(window.misfits(), "at the side");
    }
    void aWindowLargerThanTheScreenIsFound()
    {
        Window window;
        FINDS_ONE(window.misfits({{390, 300}, {}, {}}), "larger than the screen");
    }
    void ourOwnTextsWithAnEllipsisAreKnown_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("elided");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("Quit…")
                                 << QStringLiteral("Nothing is runn…");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QString() << QStringLiteral("没有正在…");
    }
    void ourOwnTextsWithAnEllipsisAreKnown()
    {
        QFETCH(QString, language);
        QFETCH(QString, elided);
        const QList<QRegularExpression> own = ownEllipses(language);
        QVERIFY(own.size() > 20);
        for (const QRegularExpression &each : own)
            QVERIFY2(!each.match(elided).hasMatch(), qPrintable(each.pattern()));
    }
    void faintTextIsFound()
    {
        Window window;
        auto *faint = window.add(new QLabel(sentence), {10, 150, 300, 20});
        QPalette colors = faint->palette();
        colors.setColor(QPalette::WindowText, QColor(0x90, 0x90, 0x90));
        faint->setPalette(colors);
        QVERIFY(window.misfits().isEmpty());
        Sightings sightings;
        addSightings(textsOf(window.root), window.root.grab().toImage(), sightings);
        QVERIFY(ratios(sightings).size() >= 2);
        FINDS_ONE(tooFaint(sightings), "#909090 on #ffffff");
    }
};

QTEST_MAIN(MisfitsTest)
#include "tst_misfits.moc"
