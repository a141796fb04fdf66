// SPDX-License-Identifier: GPL-3.0-or-later
// A second process on the same journal, for tst_journal.
//   journalchild hold PATH    opens it, says "held", and stays
//   journalchild write PATH   writes step after step; says "acked N" after each commit that was answered
#include "upgrade/journal.h"

#include <QCoreApplication>
#include <QUuid>

#include <cstdio>

using namespace uplift;
using namespace uplift::upgrade;

namespace {

void writeNext(Journal &journal, QObject *context, int number)
{
    StepPlan plan;
    plan.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
    plan.region.value = QStringLiteral("cn-hangzhou");
    plan.instance.value = QStringLiteral("r-%1").arg(number);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<JournalRow> rows{{0, plan.id, plan.instance, StepState::Planned, now, {}, toJson(plan)},
                                 {0,
                                  plan.id,
                                  plan.instance,
                                  StepState::Requested,
                                  now,
                                  QUuid::createUuid().toString(QUuid::Id128),
                                  {}}};
    journal.append(rows, context, [&journal, context, number](const Result<qint64> &written) {
        if (!written) {
            std::fprintf(stderr, "%s\n", qPrintable(written.error().message));
            return QCoreApplication::exit(1);
        }
        std::printf("acked %lld\n", static_cast<long long>(*written));
        std::fflush(stdout);
        writeNext(journal, context, number + 1);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    JournalOptions options;
    options.path = arguments.at(2);
    Journal journal(options);
    QObject context;
    const bool writes = arguments.at(1) == QLatin1String("write");
    journal.open(&context, [&journal, &context, writes](const Result<JournalState> &state) {
        if (!state || state->access != JournalState::Access::Writable)
            return QCoreApplication::exit(1);
        std::printf("held\n");
        std::fflush(stdout);
        if (writes)
            writeNext(journal, &context, static_cast<int>(state->rows));
    });
    return QCoreApplication::exec();
}
