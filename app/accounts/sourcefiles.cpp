// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/sourcefiles.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace uplift::accounts {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::accounts", text); }

QString notRegular(const QString &shown)
{
    return tr("%1 is not a regular file, so it was not read.").arg(shown);
}

QString tooLarge(const QString &shown)
{
    return tr("%1 is larger than 1 MiB, which no such file is, so it was not read.").arg(shown);
}

QString notOpened(const QString &shown, const QString &cause)
{
    //: %1 path, %2 the system's own words
    return tr("%1 cannot be read (%2). Let your user read it, then look again.").arg(shown, cause);
}

#ifdef Q_OS_UNIX
QString systemWords(int error) { return QString::fromStdString(std::system_category().message(error)); }

class OpenFile {
public:
    // Not blocking: opening a fifo nobody writes to would wait for ever.
    explicit OpenFile(const QString &path)
        : m_descriptor(
            open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY))
    {
    }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    Q_DISABLE_COPY(OpenFile)
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Reads up to one byte more than fits. Nothing on an error, which errno holds.
std::optional<SecretBytes> readAll(int descriptor)
{
    QByteArray buffer;
    buffer.resize(static_cast<qsizetype>(maxCredentialFile) + 1);
    qsizetype size = 0;
    bool good = true;
    while (size < buffer.size()) {
        const ssize_t got =
            read(descriptor, buffer.data() + size, static_cast<std::size_t>(buffer.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        good = got >= 0;
        if (got <= 0)
            break;
        size += got;
    }
    const int error = errno;
    std::optional<SecretBytes> bytes;
    if (good)
        bytes.emplace(QByteArrayView(buffer).first(size));
    wipe(buffer);
    errno = error;
    return bytes;
}
#endif

QString inHome(const Surroundings &surroundings, const QString &path)
{
    return path.startsWith(QLatin1String("~/")) ? surroundings.home + path.mid(1) : path;
}

} // namespace

#ifdef Q_OS_UNIX
SourceFile readSourceFile(const QString &path, const QString &shown)
{
    SourceFile file;
    file.path = shown;
    const OpenFile opened(path);
    if (opened.descriptor() < 0) {
        const int error = errno;
        file.exists = error != ENOENT && error != ENOTDIR;
        if (file.exists)
            file.refusal = notOpened(shown, systemWords(error));
        return file;
    }
    file.exists = true;
    struct stat facts = {};
    if (fstat(opened.descriptor(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
        file.refusal = notRegular(shown);
        return file;
    }
    std::optional<SecretBytes> bytes = readAll(opened.descriptor());
    if (!bytes)
        file.refusal = notOpened(shown, systemWords(errno));
    else if (bytes->size() > maxCredentialFile)
        file.refusal = tooLarge(shown);
    else
        file.bytes = *std::move(bytes);
    return file;
}
#else
SourceFile readSourceFile(const QString &path, const QString &shown)
{
    SourceFile file;
    file.path = shown;
    file.exists = QFileInfo::exists(path);
    if (!file.exists)
        return file;
    QFile source(path);
    if (!QFileInfo(path).isFile())
        file.refusal = notRegular(shown);
    else if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        file.refusal = notOpened(shown, source.errorString());
    else if (source.size() > static_cast<qint64>(maxCredentialFile))
        file.refusal = tooLarge(shown);
    if (!file.refusal.isEmpty())
        return file;
    QByteArray buffer;
    buffer.resize(static_cast<qsizetype>(maxCredentialFile));
    const qint64 got = source.read(buffer.data(), buffer.size());
    if (got < 0)
        file.refusal = notOpened(shown, source.errorString());
    else
        file.bytes = SecretBytes(QByteArrayView(buffer).first(static_cast<qsizetype>(got)));
    wipe(buffer);
    return file;
}
#endif

SourceFile readCliFile(const Surroundings &surroundings)
{
    const QString shown = QStringLiteral("~/.aliyun/config.json");
    for (const char *variable : {"ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "ALIBABA_CLOUD_IGNORE_PROFILE"}) {
        if (!surroundings.isTrue(variable))
            continue;
        SourceFile file;
        file.path = shown;
        file.disabledBy = QString::fromLatin1(variable);
        return file;
    }
    return readSourceFile(inHome(surroundings, shown), shown);
}

SourceFile readIniFile(const Surroundings &surroundings)
{
    const QString named = surroundings.text("ALIBABA_CLOUD_CREDENTIALS_FILE");
    const QString path = named.isEmpty() ? QStringLiteral("~/.alibabacloud/credentials") : named;
    return readSourceFile(inHome(surroundings, path), plainLine(path));
}

} // namespace uplift::accounts
