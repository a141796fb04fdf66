// SPDX-License-Identifier: GPL-3.0-or-later
// The C library's fdatasync, which SQLite calls, with a counter in front of it.
#include "sweeprun.h"

#include <QHash>
#include <QMutex>

#include <cerrno>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct Watched {
    QMutex mutex;
    QHash<QByteArray, std::shared_ptr<uplift::upgrade::test::FailingSync::State>> byFolder;
};

Watched &watched()
{
    static Watched all;
    return all;
}

bool failsNow(int file)
{
    char path[4096];
    const QByteArray link = "/proc/self/fd/" + QByteArray::number(file);
    const ssize_t length = readlink(link.constData(), path, sizeof path);
    const QByteArray name(path, std::max<ssize_t>(0, length));
    const QMutexLocker lock(&watched().mutex);
    for (auto it = watched().byFolder.cbegin(); it != watched().byFolder.cend(); ++it) {
        if (!name.startsWith(it.key()))
            continue;
        const int left = (*it)->left.fetch_sub(1);
        return left == 1 || ((*it)->lasting && left < 1);
    }
    return false;
}

} // namespace

// Found before the C library's own, since it lies in the program itself.
extern "C" int fdatasync(int file)
{
    if (failsNow(file)) {
        errno = EIO;
        return -1;
    }
    return static_cast<int>(syscall(SYS_fdatasync, file));
}

namespace uplift::upgrade::test {

FailingSync::FailingSync(const QString &folder, int nth, bool lasting)
    : m_folder(folder.toUtf8() + '/'), m_state(std::make_shared<State>())
{
    m_state->left = nth;
    m_state->lasting = lasting;
    const QMutexLocker lock(&watched().mutex);
    watched().byFolder.insert(m_folder, m_state);
}

FailingSync::~FailingSync()
{
    const QMutexLocker lock(&watched().mutex);
    watched().byFolder.remove(m_folder);
}

} // namespace uplift::upgrade::test
