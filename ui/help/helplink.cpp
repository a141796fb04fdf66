// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helplink.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

struct HelpLink {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::HelpLink)
};

const QString scheme = QStringLiteral("help:");

} // namespace

QEvent::Type HelpRequest::eventType()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

QString withHelpLink(const QString &sentence)
{
    //: As it stands in “Say first that clients reconnect, or see Help: preparing clients.”
    const QString name = HelpLink::tr("Help: preparing clients");
    const qsizetype at = sentence.indexOf(name);
    if (at < 0)
        return {};
    return QStringLiteral("%1<a href=\"%2clients\">%3</a>%4")
        .arg(sentence.left(at).toHtmlEscaped(), scheme, name.toHtmlEscaped(),
             sentence.mid(at + name.size()).toHtmlEscaped());
}

QString topicOfLink(const QString &link)
{
    return link.startsWith(scheme) ? link.mid(scheme.size()).section(QLatin1Char('#'), 0, 0) : QString();
}

} // namespace uplift::ui
