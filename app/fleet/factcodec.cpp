// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/factcodec.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <limits>

namespace uplift::fleet {

namespace {

// Layout of the bytes. A change of any field raises it; older rows are then read anew from the service.
constexpr quint8 layout = 1;
constexpr qsizetype checkBytes = 8;
constexpr quint32 textMost = 64 * 1024; ///< characters of one text
constexpr quint32 itemsMost = 500; ///< tags, notes

/// Writes fields one after another.
class Writer {
public:
    Writer() : m_stream(&m_bytes, QIODevice::WriteOnly)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
        m_stream << layout;
    }
    void text(const QString &text)
    {
        const QByteArray utf8 = QStringView(text).left(textMost).toUtf8();
        m_stream << static_cast<quint32>(utf8.size());
        m_stream.writeRawData(utf8.constData(), static_cast<int>(utf8.size()));
    }
    void number(qint64 value) { m_stream << value; }
    template <class T> void optional(const std::optional<T> &value)
    {
        m_stream << (value ? static_cast<qint64>(*value) : std::numeric_limits<qint64>::min());
    }
    void time(const QDateTime &time)
    {
        number(time.isValid() ? time.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min());
    }
    /// The bytes behind a checksum: a flipped bit must not show as another version.
    [[nodiscard]] QByteArray sealed() const
    {
        return QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha1).first(checkBytes) + m_bytes;
    }

private:
    QByteArray m_bytes;
    QDataStream m_stream;
};

/// Reads what Writer wrote; once something is odd, everything is empty and ok() is false.
class Reader {
public:
    explicit Reader(const QByteArray &sealed) : m_bytes(sealed.mid(checkBytes)), m_stream(m_bytes)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
        m_ok = sealed.size() > checkBytes
            && QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha1).first(checkBytes)
                == sealed.first(checkBytes);
        quint8 found = 0;
        m_stream >> found;
        m_ok = m_ok && found == layout;
    }
    [[nodiscard]] QString text()
    {
        quint32 size = 0;
        m_stream >> size;
        // Three bytes of UTF-8 are the most for one UTF-16 unit.
        if (!good() || size > textMost * 3 || size > m_stream.device()->bytesAvailable()) {
            m_ok = false;
            return {};
        }
        QByteArray utf8(static_cast<qsizetype>(size), Qt::Uninitialized);
        m_stream.readRawData(utf8.data(), static_cast<int>(size));
        return QString::fromUtf8(utf8);
    }
    [[nodiscard]] qint64 number(qint64 lowest, qint64 highest)
    {
        qint64 value = 0;
        m_stream >> value;
        if (!good() || value < lowest || value > highest) {
            m_ok = false;
            return lowest;
        }
        return value;
    }
    template <class T> [[nodiscard]] T choice(T last)
    {
        return static_cast<T>(number(0, static_cast<qint64>(last)));
    }
    template <class T> [[nodiscard]] std::optional<T> optional()
    {
        qint64 value = 0;
        m_stream >> value;
        if (!good() || value == std::numeric_limits<qint64>::min())
            return std::nullopt;
        if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
            m_ok = false;
            return std::nullopt;
        }
        return static_cast<T>(value);
    }
    [[nodiscard]] QDateTime time()
    {
        qint64 value = 0;
        m_stream >> value;
        // From 2000 to 2200: anything else was never written here.
        constexpr qint64 first = 946'684'800'000;
        constexpr qint64 last = 7'258'118'400'000;
        if (!good() || value < first || value > last)
            return {};
        return QDateTime::fromMSecsSinceEpoch(value, Qt::UTC);
    }
    [[nodiscard]] bool ok() const { return m_ok && m_stream.status() == QDataStream::Ok; }
    [[nodiscard]] bool atEnd() const { return m_stream.atEnd(); }

private:
    bool good()
    {
        m_ok = m_ok && m_stream.status() == QDataStream::Ok;
        return m_ok;
    }
    QByteArray m_bytes;
    QDataStream m_stream;
    bool m_ok = false;
};

void writeInstance(Writer &out, const Instance &i)
{
    for (const QString &text : {i.id.value,
                                i.name,
                                i.region.value,
                                i.zone,
                                i.secondaryZone,
                                i.statusText,
                                i.instanceType,
                                i.editionType,
                                i.architectureType,
                                i.instanceClass,
                                i.realInstanceClass,
                                i.nodeType,
                                i.computingType,
                                i.replicationMode,
                                i.zoneType,
                                i.engineVersion,
                                i.distributedInstanceId,
                                i.connectionDomain,
                                i.chargeType,
                                i.endTime})
        out.text(text);
    out.number(static_cast<qint64>(i.status));
    for (const auto &number :
         {i.shardCount, i.replicaCount, i.secondaryReplicaCount, i.readOnlyCount, i.capacityMb, i.port})
        out.optional(number);
    out.optional(i.orderCompleted);
    out.optional(i.renewChangeOrder);
    out.text(i.window ? i.window->startWire() : QString());
    out.text(i.window ? i.window->endWire() : QString());
    const qsizetype tags = std::min<qsizetype>(i.tags.size(), itemsMost);
    out.number(tags);
    for (qsizetype at = 0; at < tags; ++at) {
        out.text(i.tags.at(at).first);
        out.text(i.tags.at(at).second);
    }
}

Instance readInstance(Reader &in)
{
    Instance i;
    for (QString *text : {&i.id.value,
                          &i.name,
                          &i.region.value,
                          &i.zone,
                          &i.secondaryZone,
                          &i.statusText,
                          &i.instanceType,
                          &i.editionType,
                          &i.architectureType,
                          &i.instanceClass,
                          &i.realInstanceClass,
                          &i.nodeType,
                          &i.computingType,
                          &i.replicationMode,
                          &i.zoneType,
                          &i.engineVersion,
                          &i.distributedInstanceId,
                          &i.connectionDomain,
                          &i.chargeType,
                          &i.endTime})
        *text = in.text();
    i.status = in.choice(InstanceStatus::ZoneMigrating);
    for (auto *number :
         {&i.shardCount, &i.replicaCount, &i.secondaryReplicaCount, &i.readOnlyCount, &i.capacityMb, &i.port})
        *number = in.optional<int>();
    i.orderCompleted = in.optional<bool>();
    i.renewChangeOrder = in.optional<bool>();
    const QString windowStart = in.text();
    const QString windowEnd = in.text();
    i.window = MaintenanceWindow::parse(windowStart, windowEnd);
    const qint64 tags = in.number(0, itemsMost);
    for (qint64 at = 0; at < tags && in.ok(); ++at) {
        QString name = in.text();
        QString value = in.text();
        i.tags.append({std::move(name), std::move(value)});
    }
    return i;
}

void writeVersion(Writer &out, const EngineVersion &v)
{
    for (const QString &text : {v.engine, v.majorVersion, v.current.raw(), v.latest.raw(), v.rawNotes,
                                v.proxyCurrent.raw(), v.proxyLatest.raw()})
        out.text(text);
    out.number(static_cast<qint64>(v.level));
    out.number(static_cast<qint64>(v.proxyLevel));
    out.optional(v.isLatest);
    out.optional(v.upgradeAvailable);
    out.optional(v.autoUpgrade);
}

EngineVersion readVersion(Reader &in)
{
    EngineVersion v;
    QString current;
    QString latest;
    QString proxyCurrent;
    QString proxyLatest;
    for (QString *text :
         {&v.engine, &v.majorVersion, &current, &latest, &v.rawNotes, &proxyCurrent, &proxyLatest})
        *text = in.text();
    v.current = MinorVersion::parse(current);
    v.latest = MinorVersion::parse(latest);
    v.proxyCurrent = MinorVersion::parse(proxyCurrent);
    v.proxyLatest = MinorVersion::parse(proxyLatest);
    v.level = in.choice(UpdateLevel::Critical);
    v.proxyLevel = in.choice(UpdateLevel::Critical);
    v.isLatest = in.optional<bool>();
    v.upgradeAvailable = in.optional<bool>();
    v.autoUpgrade = in.optional<bool>();
    return v;
}

} // namespace

QByteArray encodeNotes(const QList<ReleaseNote> &notes)
{
    if (notes.isEmpty())
        return {};
    Writer out;
    const qsizetype count = std::min<qsizetype>(notes.size(), itemsMost);
    out.number(count);
    for (qsizetype at = 0; at < count; ++at) {
        const ReleaseNote &note = notes.at(at);
        for (const QString &text : {note.version.raw(), note.date, note.chinese, note.english})
            out.text(text);
        out.number(static_cast<qint64>(note.level));
    }
    return out.sealed();
}

std::optional<QList<ReleaseNote>> decodeNotes(const QByteArray &notes)
{
    QList<ReleaseNote> list;
    if (notes.isEmpty())
        return list;
    Reader in(notes);
    const qint64 count = in.number(0, itemsMost);
    for (qint64 at = 0; at < count && in.ok(); ++at) {
        ReleaseNote note;
        note.version = MinorVersion::parse(in.text());
        note.date = in.text();
        note.chinese = in.text();
        note.english = in.text();
        note.level = in.choice(UpdateLevel::Critical);
        list.append(std::move(note));
    }
    if (!in.ok() || !in.atEnd())
        return std::nullopt;
    return list;
}

CachedFacts encodeFacts(const KnownInstance &known)
{
    Writer out;
    out.text(known.key.account.value);
    out.text(known.key.region.value);
    out.text(known.key.instance.value);
    for (const QDateTime &time : {known.listed, known.detailsAsked, known.versionAsked})
        out.time(time);
    out.number(known.gone ? 1 : 0);
    out.number(known.facts ? 1 : 0);
    if (known.facts)
        writeInstance(out, *known.facts);
    out.number(known.version ? 1 : 0);
    CachedFacts cached;
    if (known.version) {
        writeVersion(out, *known.version);
        cached.notes = encodeNotes(known.version->notes);
        cached.proxyNotes = encodeNotes(known.version->proxyNotes);
    }
    cached.row = out.sealed();
    return cached;
}

std::optional<KnownInstance> decodeFacts(const QByteArray &row)
{
    Reader in(row);
    KnownInstance known;
    known.key.account.value = in.text();
    known.key.region.value = in.text();
    known.key.instance.value = in.text();
    for (QDateTime *time : {&known.listed, &known.detailsAsked, &known.versionAsked})
        *time = in.time();
    known.gone = in.number(0, 1) == 1;
    if (in.number(0, 1) == 1)
        known.facts = readInstance(in);
    if (in.number(0, 1) == 1)
        known.version = readVersion(in);
    const bool named =
        !known.key.account.isEmpty() && !known.key.region.isEmpty() && !known.key.instance.isEmpty();
    if (!in.ok() || !in.atEnd() || !named)
        return std::nullopt;
    if (known.detailsAsked.isValid() && known.versionAsked.isValid())
        known.asked = std::min(known.detailsAsked, known.versionAsked);
    known.fromCache = true;
    return known;
}

} // namespace uplift::fleet
