// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testauthority.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace uplift::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

void addExtension(X509 *certificate, X509 *issuer, int what, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, what, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate newCertificate(const char *name, EVP_PKEY *key, long serial)
{
    constexpr long day = 24L * 3600;
    Certificate certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 30 * day);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    return certificate;
}

} // namespace

struct TestAuthority::Keys {
    Key authorityKey{EVP_EC_gen("P-256"), &EVP_PKEY_free};
    Key serverKey{EVP_EC_gen("P-256"), &EVP_PKEY_free};
    Certificate authority{nullptr, &X509_free};
    Certificate server{nullptr, &X509_free};
};

TestAuthority::TestAuthority()
{
    auto keys = std::make_shared<Keys>();
    keys->authority = newCertificate("Uplift test authority", keys->authorityKey.get(), 1);
    X509 *authority = keys->authority.get();
    X509_set_issuer_name(authority, X509_get_subject_name(authority));
    addExtension(authority, authority, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(authority, authority, NID_key_usage, "critical,keyCertSign,cRLSign");
    X509_sign(authority, keys->authorityKey.get(), EVP_sha256());

    keys->server = newCertificate("Uplift test server", keys->serverKey.get(), 2);
    X509 *server = keys->server.get();
    X509_set_issuer_name(server, X509_get_subject_name(authority));
    addExtension(server, authority, NID_subject_alt_name, "DNS:localhost,DNS:*.aliyuncs.com,IP:127.0.0.1");
    addExtension(server, authority, NID_ext_key_usage, "serverAuth");
    X509_sign(server, keys->authorityKey.get(), EVP_sha256());
    m_keys = std::move(keys);
}

QByteArray TestAuthority::certificatePem() const
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, m_keys->authority.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    QByteArray pem(data, size);
    BIO_free(memory);
    return pem;
}

QSslCertificate TestAuthority::certificate() const { return QSslCertificate(certificatePem(), QSsl::Pem); }

SSL_CTX *TestAuthority::newServerContext() const
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate(context, m_keys->server.get());
    SSL_CTX_use_PrivateKey(context, m_keys->serverKey.get());
    return context;
}

} // namespace uplift::test
