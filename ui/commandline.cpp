// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

QString usage()
{
    return QStringLiteral(
        "Usage: uplift [options]\n"
        "Upgrades the minor version of ApsaraDB for Redis / Tair instances.\n\n"
        "  --practice              open with a practice cloud on this machine; its state is kept apart\n"
        "  --data-dir DIR          keep all state under DIR\n"
        "  --language en|zh_CN     the language to use\n"
        "  --version               print the version and end\n"
        "  --help                  print this and end\n");
}

EndAtOnce refusal(const QString &sentence) { return {sentence + QLatin1Char('\n') + usage(), 2}; }

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
            return refusal(QStringLiteral("%1 needs a value.").arg(name));
        if (!takesValue && equals > 0)
            return refusal(QStringLiteral("Unknown argument: %1").arg(arguments.at(i)));
        if (name == QLatin1String("--help"))
            return EndAtOnce{usage(), 0};
        if (name == QLatin1String("--version"))
            return EndAtOnce{QStringLiteral("uplift %1\n").arg(QCoreApplication::applicationVersion()), 0};
        if (name == QLatin1String("--practice"))
            options.practice = true;
        else if (name == QLatin1String("--data-dir"))
            options.dataDir = value;
        else if (name == QLatin1String("--language"))
            options.language = value;
        else
            return refusal(QStringLiteral("Unknown argument: %1").arg(name));
    }
    if (!options.language.isEmpty() && options.language != QLatin1String("en")
        && options.language != QLatin1String("zh_CN"))
        return refusal(
            QStringLiteral("There is no language “%1”; en and zh_CN are there.").arg(options.language));
    return options;
}

} // namespace uplift::ui
