// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/rules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace uplift::impact {

namespace {

const QList<std::pair<Group, QString>> groupNames = {
    {Group::Cluster, QStringLiteral("cluster")},
    {Group::ReadWriteSplitting, QStringLiteral("readWriteSplitting")},
    {Group::StandardTwoNodes, QStringLiteral("standardTwoNodes")},
    {Group::StandardOneNode, QStringLiteral("standardOneNode")},
    {Group::Memcache, QStringLiteral("memcache")},
    {Group::Unclear, QStringLiteral("unclear")}};

const QList<std::pair<ProxyWay, QString>> proxyNames = {
    {ProxyWay::CloudNative, QStringLiteral("cloudNative")},
    {ProxyWay::Classic, QStringLiteral("classic")},
    {ProxyWay::Unclear, QStringLiteral("unclear")}};

const QList<std::pair<How, QString>> howNames = {{How::Migration, QStringLiteral("migration")},
                                                 {How::InPlace, QStringLiteral("inPlace")},
                                                 {How::Unstated, QStringLiteral("unstated")},
                                                 {How::RollingRestart, QStringLiteral("rollingRestart")},
                                                 {How::Hot, QStringLiteral("hot")}};

/// Each text the rules ask for by name.
const QStringList textNames = {
    QStringLiteral("recommendation"),          QStringLiteral("description.contradiction"),
    QStringLiteral("description.uncertain"),   QStringLiteral("reason.contradiction"),
    QStringLiteral("reason.unknownWord"),      QStringLiteral("reason.missingArchitecture"),
    QStringLiteral("reason.missingNodes"),     QStringLiteral("reason.unverifiedNodes"),
    QStringLiteral("reason.unverifiedMedium"), QStringLiteral("reason.missingDeployment"),
    QStringLiteral("reason.memcache"),         QStringLiteral("effect.blocking"),
    QStringLiteral("effect.transactions"),     QStringLiteral("effect.pubsub"),
    QStringLiteral("effect.singleNode"),       QStringLiteral("effect.distributed"),
    QStringLiteral("effect.medium"),           QStringLiteral("proxy.cloudNative"),
    QStringLiteral("proxy.classic"),           QStringLiteral("proxy.unknown"),
    QStringLiteral("effect.direct"),           QStringLiteral("reason.noProxy")};

/// No bound a document states comes near this.
constexpr int largestBound = 24 * 3600;

} // namespace

/// Fills a table from JSON and remembers the first thing that is missing.
class TableReader {
public:
    explicit TableReader(const QJsonObject &root) : m_root(root) { }

    Result<ImpactTable> read()
    {
        const QJsonObject texts = m_root[QLatin1String("texts")].toObject();
        for (const QString &name : textNames)
            m_table.m_texts.insert(name, text(texts[name], QStringLiteral("texts.") + name));
        const QJsonObject groups = m_root[QLatin1String("groups")].toObject();
        for (const auto &[group, name] : groupNames)
            m_table.m_rows.insert(group, row(groups[name].toObject(), QStringLiteral("groups.") + name));
        const QJsonObject proxies = m_root[QLatin1String("proxies")].toObject();
        for (const auto &[way, name] : proxyNames)
            m_table.m_proxyRows.insert(way, row(proxies[name].toObject(), QStringLiteral("proxies.") + name));
        m_table.m_proxySources =
            sources(m_root[QLatin1String("proxySources")], QStringLiteral("proxySources"));
        if (!m_problem.isEmpty()) {
            Error error = Error::of(Error::Kind::Internal, m_problem);
            error.detail = m_problem;
            return failure(error);
        }
        return m_table;
    }

private:
    void problem(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = QStringLiteral("impact-rules.json: %1 is missing or odd").arg(what);
    }

    LocalizedText text(const QJsonValue &value, const QString &path)
    {
        LocalizedText text = LocalizedText::fromJson(value);
        if (text.english.isEmpty() || text.chinese.isEmpty())
            problem(path);
        return text;
    }

    QString plain(const QJsonValue &value, const QString &path)
    {
        if (value.toString().isEmpty())
            problem(path);
        return value.toString();
    }

    /// A bound, or nothing where the row says null: none is stated.
    template <class Duration>
    std::optional<Duration> bound(const QJsonObject &object, const char *name, const QString &path)
    {
        const QJsonValue value = object[QLatin1String(name)];
        if (value.isNull())
            return std::nullopt;
        const int number = value.toInt(0);
        if (number <= 0 || number > largestBound)
            problem(path + QLatin1Char('.') + QLatin1String(name));
        return Duration(number);
    }

    ImpactTable::Row row(const QJsonObject &object, const QString &path)
    {
        ImpactTable::Row row;
        const QString how = object[QLatin1String("how")].toString();
        const auto found = std::find_if(howNames.begin(), howNames.end(),
                                        [&how](const auto &each) { return each.second == how; });
        if (found == howNames.end())
            problem(path + QStringLiteral(".how"));
        else
            row.how = found->first;
        row.disconnection = bound<std::chrono::seconds>(object, "disconnectionSeconds", path);
        row.readOnly = bound<std::chrono::seconds>(object, "readOnlySeconds", path);
        row.effectiveWithin = bound<std::chrono::minutes>(object, "effectiveWithinMinutes", path);
        row.noneStated = object[QLatin1String("noneStated")].toBool();
        row.description = text(object[QLatin1String("description")], path + QStringLiteral(".description"));
        row.specification =
            text(object[QLatin1String("specification")], path + QStringLiteral(".specification"));
        if (object.contains(QLatin1String("newer")))
            row.newer = text(object[QLatin1String("newer")], path + QStringLiteral(".newer"));
        row.sources = sources(object[QLatin1String("sources")], path + QStringLiteral(".sources"));
        return row;
    }

    QList<Source> sources(const QJsonValue &value, const QString &path)
    {
        const QJsonArray array = value.toArray();
        if (array.isEmpty())
            problem(path);
        QList<Source> sources;
        for (const QJsonValue each : array) {
            const QString at = QStringLiteral("%1[%2]").arg(path).arg(sources.size());
            const QString name = each[QLatin1String("document")].toString();
            const QJsonValue document = m_root[QLatin1String("documents")][name];
            sources.append({plain(document[QLatin1String("title")], at + QStringLiteral(".document")),
                            plain(document[QLatin1String("date")], at + QStringLiteral(".document")),
                            text(each[QLatin1String("says")], at + QStringLiteral(".says"))});
        }
        return sources;
    }

    QJsonObject m_root;
    QString m_problem;
    ImpactTable m_table;
};

Result<ImpactTable> ImpactTable::fromJson(const QByteArray &json)
{
    return TableReader(QJsonDocument::fromJson(json).object()).read();
}

Result<ImpactTable> ImpactTable::fromResource()
{
    QFile file(QStringLiteral(":/uplift/impact-rules.json"));
    return fromJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

QList<LocalizedText> ImpactTable::allTexts() const
{
    QList<LocalizedText> texts = m_texts.values();
    const auto addSources = [&texts](const QList<Source> &sources) {
        for (const Source &source : sources)
            texts.append(source.statement);
    };
    for (const Row &row : m_rows.values() + m_proxyRows.values()) {
        texts.append({row.description, row.specification});
        if (row.newer)
            texts.append(*row.newer);
        addSources(row.sources);
    }
    addSources(m_proxySources);
    return texts;
}

} // namespace uplift::impact
