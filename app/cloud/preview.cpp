// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/changecall.h"
#include "cloud/encoding.h"
#include "core/accesskey.h"

namespace uplift::cloud {

namespace {

const QString mask = QStringLiteral("····");
/// Stands where the key id would: signed with, then replaced, so that the real id meets no encoder.
const QString standInId = QStringLiteral("UpliftPreviewKeyId");
const QByteArray standInToken = QByteArrayLiteral("UpliftPreviewToken");

AccessKey standInFor(const AccessKey &key)
{
    AccessKey standIn;
    standIn.id = standInId;
    standIn.secret = SecretBytes("preview");
    if (!key.securityToken.isEmpty())
        standIn.securityToken = SecretBytes(standInToken);
    return standIn;
}

QString masked(const QByteArray &text, const QByteArray &signature, const QString &keyId)
{
    QString shown = QString::fromUtf8(text);
    shown.replace(standInId, maskedKeyId(keyId));
    shown.replace(QString::fromLatin1(standInToken), mask);
    shown.replace(QString::fromLatin1(signature), mask);
    shown.replace(QString::fromLatin1(signature.toPercentEncoding()), mask);
    return shown;
}

} // namespace

RequestPreview previewOf(const ChangeRequest &request, const Caller &caller, const QDateTime &when,
                         const NetworkOptions &options)
{
    RequestPreview preview;
    preview.method = QStringLiteral("POST");
    const Operation operation = toOperation(request);
    for (auto it = request.parameters.begin(); it != request.parameters.end(); ++it)
        preview.parameters.append({it.key(), it.value()});

    const Result<Endpoint> endpoint = caller.endpoint(operation.product, operation.region);
    if (!endpoint)
        return preview;
    const Result<SignedRequest> signedRequest =
        signOperation(operation, *endpoint, caller.settings, standInFor(caller.key), when, request.nonce);
    if (!signedRequest)
        return preview;
    const Result<QNetworkRequest> wire = toNetworkRequest(*endpoint, *signedRequest, options);
    if (!wire)
        return preview;
    const QByteArray &signature = signedRequest->trace.signature;
    preview.url = masked(wire->url().toEncoded(), signature, caller.key.id);
    preview.body = masked(signedRequest->body, signature, caller.key.id);
    const QList<QByteArray> names = wire->rawHeaderList();
    for (const QByteArray &name : names)
        preview.headers.append(
            {QString::fromLatin1(name), masked(wire->rawHeader(name), signature, caller.key.id)});
    preview.headers.append({QStringLiteral("Content-Length"), QString::number(signedRequest->body.size())});
    return preview;
}

} // namespace uplift::cloud
