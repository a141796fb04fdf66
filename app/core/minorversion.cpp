// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/minorversion.h"

#include <QCoreApplication>
#include <QStringList>

namespace uplift {

namespace {

constexpr int maxParts = 8;
constexpr int maxText = 128;

QString tr(const char *text) { return QCoreApplication::translate("uplift::core", text); }

} // namespace

MinorVersion MinorVersion::parse(const QString &text)
{
    MinorVersion version;
    version.m_raw = text.trimmed().left(maxText);
    const QString bare = version.m_raw.mid(version.m_raw.lastIndexOf(QLatin1Char('_')) + 1);
    const QStringList parts = bare.split(QLatin1Char('.'));
    if (parts.size() < 2 || parts.size() > maxParts)
        return version;
    QList<quint32> numbers;
    for (const QString &part : parts) {
        bool ok = false;
        const quint32 number = part.toUInt(&ok);
        // toUInt takes signs and blanks; a version part is digits alone.
        if (!ok || part.isEmpty() || !part.at(0).isDigit())
            return version;
        numbers.append(number);
    }
    version.m_parts = numbers;
    return version;
}

QString MinorVersion::text() const
{
    QStringList parts;
    for (const quint32 part : m_parts)
        parts.append(QString::number(part));
    return parts.join(QLatin1Char('.'));
}

int MinorVersion::compare(const MinorVersion &a, const MinorVersion &b)
{
    const qsizetype count = qMax(a.m_parts.size(), b.m_parts.size());
    for (qsizetype i = 0; i < count; ++i) {
        const quint32 left = a.m_parts.value(i, 0);
        const quint32 right = b.m_parts.value(i, 0);
        if (left != right)
            return left < right ? -1 : 1;
    }
    return 0;
}

Result<QString> parseTargetVersion(const QString &typed, const MinorVersion &current)
{
    const QString field = QStringLiteral("targetVersion");
    const QString text = typed.trimmed();
    const QString latest = QStringLiteral("latest_version");
    if (text.isEmpty())
        return failure(Error::input(field,
                                    tr("The target version is empty. Choose the latest one, "
                                       "or enter a version such as 7.0.1.14.")));
    if (text.compare(latest, Qt::CaseInsensitive) == 0)
        return latest;
    const MinorVersion target = MinorVersion::parse(text);
    if (!target.isKnown() || text.contains(QLatin1Char('_')))
        return failure(
            Error::input(field,
                         tr("“%1” is not a minor version. Enter numbers with dots, such as 7.0.1.14, "
                            "or choose the latest one.")
                             .arg(text.left(maxText))));
    if (current.isKnown() && MinorVersion::compare(target, current) < 0)
        return failure(Error::input(field,
                                    tr("%1 is older than the version in use, %2. A minor version cannot be "
                                       "downgraded: choose a newer one.")
                                        .arg(target.text(), current.text())));
    if (current.isKnown() && MinorVersion::compare(target, current) == 0)
        return failure(Error::input(
            field, tr("The instance runs %1 already. Choose a newer version.").arg(target.text())));
    return target.text();
}

UpdateLevel parseUpdateLevel(const QString &text)
{
    const QString level = text.trimmed();
    if (level == QLatin1String("0"))
        return UpdateLevel::Regular;
    if (level == QLatin1String("1"))
        return UpdateLevel::Recommended;
    if (level == QLatin1String("2"))
        return UpdateLevel::Critical;
    return UpdateLevel::Unknown;
}

} // namespace uplift
