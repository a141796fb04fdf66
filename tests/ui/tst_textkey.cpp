// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/textkey.h"

#include <QRandomGenerator>
#include <QTest>

using namespace uplift::ui;

class TextKeyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesStandAsPeopleExpect();
    void asciiGoesAsTheLibraryOrdersIt_data();
    void asciiGoesAsTheLibraryOrdersIt();
    void otherScriptsAreLeftToTheLibrary();
    void aLanguageWithItsOwnAsciiOrderKeepsIt();

private:
    static QCollator collatorOf(const QLocale &locale)
    {
        QCollator collator(locale);
        collator.setNumericMode(true);
        return collator;
    }
    static int signOf(int order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }
};

void TextKeyTest::namesStandAsPeopleExpect()
{
    const QCollator collator = collatorOf(QLocale(QStringLiteral("en_US")));
    const QStringList inOrder{{},
                              QStringLiteral("_hidden"),
                              QStringLiteral("-dash"),
                              QStringLiteral("2-queue"),
                              QStringLiteral("10-queue"),
                              QStringLiteral("cache"),
                              QStringLiteral("Cache"),
                              QStringLiteral("cache 1"),
                              QStringLiteral("cache-2"),
                              QStringLiteral("cache-10"),
                              QStringLiteral("cache1"),
                              QStringLiteral("caches"),
                              QStringLiteral("orders")};
    for (qsizetype i = 1; i < inOrder.size(); ++i) {
        const TextKey before(inOrder.at(i - 1), collator);
        const TextKey after(inOrder.at(i), collator);
        QVERIFY2(before.compare(after, collator) < 0, qPrintable(inOrder.at(i)));
        QVERIFY2(after.compare(before, collator) > 0, qPrintable(inOrder.at(i)));
        QCOMPARE(after.compare(after, collator), 0);
    }
}

void TextKeyTest::asciiGoesAsTheLibraryOrdersIt_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *locale : {"en", "en_US", "en_GB", "zh_CN"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void TextKeyTest::asciiGoesAsTheLibraryOrdersIt()
{
    QFETCH(QString, locale);
    const QCollator collator = collatorOf(QLocale(locale));
    QRandomGenerator random(20261129);
    const auto text = [&random] {
        // Few characters, so that most pairs differ late; now and then any that can be printed.
        static const QString few = QStringLiteral("aAbB019-_ .");
        QString made;
        const int length = random.bounded(9);
        for (int i = 0; i < length; ++i)
            made += random.bounded(4) > 0 ? few.at(random.bounded(int(few.size())))
                                          : QChar(u' ' + random.bounded(95));
        return made;
    };
    int unequal = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString a = text();
        const QString b = text();
        const int expected = signOf(collator.compare(a, b));
        const int found = signOf(TextKey(a, collator).compare(TextKey(b, collator), collator));
        QVERIFY2(found == expected,
                 qPrintable(QStringLiteral("\"%1\" and \"%2\": %3, the library says %4")
                                .arg(a, b)
                                .arg(found)
                                .arg(expected)));
        unequal += expected != 0 ? 1 : 0;
    }
    QVERIFY(unequal > 15'000);
}

void TextKeyTest::otherScriptsAreLeftToTheLibrary()
{
    const QCollator collator = collatorOf(QLocale(QStringLiteral("zh_CN")));
    const QStringList names{QStringLiteral("orders-2"),        QStringLiteral("Ärger"),
                            QStringLiteral("\u8ba2\u5355"),    QStringLiteral("zebra"),
                            QStringLiteral("\u7f13\u5b58-10"), QStringLiteral("\u7f13\u5b58-9")};
    for (const QString &a : names) {
        for (const QString &b : names)
            QCOMPARE(signOf(TextKey(a, collator).compare(TextKey(b, collator), collator)),
                     signOf(collator.compare(a, b)));
    }
}

void TextKeyTest::aLanguageWithItsOwnAsciiOrderKeepsIt()
{
    const QCollator danish = collatorOf(QLocale(QStringLiteral("da_DK")));
    const QString aa = QStringLiteral("aa");
    const QString z = QStringLiteral("z");
    QVERIFY(danish.compare(aa, z) > 0); // else this shows nothing
    QVERIFY(TextKey(aa, danish).compare(TextKey(z, danish), danish) > 0);
}

QTEST_GUILESS_MAIN(TextKeyTest)
#include "tst_textkey.moc"
