// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>

#include <memory>

using SSL_CTX = struct ssl_ctx_st;

namespace uplift::test {

/// A certificate authority that lives as long as the test, and one server certificate of it for 127.0.0.1,
/// localhost and *.aliyuncs.com. Made in memory: no key of ours lies in a file.
class TestAuthority {
public:
    TestAuthority();
    [[nodiscard]] QSslCertificate certificate() const; ///< for NetworkOptions::extraCertificates
    [[nodiscard]] QByteArray certificatePem() const; ///< for a child process
    /// A server's context with that certificate; the caller frees it with SSL_CTX_free.
    [[nodiscard]] SSL_CTX *newServerContext() const;

private:
    struct Keys;
    std::shared_ptr<const Keys> m_keys;
};

} // namespace uplift::test
