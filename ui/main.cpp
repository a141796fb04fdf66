// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/hardening.h"
#include "ui/allocator.h"
#include "ui/commandline.h"
#include "ui/language.h"
#include "ui/oneinstance.h"
#include "ui/program.h"
#include "ui/version.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    // First of all: no file is made and no secret read before it.
    uplift::secrets::hardenProcess();
    uplift::ui::keepHeapSmall();
    QCoreApplication::setApplicationName(QStringLiteral("uplift"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UPLIFT_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto read = uplift::ui::readCommandLine(arguments);
    if (const auto *end = std::get_if<uplift::ui::EndAtOnce>(&read)) {
        // Only now: translations need an application, and this one no display.
        const QCoreApplication application(argc, argv);
        uplift::ui::Language language;
        language.apply(end->language);
        const auto said = std::get<uplift::ui::EndAtOnce>(uplift::ui::readCommandLine(arguments));
        std::fputs(said.text.toLocal8Bit().constData(), said.status == 0 ? stdout : stderr);
        return said.status;
    }
    auto options = std::get<uplift::ui::StartOptions>(read);
    options.activation = uplift::ui::activationToken();
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral(UPLIFT_APP_ID));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Uplift"));
    uplift::ui::Program program(application, options);
    // Queued: before exec() there is nothing to leave.
    QObject::connect(&program, &uplift::ui::Program::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    program.start();
    return QApplication::exec();
}
