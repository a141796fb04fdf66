// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/qtmessages.h"

#include <QFile>

#include <atomic>

namespace uplift::ui {

namespace {

/// Where Qt's handler, a plain function, finds the log. Any thread may warn at any time, also while the log
/// goes.
struct Receiver {
    std::shared_ptr<LogFile::Inlet> inlet;
    QString path;
};
std::atomic<std::shared_ptr<const Receiver>> receiver; // NOLINT(cert-err58-cpp): makes nothing
QtMessageHandler before = nullptr;

/// Writing a line may itself make Qt warn, without end.
thread_local bool handling = false;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const std::shared_ptr<const Receiver> to = receiver.load();
    const bool matters = type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg;
    if (matters && to && !handling) {
        handling = true;
        const LogLevel level = type == QtWarningMsg ? LogLevel::Warning : LogLevel::Error;
        const QString category = QString::fromUtf8(context.category ? context.category : "default");
        const QString text = QStringLiteral("%1: %2").arg(category, message);
        if (type == QtFatalMsg) {
            // The process ends with this call: nobody would write it later.
            QFile file(to->path);
            if (file.open(QIODevice::WriteOnly | QIODevice::Append))
                file.write(logText({QDateTime::currentDateTimeUtc(), level, QStringLiteral("qt"), text}));
        } else {
            to->inlet->add(level, QStringLiteral("qt"), text);
        }
        handling = false;
    }
    if (before)
        before(type, context, message);
}

} // namespace

QtMessages::QtMessages(const LogFile &log)
{
    receiver.store(std::make_shared<const Receiver>(Receiver{log.inlet(), log.path()}));
    before = qInstallMessageHandler(handle);
}

QtMessages::~QtMessages()
{
    qInstallMessageHandler(before);
    receiver.store({});
}

} // namespace uplift::ui
