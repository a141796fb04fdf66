// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortext.h"

#include "core/redact.h"

#include <QCoreApplication>

namespace uplift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(uplift::ErrorText)
};

QString headlineOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return Text::tr("Cancelled: it was stopped here");
    case Error::Kind::Offline:
        return Text::tr("Offline: the service was not reached");
    case Error::Kind::TimedOut:
        return Text::tr("No answer: the deadline passed");
    case Error::Kind::Tls:
        return Text::tr("Not sent: the certificate was not trusted");
    case Error::Kind::Proxy:
        return Text::tr("Not sent: the proxy refused");
    case Error::Kind::Denied:
        return Text::tr("Refused: this key may not do that");
    case Error::Kind::Throttled:
        return Text::tr("Refused: too many calls at once");
    case Error::Kind::NotFound:
        return Text::tr("Not found: the service knows no such instance");
    case Error::Kind::Conflict:
        return Text::tr("Refused: the instance is busy");
    case Error::Kind::Rejected:
        return Text::tr("Rejected: the service refused the request");
    case Error::Kind::Server:
        return Text::tr("Unclear: the service itself failed");
    case Error::Kind::BadReply:
        return Text::tr("Unclear: the reply was not the service's");
    case Error::Kind::Input:
        return Text::tr("Not sent: something typed needs correcting");
    case Error::Kind::Storage:
        return Text::tr("Not written: the disk or file refused");
    case Error::Kind::Keychain:
        return Text::tr("Not available: the keychain did not help");
    case Error::Kind::Internal:
        break;
    }
    return Text::tr("Stopped: a fault in Uplift");
}

/// Did it end before anything left this machine?
bool stayedHere(Error::Kind kind)
{
    return kind == Error::Kind::Input || kind == Error::Kind::Offline || kind == Error::Kind::Tls
        || kind == Error::Kind::Proxy || kind == Error::Kind::Storage || kind == Error::Kind::Keychain;
}

QString changedText(Error::Kind kind, Error::Change change)
{
    switch (change) {
    case Error::Change::No:
        if (stayedHere(kind))
            return Text::tr("No. Nothing was sent.");
        return Text::tr("No. Status and version are as before.");
    case Error::Change::Yes:
        return Text::tr("Yes. The request was carried out.");
    case Error::Change::Unknown:
        break;
    }
    return Text::tr("Not known. The request may have been carried out.");
}

QString againText(TryAgain again)
{
    switch (again) {
    case TryAgain::Yes:
        return Text::tr("Yes. The same may be asked again, once its cause is mended.");
    case TryAgain::AfterCause:
        return Text::tr("Yes, but it will be refused again until the cause is removed.");
    case TryAgain::No:
        return Text::tr("No. A second request could do it twice.");
    case TryAgain::AskFirst:
        break;
    }
    return Text::tr("Ask first. Look at what the instance does now, before anything is sent again.");
}

QString nextText(const Error &error)
{
    if (!error.next.isEmpty())
        return error.next;
    return error.retry == Error::Retry::Safe
        ? Text::tr("Try again.")
        : Text::tr("Look in the provider's console for what became of it.");
}

} // namespace

TryAgain tryAgain(const Error &error)
{
    switch (error.retry) {
    case Error::Retry::Safe:
        return TryAgain::Yes;
    case Error::Retry::Unsafe:
        return TryAgain::No;
    case Error::Retry::AskFirst:
        break;
    }
    // Refused before it began: asking again does no harm, and no good either.
    const bool refused = error.change == Error::Change::No && error.kind != Error::Kind::Server;
    return refused ? TryAgain::AfterCause : TryAgain::AskFirst;
}

ErrorText errorText(const Error &error)
{
    ErrorText text;
    text.headline = headlineOf(error.kind);
    text.code = plainLine(error.code);
    text.happened = error.message;
    if (const QString said = plainLine(error.providerMessage); !said.isEmpty())
        //: %1 is a whole sentence of ours, %2 the service's own words
        text.happened = Text::tr("%1 The service says: “%2”").arg(error.message, said);
    text.changed = changedText(error.kind, error.change);
    text.again = againText(tryAgain(error));
    text.next = nextText(error);
    text.requestId = plainLine(error.requestId);
    return text;
}

QString errorInBrief(const Error &error)
{
    //: What happened, and what to do next: two sentences
    return error.next.isEmpty() ? error.message : Text::tr("%1 %2").arg(error.message, error.next);
}

QString errorAsText(const ErrorText &text)
{
    QStringList lines{
        text.code.isEmpty() ? text.headline : text.headline + QStringLiteral(" (%1)").arg(text.code),
        Text::tr("What happened: %1").arg(text.happened),
        Text::tr("Did anything change in the cloud: %1").arg(text.changed),
        Text::tr("Is trying again safe: %1").arg(text.again), Text::tr("What to do next: %1").arg(text.next)};
    if (!text.requestId.isEmpty())
        lines.append(QStringLiteral("RequestId: %1").arg(text.requestId));
    return lines.join(u'\n');
}

} // namespace uplift
