// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace uplift::secrets {

/// What hardenProcess() achieved, for the log and for tests.
struct Hardening {
    bool privateFiles = false; ///< new files and folders belong to the user alone
    bool noCoreDumps = false;
    bool closedToDebuggers = false; ///< other programs of the same user cannot attach or read our memory
};

/// First thing in main(), before any file is made and any secret read (pitfalls S3, S6).
///
/// Linux: umask 077, RLIMIT_CORE 0, PR_SET_DUMPABLE 0. macOS: umask, RLIMIT_CORE 0, PT_DENY_ATTACH. Windows:
/// nothing is done; files inherit the profile folder's rights there, and crash dumps are the system's
/// setting. The build switch UPLIFT_DUMPABLE, and in debug builds the environment variable UPLIFT_DEBUGGABLE,
/// leave the process open to debuggers; core dumps stay off.
Hardening hardenProcess();

} // namespace uplift::secrets
