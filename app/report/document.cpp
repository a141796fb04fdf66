// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/document.h"

#include "core/redact.h"

namespace uplift::report {

QString cleanText(const QString &text)
{
    QString clean;
    const QList<uint> codes = plainLine(text).toUcs4();
    clean.reserve(codes.size());
    for (const uint code : codes) {
        const char32_t kept = QChar::isNonCharacter(code) || QChar::isSurrogate(code) ? U'\ufffd' : code;
        clean += QStringView(QChar::fromUcs4(kept));
    }
    return clean;
}

} // namespace uplift::report
