// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/remotedisplay.h"

#include <algorithm>

namespace uplift::ui {

bool isRemoteDisplay(const QProcessEnvironment &environment)
{
    const QStringList signs{QStringLiteral("SSH_CONNECTION"), QStringLiteral("SSH_CLIENT"),
                            QStringLiteral("XRDP_SESSION"),   QStringLiteral("XRDP_SOCKET_PATH"),
                            QStringLiteral("VNCDESKTOP"),     QStringLiteral("X2GO_SESSION"),
                            QStringLiteral("NX_SESSION_ID")};
    const bool signedSo = std::any_of(signs.begin(), signs.end(), [&environment](const QString &name) {
        return !environment.value(name).isEmpty();
    });
    // Windows names the session: "Console" or "RDP-Tcp#12". X11 names the host before the colon; the socket
    // of this machine has none.
    const QString display = environment.value(QStringLiteral("DISPLAY"));
    const QString host = display.section(QLatin1Char(':'), 0, 0);
    const bool elsewhere = display.contains(QLatin1Char(':')) && !host.isEmpty()
        && host != QLatin1String("unix") && !host.startsWith(QLatin1Char('/'));
    return signedSo || elsewhere
        || environment.value(QStringLiteral("SESSIONNAME"))
               .startsWith(QLatin1String("RDP-"), Qt::CaseInsensitive);
}

bool isRemote(RemoteChoice choice)
{
    return choice == RemoteChoice::Yes
        || (choice == RemoteChoice::Automatic && isRemoteDisplay(QProcessEnvironment::systemEnvironment()));
}

} // namespace uplift::ui
