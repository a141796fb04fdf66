// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instance.h"

#include <QTest>

using namespace uplift;

Q_DECLARE_METATYPE(std::optional<bool>)

class InstanceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void flagsAndVersionsDecide_data();
    void flagsAndVersionsDecide();
    void statusesAreRead();
    void upgradeTasksAreKnown();
};

void InstanceTest::flagsAndVersionsDecide_data()
{
    QTest::addColumn<std::optional<bool>>("isLatest");
    QTest::addColumn<std::optional<bool>>("available");
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("latest");
    QTest::addColumn<int>("verdict");
    const std::optional<bool> none;
    const auto row = [&](const char *name, std::optional<bool> isLatest, std::optional<bool> available,
                         const char *current, const char *latest, Outdated verdict) {
        QTest::newRow(name) << isLatest << available << QString::fromLatin1(current)
                            << QString::fromLatin1(latest) << int(verdict);
    };
    row("both flags say newer", false, true, "redis-5.0_0.5.7", "0.5.9", Outdated::Yes);
    row("both flags say latest", true, false, "redis-5.0_0.5.9", "", Outdated::No);
    row("the flags disagree", true, true, "redis-5.0_0.5.7", "0.5.9", Outdated::Contradictory);
    row("flag and versions disagree", none, true, "redis-5.0_0.5.9", "0.5.9", Outdated::Contradictory);
    row("one flag alone", none, true, "redis-4.0_1.9.1", "", Outdated::Yes);
    row("versions alone", none, none, "redis-5.0_0.5.7", "0.5.9", Outdated::Yes);
    row("nothing said", none, none, "", "", Outdated::Unknown);
    row("current alone", none, none, "redis-5.0_0.5.7", "", Outdated::Unknown);
}

void InstanceTest::flagsAndVersionsDecide()
{
    QFETCH(std::optional<bool>, isLatest);
    QFETCH(std::optional<bool>, available);
    QFETCH(QString, current);
    QFETCH(QString, latest);
    QFETCH(int, verdict);
    EngineVersion version;
    version.isLatest = isLatest;
    version.upgradeAvailable = available;
    version.current = MinorVersion::parse(current);
    version.latest = MinorVersion::parse(latest);
    QCOMPARE(int(outdated(version)), verdict);
}

void InstanceTest::statusesAreRead()
{
    QCOMPARE(parseInstanceStatus(QStringLiteral("Normal")), InstanceStatus::Normal);
    QCOMPARE(parseInstanceStatus(QStringLiteral("MinorVersionUpgrading")),
             InstanceStatus::MinorVersionUpgrading);
    QCOMPARE(parseInstanceStatus(QStringLiteral("SSLModifying")), InstanceStatus::SslModifying);
    QCOMPARE(parseInstanceStatus(QStringLiteral("NeverHeardOf")), InstanceStatus::Unknown);
}

void InstanceTest::upgradeTasksAreKnown()
{
    CloudTask task;
    task.type = QStringLiteral("KernelVersionUpgrade");
    QVERIFY(looksLikeMinorUpgrade(task));
    task.type = QStringLiteral("ModifyInsSpec");
    QVERIFY(!looksLikeMinorUpgrade(task));
    task.reason = QString::fromUtf8("小版本升级");
    QVERIFY(looksLikeMinorUpgrade(task));
}

QTEST_GUILESS_MAIN(InstanceTest)
#include "tst_instance.moc"
