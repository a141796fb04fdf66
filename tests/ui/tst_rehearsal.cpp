// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sessionstore.h"
#include "ui/session.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;

namespace {

bool put(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write("of an earlier rehearsal") > 0;
}

} // namespace

/// The practice cloud is new each time, and so is all that was known of it.
class RehearsalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRehearsalBeginsWithNothingOfTheOneBefore();
    void aWorkingSessionKeepsItsFiles();

private:
    [[nodiscard]] QStringList leftAfterOpening(bool practice);
};

QStringList RehearsalTest::leftAfterOpening(bool practice)
{
    const QTemporaryDir place;
    const QStringList files{QStringLiteral("workspace.json"), QStringLiteral("journal.sqlite"),
                            QStringLiteral("fleet-cache.sqlite"), QStringLiteral("fleet-cache.sqlite-wal"),
                            QStringLiteral("notes.txt")};
    for (const QString &file : files) {
        if (!put(place.filePath(file)))
            return {};
    }
    ui::SessionOptions options;
    options.folder = place.path();
    options.practice = practice;
    secrets::SessionStore keychain;
    const SystemClock clock;
    const ui::Session session(options, keychain, clock);
    return QDir(place.path()).entryList(QDir::Files);
}

void RehearsalTest::aRehearsalBeginsWithNothingOfTheOneBefore()
{
    QCOMPARE(leftAfterOpening(true), QStringList{QStringLiteral("notes.txt")});
}

void RehearsalTest::aWorkingSessionKeepsItsFiles() { QCOMPARE(leftAfterOpening(false).size(), 5); }

QTEST_GUILESS_MAIN(RehearsalTest)
#include "tst_rehearsal.moc"
