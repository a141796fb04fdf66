// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tsfile.h"
#include "ui/language.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace uplift::ui;
using uplift::test::TsMessage;

namespace {

const QString chineseFile = QStringLiteral(UPLIFT_SOURCE_DIR "/resources/i18n/uplift_zh_CN.ts");

/// A line of the glossary.
struct Term {
    QRegularExpression english;
    QStringList chinese; ///< any of them
};

struct Glossary {
    QList<Term> terms;
    QStringList exceptions; ///< sources that need not follow it
};

Glossary readGlossary(const QByteArray &text)
{
    Glossary glossary;
    const QStringList lines = QString::fromUtf8(text).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QStringList cells = line.split(QLatin1Char('\t'));
        if (line.startsWith(QLatin1Char('#')) || cells.size() < 2)
            continue;
        if (cells.first() == QLatin1String("except"))
            glossary.exceptions << cells.at(1);
        else
            glossary.terms.append({QRegularExpression(QStringLiteral("\\b(?:%1)\\b").arg(cells.first()),
                                                      QRegularExpression::CaseInsensitiveOption),
                                   cells.at(1).split(QLatin1Char('|'))});
    }
    return glossary;
}

/// What a translation lacks; entries without one are not this check's business.
QStringList offences(const QList<TsMessage> &messages, const Glossary &glossary)
{
    QStringList found;
    for (const TsMessage &message : messages) {
        if (glossary.exceptions.contains(message.source))
            continue;
        const QString source = QString(message.source).remove(QLatin1Char('&'));
        for (const Term &term : glossary.terms) {
            if (!term.english.match(source).hasMatch())
                continue;
            const auto isSaid = [&](const QString &form) {
                return form.isEmpty()
                    || std::any_of(term.chinese.begin(), term.chinese.end(),
                                   [&](const QString &chinese) { return form.contains(chinese); });
            };
            for (const QString &form : message.forms) {
                if (!isSaid(form))
                    found << QStringLiteral("\"%1\" says %2, its Chinese none of %3: \"%4\"")
                                 .arg(source, term.english.match(source).captured(), term.chinese.join(u'|'),
                                      form);
            }
        }
    }
    return found;
}

/// Sentences that were handed back in English.
QStringList inEnglish(const QList<TsMessage> &messages)
{
    static const QRegularExpression sentence(QStringLiteral("[A-Za-z]+ [a-z]{2,} [a-z]{2,}"));
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    QStringList found;
    for (const TsMessage &message : messages) {
        if (!sentence.match(message.source).hasMatch())
            continue;
        for (const QString &form : message.forms) {
            if (!form.isEmpty() && !han.match(form).hasMatch())
                found << message.source;
        }
    }
    return found;
}

void addPairs(const QJsonValue &value, QList<TsMessage> &messages)
{
    const QJsonObject object = value.toObject();
    if (object.value(QLatin1String("en")).isString())
        messages.append({object.value(QLatin1String("en")).toString(),
                         {},
                         {object.value(QLatin1String("zh")).toString()},
                         {}});
    for (const auto &each : object)
        addPairs(each, messages);
    const QJsonArray array = value.toArray();
    for (const auto &each : array)
        addPairs(each, messages);
}

/// What the data files say in both languages: rules, advice, the practice cloud.
QList<TsMessage> dataTexts()
{
    QList<TsMessage> messages;
    QDirIterator files(QStringLiteral(UPLIFT_SOURCE_DIR "/resources"), {QStringLiteral("*.json")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        addPairs(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), messages);
    }
    return messages;
}

TsMessage entry(const char *source, const char *chinese)
{
    return {QString::fromUtf8(source), {}, {QString::fromUtf8(chinese)}, {}};
}

bool write(const QString &path, const QByteArray &message)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n"
                      "<TS version=\"2.1\" language=\"zh_CN\" sourcelanguage=\"en\">\n<context>\n"
                      "    <name>uplift</name>\n"
                      + message + "</context>\n</TS>\n")
        > 0;
}

QByteArray message(const QByteArray &source, const QByteArray &translation)
{
    return "    <message>\n        <source>" + source + "</source>\n        " + translation
        + "\n    </message>\n";
}

} // namespace

/// Every text of the program has its Chinese, in the provider's own terms; placeholders agree.
class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsUntranslatedOrUnused();
    void noTextEscapesTheCollection();
    void theCheckFindsEachKindOfFault_data();
    void theCheckFindsEachKindOfFault();
    void placeholdersAgree();
    void theProvidersOwnTermsAreUsed();
    void theGlossaryFindsAWrongTerm();
    void dataFilesSpeakChinese();
    void noSentenceStaysEnglish();
    void theProgramSpeaksBothLanguages();
};

void TranslationsTest::nothingIsUntranslatedOrUnused()
{
    QProcess check;
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(QStringLiteral(UPLIFT_SOURCE_DIR "/resources/i18n/update.sh"), {QStringLiteral("--check")});
    QVERIFY(check.waitForFinished(120000));
    QVERIFY2(check.exitCode() == 0, check.readAll().constData());
}

/// lupdate passes over a text marked inside tr(…): it stays in English, and nothing lists it.
void TranslationsTest::noTextEscapesTheCollection()
{
    static const QRegularExpression escaping(QStringLiteral("\\b(tr|translate)\\(\\s*QT_TR(ANSLATE)?_NOOP"));
    QVERIFY(escaping.match(QStringLiteral("tr(\n    QT_TRANSLATE_NOOP(\"room\", \"text\"))")).hasMatch());
    int seen = 0;
    for (const char *folder : {"/app", "/ui"}) {
        QDirIterator files(QStringLiteral(UPLIFT_SOURCE_DIR) + QLatin1String(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QRegularExpressionMatch match = escaping.match(QString::fromUtf8(file.readAll()));
            QVERIFY2(!match.hasMatch(), qPrintable(file.fileName() + u' ' + match.captured()));
            ++seen;
        }
    }
    QVERIFY(seen > 300);
}

void TranslationsTest::theCheckFindsEachKindOfFault_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<bool>("good");
    const QByteArray quit = message("Quit", "<translation>退出</translation>");
    const QByteArray refresh = message("Refresh", "<translation>刷新</translation>");
    QTest::newRow("all is there") << quit + refresh << true;
    QTest::newRow("a text of the program is missing") << quit << false;
    QTest::newRow("unfinished") << quit
            + message("Refresh", "<translation type=\"unfinished\">刷新</translation>")
                                << false;
    QTest::newRow("empty") << quit + message("Refresh", "<translation></translation>") << false;
    QTest::newRow("vanished") << quit
            + message("Refresh", "<translation type=\"vanished\">刷新</translation>")
                              << false;
    QTest::newRow("obsolete") << quit
            + message("Refresh", "<translation type=\"obsolete\">刷新</translation>")
                              << false;
    QTest::newRow("unused") << quit + refresh + message("Stop", "<translation>停止</translation>") << false;
}

void TranslationsTest::theCheckFindsEachKindOfFault()
{
    QFETCH(QByteArray, kept);
    QFETCH(bool, good);
    const QTemporaryDir folder;
    const QString all = folder.filePath(QStringLiteral("all.ts"));
    const QString file = folder.filePath(QStringLiteral("file.ts"));
    const QByteArray open = "<translation type=\"unfinished\"></translation>";
    QVERIFY(write(all, message("Quit", open) + message("Refresh", open)));
    QVERIFY(write(file, kept));
    QProcess check;
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(QStringLiteral("python3"),
                {QStringLiteral(UPLIFT_SOURCE_DIR "/resources/i18n/merge.py"), all, file,
                 QStringLiteral("zh_CN"), QStringLiteral("--check")});
    QVERIFY(check.waitForFinished(60000));
    QCOMPARE(check.exitStatus(), QProcess::NormalExit);
    QVERIFY2((check.exitCode() == 0) == good, check.readAll().constData());
}

void TranslationsTest::placeholdersAgree()
{
    static const QRegularExpression placeholder(QStringLiteral("%(\\d|n)"));
    const auto placeholders = [&](const QString &text) {
        QStringList found;
        for (auto it = placeholder.globalMatch(text); it.hasNext();)
            found.append(it.next().captured(1));
        found.sort();
        return found.join(QLatin1Char(' '));
    };
    const QList<TsMessage> messages = uplift::test::readTs(chineseFile);
    QVERIFY(messages.size() > 500);
    for (const TsMessage &message : messages) {
        for (const QString &form : message.forms)
            QVERIFY2(placeholders(message.source) == placeholders(form),
                     qPrintable(message.source + QLatin1Char('\n') + form));
    }
}

void TranslationsTest::theProvidersOwnTermsAreUsed()
{
    QFile file(QStringLiteral(UPLIFT_SOURCE_DIR "/resources/i18n/glossary.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Glossary glossary = readGlossary(file.readAll());
    QVERIFY(glossary.terms.size() > 20);
    const QList<TsMessage> messages = uplift::test::readTs(chineseFile) + dataTexts();
    // A term nobody uses, or an exception for a text that is gone, says nothing.
    for (const Term &term : glossary.terms)
        QVERIFY2(std::any_of(
                     messages.begin(), messages.end(),
                     [&](const TsMessage &each) {
                         return term.english.match(QString(each.source).remove(QLatin1Char('&'))).hasMatch();
                     }),
                 qPrintable(term.english.pattern()));
    for (const QString &exception : glossary.exceptions)
        QVERIFY2(std::any_of(messages.begin(), messages.end(),
                             [&](const TsMessage &each) { return each.source == exception; }),
                 qPrintable(exception));
    const QStringList wrong = offences(messages, glossary);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TranslationsTest::theGlossaryFindsAWrongTerm()
{
    const Glossary glossary = readGlossary("# a comment\n"
                                           "region|regions\t地域\tthe provider's\n"
                                           "except\tOther regions\twhy\n");
    QCOMPARE(glossary.terms.size(), 1);
    QCOMPARE(offences({entry("All &regions", "全部地域")}, glossary), QStringList());
    QCOMPARE(offences({entry("Regional", "区")}, glossary), QStringList());
    QCOMPARE(offences({entry("Other regions", "其他区域")}, glossary), QStringList());
    QCOMPARE(offences({entry("All &regions", "全部区域")}, glossary).size(), 1);
    QCOMPARE(offences({entry("%1: Region", "%1：地区")}, glossary).size(), 1);
}

void TranslationsTest::dataFilesSpeakChinese()
{
    const QList<TsMessage> texts = dataTexts();
    QVERIFY(texts.size() > 100);
    for (const TsMessage &text : texts)
        QVERIFY2(!text.forms.first().isEmpty(), qPrintable(text.source));
    const QStringList left = inEnglish(texts);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
}

void TranslationsTest::noSentenceStaysEnglish()
{
    const QStringList left = inEnglish(uplift::test::readTs(chineseFile));
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    QCOMPARE(inEnglish({entry("Nothing is running", "Nothing is running")}).size(), 1);
    QCOMPARE(inEnglish({entry("Nothing is running", "没有正在运行的任务")}).size(), 0);
    QCOMPARE(inEnglish({entry("Apache License 2.0", "Apache License 2.0")}).size(), 0);
}

void TranslationsTest::theProgramSpeaksBothLanguages()
{
    Language language;
    language.apply(QStringLiteral("zh_CN"));
    QCOMPARE(QCoreApplication::translate("any context", "All instances"), QStringLiteral("全部实例"));
    language.apply(QStringLiteral("en"));
    QCOMPARE(QCoreApplication::translate("any context", "%n version(s) behind", nullptr, 1),
             QStringLiteral("1 version behind"));
    QCOMPARE(QCoreApplication::translate("any context", "%n version(s) behind", nullptr, 6),
             QStringLiteral("6 versions behind"));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
