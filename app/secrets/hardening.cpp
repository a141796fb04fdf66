// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/types.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_MACOS
#include <sys/ptrace.h>
#endif

namespace uplift::secrets {

namespace {

bool debuggersWanted()
{
#if defined(UPLIFT_DUMPABLE)
    return true;
#elif !defined(NDEBUG)
    return qEnvironmentVariableIsSet("UPLIFT_DEBUGGABLE");
#else
    return false;
#endif
}

#ifdef Q_OS_UNIX
bool switchCoreDumpsOff()
{
    const rlimit none{0, 0};
    return setrlimit(RLIMIT_CORE, &none) == 0;
}
#endif

bool shutDebuggersOut()
{
#if defined(Q_OS_LINUX)
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
#elif defined(Q_OS_MACOS)
    return ptrace(PT_DENY_ATTACH, 0, nullptr, 0) == 0;
#else
    return false;
#endif
}

} // namespace

Hardening hardenProcess()
{
    Hardening done;
#ifdef Q_OS_UNIX
    umask(S_IRWXG | S_IRWXO);
    done.privateFiles = true;
    done.noCoreDumps = switchCoreDumpsOff();
#endif
    if (!debuggersWanted())
        done.closedToDebuggers = shutDebuggersOut();
    return done;
}

} // namespace uplift::secrets
