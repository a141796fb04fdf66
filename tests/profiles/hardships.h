// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

/// What a machine may do to a file, each undone when its object goes.
namespace uplift::hardships {

/// While it lives, this process has no more rights than any user, so that a read-only folder is one for
/// root's tests too.
class OrdinaryUser {
public:
    OrdinaryUser()
    {
        if (geteuid() == 0)
            m_changed = setresuid(65534, 65534, 0) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_changed && setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY(OrdinaryUser)
    static void own(const QString &path)
    {
        if (geteuid() == 0)
            QCOMPARE(chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
    }

private:
    bool m_changed = false;
};

/// While it lives, no file of this process grows beyond `bytes`.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_formerHandler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_former);
        const rlimit limit{bytes, m_former.rlim_max};
        m_set = setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, m_formerHandler);
    }
    Q_DISABLE_COPY(FileSizeLimit)
    [[nodiscard]] bool isSet() const { return m_set; }

private:
    rlimit m_former{};
    void (*m_formerHandler)(int) = SIG_DFL;
    bool m_set = false;
};

/// A file system of 64 KiB at `place`, gone with this object.
class TinyFileSystem {
public:
    explicit TinyFileSystem(const QString &place)
        : m_place(QFile::encodeName(place)),
          m_mounted(mount("none", m_place.constData(), "tmpfs", 0, "size=64k") == 0)
    {
    }
    ~TinyFileSystem()
    {
        if (m_mounted)
            umount(m_place.constData());
    }
    Q_DISABLE_COPY(TinyFileSystem)
    [[nodiscard]] bool isMounted() const { return m_mounted; }

private:
    QByteArray m_place;
    bool m_mounted;
};

} // namespace uplift::hardships
