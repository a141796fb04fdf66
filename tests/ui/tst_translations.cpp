// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace uplift::ui;

/// Every text of the program has its Chinese; placeholders agree.
class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsUntranslatedOrUnused();
    void placeholdersAgree();
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

void TranslationsTest::placeholdersAgree()
{
    QFile file(QStringLiteral(UPLIFT_SOURCE_DIR "/resources/i18n/uplift_zh_CN.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    static const QRegularExpression placeholder(QStringLiteral("%(\\d|n)"));
    const auto placeholders = [&](const QString &text) {
        QStringList found;
        for (auto it = placeholder.globalMatch(text); it.hasNext();)
            found.append(it.next().captured(1));
        found.sort();
        return found.join(QLatin1Char(' '));
    };
    QString source;
    int texts = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            const QString chinese = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            QVERIFY2(placeholders(source) == placeholders(chinese),
                     qPrintable(source + QLatin1Char('\n') + chinese));
            ++texts;
        }
    }
    QVERIFY(texts > 500);
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
