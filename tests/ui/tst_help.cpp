// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/erroradvice.h"
#include "core/errortext.h"
#include "ui/help/helpdialog.h"
#include "ui/help/helplink.h"
#include "ui/help/helptopics.h"
#include "ui/help/helpview.h"
#include "ui/language.h"
#include "ui/look/style.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>

using namespace uplift;
using namespace uplift::ui;

/// The help is there in both languages, hangs together, and is found by words.
class HelpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyTopicIsWrittenInBothLanguages();
    void bothLanguagesSayTheSameThings();
    void everyLinkLeadsSomewhere_data() { languages(); }
    void everyLinkLeadsSomewhere();
    void everyErrorCodeIsExplained_data() { languages(); }
    void everyErrorCodeIsExplained();
    void noBlankStandsBetweenChineseWords();
    void everyTopicIsFoundByItsWords_data() { languages(); }
    void everyTopicIsFoundByItsWords();
    void aWordIsMarkedAndEnterGoesOn();
    void aWordThatNoTopicHoldsIsSaid();
    void aLinkIsFollowedAndLeftAgain();
    void aSentenceThatNamesATopicLinksToIt_data() { languages(); }
    void aSentenceThatNamesATopicLinksToIt();
    void whatIsForeignIsShownAsItIs();
    void theThemeIsFollowed();

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN");
    }
    [[nodiscard]] QList<HelpTopic> topics() const
    {
        return helpTopics(m_advice, {{QStringLiteral("Ctrl+R, F5"), QStringLiteral("Refresh")}});
    }
    [[nodiscard]] static QStringList linksIn(const QString &markdown)
    {
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)\\s]+)\\)"));
        QStringList links;
        for (auto it = link.globalMatch(markdown); it.hasNext();)
            links.append(it.next().captured(1));
        return links;
    }
    template <class T> static T *find(const HelpDialog &dialog, const char *name)
    {
        return dialog.findChild<T *>(QString::fromLatin1(name));
    }

    Language m_language;
    cloud::ErrorAdvice m_advice;
};

void HelpTest::init()
{
    m_language.apply(QStringLiteral("en"));
    applyLook(*qApp, ThemeId::Light);
    m_advice = cloud::ErrorAdvice::fromResource();
}

void HelpTest::everyTopicIsWrittenInBothLanguages()
{
    static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
    for (const QString &id : writtenTopics()) {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
            QFile file(QStringLiteral(":/uplift/help/%1/%2.md").arg(language, id));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QString text = QString::fromUtf8(file.readAll());
            QVERIFY2(text.startsWith(QLatin1String("# ")), qPrintable(file.fileName()));
            QVERIFY2(text.size() > 150, qPrintable(file.fileName()));
            QVERIFY2(text.contains(chinese) == (language == QLatin1String("zh_CN")),
                     qPrintable(file.fileName()));
        }
    }
    m_language.apply(QStringLiteral("zh_CN"));
    for (const HelpTopic &topic : topics())
        QVERIFY2(!topic.title.isEmpty() && !topic.markdown.isEmpty(), qPrintable(topic.id));
}

void HelpTest::bothLanguagesSayTheSameThings()
{
    static const QRegularExpression heading(QStringLiteral("^#+ "), QRegularExpression::MultilineOption);
    static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
    for (const QString &id : writtenTopics()) {
        QList<int> headings;
        QList<QSet<QString>> wires;
        QList<QStringList> links;
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
            QFile file(QStringLiteral(":/uplift/help/%1/%2.md").arg(language, id));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            headings.append(static_cast<int>(text.count(heading)));
            QSet<QString> wire;
            for (auto it = code.globalMatch(text); it.hasNext();)
                wire.insert(it.next().captured(1));
            wires.append(wire);
            links.append(linksIn(text));
            links.last().sort();
        }
        QVERIFY2(headings.at(0) == headings.at(1), qPrintable(id));
        QVERIFY2(links.at(0) == links.at(1), qPrintable(id));
        // Names on the wire and of programs are the same in any language.
        const QSet<QString> missing = wires.at(0) - wires.at(1);
        QVERIFY2(missing.isEmpty(),
                 qPrintable(id + QLatin1Char(' ') + missing.values().join(QLatin1Char(' '))));
    }
}

void HelpTest::everyLinkLeadsSomewhere()
{
    QFETCH(QString, language);
    m_language.apply(language);
    QStringList ids;
    for (const HelpTopic &topic : topics())
        ids.append(topic.id);
    int links = 0;
    for (const HelpTopic &topic : topics()) {
        for (const QString &link : linksIn(topic.markdown)) {
            const QString to = topicOfLink(link);
            QVERIFY2(to.isEmpty() ? link.startsWith(QLatin1String("https://")) : ids.contains(to),
                     qPrintable(topic.id + QStringLiteral(": ") + link));
            ++links;
        }
    }
    QVERIFY(links > 5);
}

void HelpTest::everyErrorCodeIsExplained()
{
    QFETCH(QString, language);
    m_language.apply(language);
    HelpView view;
    view.showMarkdown(errorsTopic(m_advice).markdown);
    const QString text = view.toPlainText();
    QVERIFY(m_advice.rows().size() > 20);
    for (const cloud::Advice &row : m_advice.rows()) {
        for (const QString &code : row.codes)
            QVERIFY2(text.contains(code), qPrintable(code));
        cloud::ApiError error;
        error.code = row.codes.constFirst();
        error.httpStatus = row.kind == Error::Kind::Server ? 500 : 400;
        // As written, with nothing lost to Markdown.
        const QString next = m_advice.toError(error, true).next;
        QVERIFY2(text.contains(next), qPrintable(next));
        // The same answer as where the error itself is shown.
        const QString again = errorText(m_advice.toError(error, true)).again;
        QVERIFY2(text.contains(again), qPrintable(again));
    }
}

void HelpTest::noBlankStandsBetweenChineseWords()
{
    static const QRegularExpression blank(QStringLiteral(".{0,8}\\p{Han} \\p{Han}.{0,8}"));
    m_language.apply(QStringLiteral("zh_CN"));
    for (const HelpTopic &topic : topics()) {
        const QRegularExpressionMatch match = blank.match(topic.markdown);
        QVERIFY2(!match.hasMatch(), qPrintable(topic.id + QStringLiteral(": ") + match.captured()));
    }
}

void HelpTest::everyTopicIsFoundByItsWords()
{
    QFETCH(QString, language);
    m_language.apply(language);
    HelpDialog dialog(topics());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *list = find<QListWidget>(dialog, "helpTopics");
    auto *search = find<QLineEdit>(dialog, "helpSearch");
    const QList<HelpTopic> all = topics();
    for (int row = 0; row < all.size(); ++row) {
        HelpView reader;
        reader.showMarkdown(all.at(row).markdown);
        // The last words a reader would see of it.
        QTextBlock block = reader.document()->lastBlock();
        while (block.text().trimmed().size() < 4)
            block = block.previous();
        const QString words = block.text().trimmed().right(8).simplified();
        search->setText(words.toUpper());
        QVERIFY2(!list->item(row)->isHidden(), qPrintable(all.at(row).id + QStringLiteral(": ") + words));
        QVERIFY2(dialog.view()->markCount() > 0, qPrintable(dialog.topic() + QStringLiteral(": ") + words));
    }
}

void HelpTest::aWordIsMarkedAndEnterGoesOn()
{
    HelpDialog dialog(topics());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_F, Qt::ControlModifier);
    auto *search = find<QLineEdit>(dialog, "helpSearch");
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("upgrade"));
    QVERIFY(dialog.view()->markCount() > 1);
    const int first = dialog.view()->textCursor().position();
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(dialog.view()->textCursor().position() > first);
    QVERIFY(dialog.isVisible());
}

void HelpTest::aWordThatNoTopicHoldsIsSaid()
{
    HelpDialog dialog(topics());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *search = find<QLineEdit>(dialog, "helpSearch");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("quantum"));
    QVERIFY(find<QLabel>(dialog, "helpNone")->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QVERIFY(!find<QLabel>(dialog, "helpNone")->isVisible());
}

void HelpTest::aLinkIsFollowedAndLeftAgain()
{
    HelpDialog dialog(topics());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.showTopic(topics().constLast().id);
    dialog.show();
    auto *back = find<QPushButton>(dialog, "helpBack");
    QVERIFY2(!back->isVisible(), "nothing was seen before the topic it was opened for");
    dialog.showTopic(topics().constFirst().id);
    dialog.showTopic(QStringLiteral("errors"));
    Q_EMIT dialog.view()->linkChosen(QStringLiteral("help:states"));
    QCOMPARE(dialog.topic(), QStringLiteral("states"));
    QVERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(dialog.topic(), QStringLiteral("errors"));
    QTest::keyClick(&dialog, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(dialog.topic(), topics().constFirst().id);
    QTest::keyClick(&dialog, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(dialog.topic(), topics().constLast().id);
    QVERIFY(!back->isVisible());
    dialog.showTopic(QStringLiteral("no such topic"));
    QCOMPARE(dialog.topic(), topics().constFirst().id);
}

void HelpTest::aSentenceThatNamesATopicLinksToIt()
{
    QFETCH(QString, language);
    m_language.apply(language);
    const QString sentence = QCoreApplication::translate(
        "uplift::ui::FormFacts", "Say first that clients reconnect, or see Help: preparing clients.");
    const QString linked = withHelpLink(sentence);
    QVERIFY2(linked.contains(QStringLiteral("<a href=\"help:clients\">")), qPrintable(sentence));
    QVERIFY(withHelpLink(QStringLiteral("Nothing of <b>ours</b>.")).isEmpty());
    WrapLabel label(sentence);
    QCOMPARE(label.textFormat(), Qt::RichText);
    label.setText(QStringLiteral("<b>an instance's name</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void HelpTest::whatIsForeignIsShownAsItIs()
{
    const QString text = QStringLiteral("<img src=http://x/> *not bold* [no](link) a|b #1 1. _x_ `c` \\d");
    HelpView view;
    view.showMarkdown(QStringLiteral("# Title\n\n- %1\n").arg(markdownOf(text)));
    QVERIFY2(view.toPlainText().contains(text), qPrintable(view.toPlainText()));
}

void HelpTest::theThemeIsFollowed()
{
    HelpView view;
    view.showMarkdown(QStringLiteral("# Title\n\ntext\n"));
    view.show();
    const auto colour = [&view] {
        return view.document()->lastBlock().begin().fragment().charFormat().foreground().color();
    };
    QCOMPARE(colour(), themeOf(&view)[Role::Text]);
    changeTheme(*qApp, ThemeId::Contrast);
    QTRY_COMPARE(colour(), QColor(Qt::white));
}

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
