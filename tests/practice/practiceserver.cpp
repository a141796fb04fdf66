// SPDX-License-Identifier: GPL-3.0-or-later
// The practice cloud in a process of its own, for tests that kill the client.
#include "practice/practicecloud.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace uplift;
using namespace uplift::practice;

namespace {

/// The faults by the names they have in the header.
std::optional<Fault> faultOf(const QString &name)
{
    static const QMap<QString, Fault> faults{
        {QStringLiteral("Throttling"), Fault::Throttling},
        {QStringLiteral("LostReply"), Fault::LostReply},
        {QStringLiteral("LostRequest"), Fault::LostRequest},
        {QStringLiteral("PermissionDenied"), Fault::PermissionDenied},
        {QStringLiteral("WrongState"), Fault::WrongState},
        {QStringLiteral("ClockSkew"), Fault::ClockSkew},
        {QStringLiteral("SlowNetwork"), Fault::SlowNetwork},
        {QStringLiteral("UpgradeFails"), Fault::UpgradeFails},
        {QStringLiteral("UpgradeUnchanged"), Fault::UpgradeUnchanged},
        {QStringLiteral("WindowIgnored"), Fault::WindowIgnored},
        {QStringLiteral("RegionForbidden"), Fault::RegionForbidden},
        {QStringLiteral("RegionSilent"), Fault::RegionSilent},
        {QStringLiteral("ServerError"), Fault::ServerError},
        {QStringLiteral("BackupFails"), Fault::BackupFails},
    };
    return faults.contains(name) ? std::optional(faults.value(name)) : std::nullopt;
}

int complain(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption log(QStringLiteral("log"), QStringLiteral("One line per start carried out"),
                                 QStringLiteral("file"));
    const QCommandLineOption time(QStringLiteral("upgrade-ms"), QStringLiteral("Length of an upgrade"),
                                  QStringLiteral("ms"), QStringLiteral("60000"));
    const QCommandLineOption fault(QStringLiteral("fault"),
                                   QStringLiteral("Switch this fault on; may be given again"),
                                   QStringLiteral("name"));
    const QCommandLineOption extra(QStringLiteral("extra"), QStringLiteral("Further instances"),
                                   QStringLiteral("n"), QStringLiteral("0"));
    const QCommandLineOption regions(QStringLiteral("regions"), QStringLiteral("How many regions"),
                                     QStringLiteral("n"), QStringLiteral("0"));
    const QCommandLineOption delay(QStringLiteral("delay-ms"), QStringLiteral("How long every reply takes"),
                                   QStringLiteral("ms"), QStringLiteral("0"));
    const QCommandLineOption ports(QStringLiteral("endpoint-per-region"),
                                   QStringLiteral("Each region has a port of its own"));
    parser.addOptions({log, time, fault, extra, regions, delay, ports});
    parser.addHelpOption();
    parser.process(application);

    PracticeOptions options;
    options.upgradeTime = std::chrono::milliseconds(parser.value(time).toLongLong());
    options.extraInstances = parser.value(extra).toInt();
    options.regions = parser.value(regions).toInt();
    options.callDelay = std::chrono::milliseconds(parser.value(delay).toLongLong());
    options.endpointPerRegion = parser.isSet(ports);
    PracticeCloud cloud(options);
    const QStringList names = parser.values(fault);
    for (const QString &name : names) {
        const auto known = faultOf(name);
        if (!known)
            return complain(QStringLiteral("no such fault: %1").arg(name));
        cloud.setOn(*known, true);
    }
    QFile journal(parser.value(log));
    if (parser.isSet(log) && !journal.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return complain(QStringLiteral("cannot write %1").arg(journal.fileName()));
    QObject::connect(&cloud, &PracticeCloud::started, &application, [&](const InstanceId &id) {
        if (journal.isOpen())
            journal.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' '
                          + id.value.toLatin1() + '\n');
    });
    if (!cloud.start())
        return complain(cloud.error());
    const QJsonObject hello{{QStringLiteral("origin"), cloud.origin()},
                            {QStringLiteral("accessKeyId"), cloud.accessKeyId()},
                            {QStringLiteral("accessKeySecret"), cloud.accessKeySecret()}};
    std::fprintf(stdout, "%s\n", QJsonDocument(hello).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [] {
        char bytes[256];
        if (::read(STDIN_FILENO, bytes, sizeof bytes) <= 0)
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
