// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

namespace uplift {

Error Error::input(const QString &field, const QString &message, const QString &next)
{
    Error error = of(Kind::Input, message, next);
    error.field = field;
    return error;
}

Error Error::of(Kind kind, const QString &message, const QString &next)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.next = next;
    return error;
}

} // namespace uplift
