// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/hardening.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace uplift::secrets;

class HardeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newFilesBelongToTheUserAlone();
    void nothingIsDumped();
    void debuggersAreShutOutUnlessADeveloperAsks();
};

void HardeningTest::newFilesBelongToTheUserAlone()
{
    QVERIFY(hardenProcess().privateFiles);
    const QTemporaryDir place;
    QFile file(place.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QFile::WriteOnly));
    QVERIFY(QDir(place.path()).mkdir(QStringLiteral("folder")));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!(QFileInfo(place.filePath(QStringLiteral("folder"))).permissions() & others));
}

void HardeningTest::nothingIsDumped()
{
    QVERIFY(hardenProcess().noCoreDumps);
    rlimit limit{1, 1};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0));
    QCOMPARE(limit.rlim_max, rlim_t(0));
}

void HardeningTest::debuggersAreShutOutUnlessADeveloperAsks()
{
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
#ifndef NDEBUG
    qputenv("UPLIFT_DEBUGGABLE", "1");
    QVERIFY(!hardenProcess().closedToDebuggers);
    QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1);
    qunsetenv("UPLIFT_DEBUGGABLE");
#else
    qputenv("UPLIFT_DEBUGGABLE", "1"); // a release does not listen
#endif
    const bool closed = hardenProcess().closedToDebuggers;
    QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), closed ? 0 : 1);
#ifndef UPLIFT_DUMPABLE
    QVERIFY(closed);
#endif
}

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"
