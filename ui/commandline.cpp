// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::CommandLine)
};

QString usage()
{
    const auto line = [](const char *option, const QString &does) {
        return QStringLiteral("  %1%2\n").arg(QString::fromLatin1(option), -24).arg(does);
    };
    return CommandLine::tr("Usage: uplift [options]") + QLatin1Char('\n')
        + CommandLine::tr("Upgrades the minor version of ApsaraDB for Redis and Tair instances.")
        + QStringLiteral("\n\n")
        + line("--practice",
               CommandLine::tr("open with a practice cloud on this machine; its state is kept apart"))
        + line("--data-dir DIR", CommandLine::tr("keep all state under DIR"))
        + line("--language en|zh_CN", CommandLine::tr("the language to use"))
        + line("--version", CommandLine::tr("print the version and end"))
        + line("--help", CommandLine::tr("print this and end"));
}

EndAtOnce refusal(const QString &sentence, const StartOptions &options)
{
    return {sentence + QLatin1Char('\n') + usage(), 2, options.language};
}

bool isLanguage(const QString &name)
{
    return name.isEmpty() || name == QLatin1String("en") || name == QLatin1String("zh_CN");
}

} // namespace

std::variant<StartOptions, EndAtOnce> readCommandLine(const QStringList &arguments)
{
    StartOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString name = arguments.at(i);
        QString value;
        const qsizetype equals = name.indexOf(QLatin1Char('='));
        if (name.startsWith(QLatin1String("--")) && equals > 0) {
            value = name.mid(equals + 1);
            name.truncate(equals);
        }
        const bool takesValue = name == QLatin1String("--data-dir") || name == QLatin1String("--language");
        if (takesValue && equals < 0 && i + 1 < arguments.size())
            value = arguments.at(++i);
        if (takesValue && value.isEmpty())
            return refusal(CommandLine::tr("%1 needs a value.").arg(name), options);
        if (!takesValue && equals > 0)
            return refusal(CommandLine::tr("Unknown argument: %1").arg(arguments.at(i)), options);
        if (name == QLatin1String("--help"))
            return EndAtOnce{usage(), 0, options.language};
        if (name == QLatin1String("--version"))
            return EndAtOnce{QStringLiteral("uplift %1\n").arg(QCoreApplication::applicationVersion()), 0};
        if (name == QLatin1String("--practice"))
            options.practice = true;
        else if (name == QLatin1String("--data-dir"))
            options.dataDir = value;
        else if (name != QLatin1String("--language"))
            return refusal(CommandLine::tr("Unknown argument: %1").arg(name), options);
        else if (!isLanguage(value))
            return refusal(CommandLine::tr("There is no language “%1”; en and zh_CN are there.").arg(value),
                           options);
        else
            options.language = value;
    }
    return options;
}

} // namespace uplift::ui
