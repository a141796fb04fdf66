// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/wire.h"

#include "core/secretbytes.h"

#include <QCoreApplication>
#include <QSslConfiguration>
#include <QSslSocket>

namespace uplift::cloud {

namespace {

Error unsendable(const QString &detail)
{
    Error error = Error::of(
        Error::Kind::Internal,
        QCoreApplication::translate(
            "uplift::cloud",
            "The request could not be put on the wire as it was signed, so it was not sent."),
        QCoreApplication::translate("uplift::cloud", "This is a defect of Uplift. Please report it."));
    error.detail = detail;
    return error;
}

QSslConfiguration tlsFor(const NetworkOptions &options, const Authorities &authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!options.extraCertificates.isEmpty())
        tls.addCaCertificates(options.extraCertificates);
    if (!authorities.certificates.isEmpty())
        tls.addCaCertificates(authorities.certificates);
    return tls;
}

void setAttributes(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
}

} // namespace

Result<QNetworkRequest> toNetworkRequest(const Endpoint &endpoint, const SignedRequest &signedRequest,
                                         const NetworkOptions &options, const Authorities &authorities)
{
    QByteArray encoded = endpoint.url().toEncoded();
    if (!signedRequest.query.isEmpty())
        encoded += '?' + signedRequest.query;
    const QUrl url = QUrl::fromEncoded(encoded, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return failure(unsendable(QStringLiteral("The URL is not valid.")));
    if (url.toEncoded() != encoded)
        return failure(unsendable(QStringLiteral("The URL would not carry the signed bytes.")));

    QNetworkRequest request(url);
    setAttributes(request);
    if (endpoint.scheme == QLatin1String("https"))
        request.setSslConfiguration(tlsFor(options, authorities));
    for (const auto &[name, value] : signedRequest.headers)
        request.setRawHeader(name, value);
    request.setRawHeader("User-Agent",
                         options.userAgent.isEmpty() ? QByteArrayLiteral("Uplift")
                                                     : options.userAgent.toLatin1());
    // An own Accept-Encoding also keeps Qt from unpacking what a server sends in spite of it.
    request.setRawHeader("Accept-Encoding", "identity");
    // Without it Qt would tell the language of the desktop.
    request.setRawHeader("Accept-Language", "en");
    return request;
}

void wipe(SignedRequest &request)
{
    uplift::wipe(request.body);
    uplift::wipe(request.query);
    for (auto &[name, value] : request.headers)
        uplift::wipe(value);
    uplift::wipe(request.trace.canonicalQuery);
    uplift::wipe(request.trace.canonicalHeaders);
    uplift::wipe(request.trace.canonicalRequest);
    uplift::wipe(request.trace.stringToSign);
}

QString describe(int networkError, int httpStatus)
{
    QString text = QStringLiteral("Qt network error %1").arg(networkError);
    if (httpStatus > 0)
        text += QStringLiteral(", HTTP status %1").arg(httpStatus);
    return text;
}

} // namespace uplift::cloud
