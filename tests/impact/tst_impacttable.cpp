// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/rules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace uplift;
using namespace uplift::impact;

namespace {

QByteArray rulesJson()
{
    QFile file(QStringLiteral(UPLIFT_SOURCE_DIR "/resources/impact-rules.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ImpactTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextHasBothLanguages();
    void aTableWithAHoleIsRefused_data();
    void aTableWithAHoleIsRefused();
};

void ImpactTableTest::everyTextHasBothLanguages()
{
    const auto table = ImpactTable::fromResource();
    QVERIFY(table);
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    const QList<LocalizedText> texts = table->allTexts();
    QVERIFY(texts.size() > 85);
    for (const LocalizedText &text : texts) {
        QVERIFY(!text.english.isEmpty());
        QVERIFY2(!text.english.contains(han), qPrintable(text.english));
        QVERIFY2(text.chinese.contains(han), qPrintable(text.english));
        QVERIFY2(text.english.endsWith(u'.'), qPrintable(text.english));
        QVERIFY2(text.chinese.endsWith(u'。'), qPrintable(text.chinese));
        static const QRegularExpression place(QStringLiteral("\\{\\w+\\}"));
        QSet<QString> english;
        QSet<QString> chinese;
        for (auto match = place.globalMatch(text.english); match.hasNext();)
            english.insert(match.next().captured());
        for (auto match = place.globalMatch(text.chinese); match.hasNext();)
            chinese.insert(match.next().captured());
        QVERIFY2(english == chinese, qPrintable(text.english));
    }
}

void ImpactTableTest::aTableWithAHoleIsRefused_data()
{
    using Bore = std::function<void(QJsonObject &)>;
    QTest::addColumn<Bore>("bore");
    QTest::addColumn<QString>("named");
    const auto inGroup = [](const char *group, const char *key, const QJsonValue &value) {
        return [group, key, value](QJsonObject &root) {
            QJsonObject groups = root[QLatin1String("groups")].toObject();
            QJsonObject row = groups[QLatin1String(group)].toObject();
            row[QLatin1String(key)] = value;
            groups[QLatin1String(group)] = row;
            root[QLatin1String("groups")] = groups;
        };
    };
    const auto row = [](const char *name, const char *named, const Bore &bore) {
        QTest::newRow(name) << bore << QString::fromLatin1(named);
    };
    row("nothing at all", "texts.recommendation", [](QJsonObject &root) { root = {}; });
    row("a group without text", "groups.cluster.description",
        inGroup("cluster", "description", QJsonValue()));
    row("a text without Chinese", "groups.cluster.description",
        inGroup("cluster", "description", QJsonObject{{QStringLiteral("en"), QStringLiteral("x")}}));
    row("a bound of 0", "groups.unclear.disconnectionSeconds", inGroup("unclear", "disconnectionSeconds", 0));
    row("a bound as text", "groups.unclear.readOnlySeconds",
        inGroup("unclear", "readOnlySeconds", QStringLiteral("60")));
    row("no way", "groups.memcache.how", inGroup("memcache", "how", QStringLiteral("magic")));
    row("proxies without a text", "proxies.cloudNative.how",
        [](QJsonObject &root) { root[QLatin1String("proxies")] = QJsonObject(); });
    row("a way of upgrading proxies nobody knows", "proxies.classic.how", [](QJsonObject &root) {
        QJsonObject proxies = root[QLatin1String("proxies")].toObject();
        QJsonObject classic = proxies[QLatin1String("classic")].toObject();
        classic[QLatin1String("how")] = QStringLiteral("tepid");
        proxies[QLatin1String("classic")] = classic;
        root[QLatin1String("proxies")] = proxies;
    });
    row("no source", "groups.standardOneNode.sources", inGroup("standardOneNode", "sources", QJsonArray()));
    row("an unknown document", "proxySources[0].document",
        [](QJsonObject &root) { root[QLatin1String("documents")] = QJsonObject(); });
}

void ImpactTableTest::aTableWithAHoleIsRefused()
{
    QFETCH(std::function<void(QJsonObject &)>, bore);
    QFETCH(QString, named);
    const QByteArray whole = rulesJson();
    QVERIFY(ImpactTable::fromJson(whole));
    QJsonObject root = QJsonDocument::fromJson(whole).object();
    bore(root);
    const auto table = ImpactTable::fromJson(QJsonDocument(root).toJson());
    QVERIFY(!table);
    QCOMPARE(table.error().kind, Error::Kind::Internal);
    if (named != QLatin1String("proxySources[0].document"))
        QVERIFY2(table.error().message.contains(named), qPrintable(table.error().message));
    else
        QVERIFY2(table.error().message.contains(QLatin1String(".document")),
                 qPrintable(table.error().message));
}

QTEST_GUILESS_MAIN(ImpactTableTest)
#include "tst_impacttable.moc"
