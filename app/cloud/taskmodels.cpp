// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/models.h"

#include "cloud/modelparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace uplift::cloud {

using namespace fields;
using namespace modelparts;

namespace {

CloudTask::Status taskStatus(const QString &word)
{
    using Status = CloudTask::Status;
    static const std::pair<const char *, Status> words[] = {
        {"scheduled", Status::Scheduled},   {"waiting", Status::Waiting},
        {"running", Status::Running},       {"succeed", Status::Succeeded},
        {"succeeded", Status::Succeeded},   {"failed", Status::Failed},
        {"cancelling", Status::Cancelling}, {"canceling", Status::Cancelling},
        {"canceled", Status::Cancelled},    {"cancelled", Status::Cancelled},
    };
    const QString lower = word.toLower(); // TaskDetail writes RUNNING, HistoryTasks Running (api.md 7.5)
    const auto *found = std::find_if(std::begin(words), std::end(words),
                                     [&](const auto &one) { return lower == QLatin1String(one.first); });
    return found == std::end(words) ? Status::Unknown : found->second;
}

/// An action is allowed at its step and in its status alone (api.md 9.2). Offered by mistake it would be
/// refused, or worse: so whatever is odd offers nothing.
QStringList toActions(const QString &actionInfo, const QString &step, const QString &status)
{
    static const QRegularExpression word(QStringLiteral("^[A-Za-z]{1,64}$"));
    QStringList actions;
    if (step.isEmpty() || status.isEmpty())
        return actions;
    const QJsonObject info = QJsonDocument::fromJson(actionInfo.toUtf8()).object();
    for (const QJsonObject &one : items(info, QLatin1String("steps"))) {
        if (text(one, QLatin1String("step_name")) != step)
            continue;
        const QJsonArray offered = child(one, QLatin1String("action_info")).value(status).toArray();
        for (const auto &action : offered) {
            if (word.match(action.toString()).hasMatch() && !actions.contains(action.toString()))
                actions.append(action.toString());
        }
    }
    return actions;
}

CloudTask toTask(const QJsonObject &row)
{
    CloudTask task;
    task.id = TaskId{text(row, QLatin1String("TaskId"))};
    task.type = text(row, QLatin1String("TaskType"));
    task.reason = text(row, QLatin1String("ReasonCode"));
    task.instance = InstanceId{text(row, QLatin1String("InstanceId"))};
    task.statusText = text(row, QLatin1String("Status"));
    task.status = taskStatus(task.statusText);
    task.progress = number(row, QLatin1String("Progress"), 0, 100);
    constexpr int maxSeconds = 30 * 24 * 3600;
    if (const std::optional<int> seconds = integer(row, QLatin1String("RemainTime"), 0, maxSeconds))
        task.remaining = std::chrono::seconds(*seconds);
    task.step = text(row, QLatin1String("CurrentStepName"));
    task.started = time(row, QLatin1String("StartTime"));
    task.ended = time(row, QLatin1String("EndTime"));
    // The documents swap the meaning of the two (api.md 9.2): show both, conclude nothing.
    const QString source = text(row, QLatin1String("CallerSource"));
    const QString caller = text(row, QLatin1String("CallerUid"));
    task.callerText =
        source.isEmpty() || caller.isEmpty() ? source + caller : source + QLatin1String(" / ") + caller;
    task.region = RegionId{text(row, QLatin1String("RegionId"))};
    task.actions = toActions(text(row, QLatin1String("ActionInfo"), noteLength), task.step, task.statusText);
    return task;
}

NodeVersion toNode(const QJsonObject &row)
{
    NodeVersion node;
    node.name = text(row, QLatin1String("InsName"));
    node.role = text(row, QLatin1String("Role"));
    node.zone = text(row, QLatin1String("ZoneId"));
    node.version = MinorVersion::parse(text(row, QLatin1String("CurrentMinorVersion")));
    node.isLatest = flag(row, QLatin1String("IsLatestVersion"));
    return node;
}

/// "ReleaseVersion" of the structured object, "releaseVersion" of the JSON text.
QString noteText(const QJsonObject &row, const char *upper, const char *lower)
{
    const QString value = prose(row, QLatin1String(upper));
    return value.isEmpty() ? prose(row, QLatin1String(lower)) : value;
}

QList<ReleaseNote> toNotes(const QList<QJsonObject> &rows)
{
    QList<ReleaseNote> notes;
    constexpr qsizetype maxNotes = 200;
    for (const QJsonObject &row : rows) {
        ReleaseNote note;
        note.version =
            MinorVersion::parse(noteText(row, "ReleaseVersion", "releaseVersion").left(wordLength));
        note.level = parseUpdateLevel(noteText(row, "Level", "level").left(wordLength));
        note.date = noteText(row, "CreateTime", "createTime").left(wordLength);
        note.chinese = noteText(row, "ReleaseNote", "releaseNote");
        note.english = noteText(row, "ReleaseNoteEn", "releaseNoteEn");
        const bool saysSomething =
            note.version.isKnown() || !note.chinese.isEmpty() || !note.english.isEmpty();
        if (saysSomething && notes.size() < maxNotes)
            notes.append(note);
    }
    std::stable_sort(notes.begin(), notes.end(), [](const ReleaseNote &a, const ReleaseNote &b) {
        if (a.version.isKnown() && b.version.isKnown())
            return MinorVersion::compare(a.version, b.version) > 0;
        return a.version.isKnown() && !b.version.isKnown();
    });
    return notes;
}

/// Kernel or proxy: the structured object first, then the JSON text, then its raw words (api.md 6.1).
struct Latest {
    MinorVersion version;
    UpdateLevel level = UpdateLevel::Unknown;
    QList<ReleaseNote> notes;
    QString rawNotes;
};

Latest toLatest(const QJsonObject &root, QLatin1String object, QLatin1String jsonText)
{
    Latest latest;
    const QJsonObject structured = child(root, object);
    const QJsonObject release = child(structured, QLatin1String("VersionRelease"));
    latest.version = MinorVersion::parse(text(structured, QLatin1String("MinorVersion")));
    latest.level = parseUpdateLevel(text(structured, QLatin1String("Level")));
    if (latest.level == UpdateLevel::Unknown)
        latest.level = parseUpdateLevel(text(release, QLatin1String("VersionChangesLevel")));
    latest.notes =
        toNotes(items(child(release, QLatin1String("ReleaseInfo")), QLatin1String("ReleaseInfoList")));

    const QString raw = prose(root, jsonText, 4 * noteLength);
    const QJsonObject parsed = QJsonDocument::fromJson(raw.toUtf8()).object();
    if (latest.level == UpdateLevel::Unknown)
        latest.level = parseUpdateLevel(text(parsed, QLatin1String("versionChangesLevel")));
    if (latest.notes.isEmpty())
        latest.notes = toNotes(items(parsed, QLatin1String("releaseInfo")));
    if (latest.notes.isEmpty() && parsed.isEmpty())
        latest.rawNotes = raw.left(noteLength);
    return latest;
}

void readKernel(const QJsonObject &root, EngineVersion &version)
{
    const Latest latest =
        toLatest(root, QLatin1String("DBLatestMinorVersion"), QLatin1String("DBVersionRelease"));
    version.current = MinorVersion::parse(text(root, QLatin1String("MinorVersion")));
    version.latest = latest.version;
    version.level = latest.level;
    version.notes = latest.notes;
    version.rawNotes = latest.rawNotes;
}

void readProxy(const QJsonObject &root, EngineVersion &version)
{
    const Latest latest =
        toLatest(root, QLatin1String("ProxyLatestMinorVersion"), QLatin1String("ProxyVersionRelease"));
    version.proxyCurrent = MinorVersion::parse(text(root, QLatin1String("ProxyMinorVersion")));
    version.proxyLatest = latest.version;
    version.proxyLevel = latest.level;
    version.proxyNotes = latest.notes;
}

/// The nodes of a type that `fits`.
Result<Page<NodeVersion>> toNodesThat(const ReplyTree &reply, bool (*fits)(const QString &type))
{
    if (!hasContainer(reply.root, QLatin1String("Node")))
        return notAnAnswer("DescribeRoleZoneInfo");
    Page<NodeVersion> page;
    readPage(reply, page);
    for (const QJsonObject &row :
         items(child(reply.root, QLatin1String("Node")), QLatin1String("NodeInfo"))) {
        if (fits(text(row, QLatin1String("NodeType")).toLower()))
            page.items.append(toNode(row));
    }
    return page;
}

} // namespace

Result<EngineVersion> toEngineVersion(const ReplyTree &reply)
{
    const QJsonObject &root = reply.root;
    static const QLatin1String known[] = {QLatin1String("Engine"), QLatin1String("MajorVersion"),
                                          QLatin1String("MinorVersion"), QLatin1String("IsLatestVersion"),
                                          QLatin1String("EnableUpgradeMinorVersion")};
    const bool any =
        std::any_of(std::begin(known), std::end(known), [&](auto name) { return root.contains(name); });
    if (!any)
        return notAnAnswer("DescribeEngineVersion");
    EngineVersion version;
    version.engine = text(root, QLatin1String("Engine"));
    version.majorVersion = text(root, QLatin1String("MajorVersion"));
    version.isLatest = flag(root, QLatin1String("IsLatestVersion"));
    version.upgradeAvailable = flag(root, QLatin1String("EnableUpgradeMinorVersion"));
    version.autoUpgrade = flag(root, QLatin1String("IsAutoUpgradeOpen"));
    readKernel(root, version);
    readProxy(root, version);
    return version;
}

Result<Page<CloudTask>> toTasks(const ReplyTree &reply)
{
    // An empty flat list leaves no element behind in XML; the count then tells that it is an answer.
    const bool answer =
        hasContainer(reply.root, QLatin1String("Items")) || reply.root.contains(QLatin1String("TotalCount"));
    if (!answer)
        return notAnAnswer("DescribeHistoryTasks");
    Page<CloudTask> page;
    readPage(reply, page);
    for (const QJsonObject &row : items(reply.root, QLatin1String("Items")))
        page.items.append(toTask(row));
    std::stable_sort(page.items.begin(), page.items.end(), [](const CloudTask &a, const CloudTask &b) {
        const bool bothKnown = a.started.isValid() && b.started.isValid();
        return bothKnown ? a.started > b.started : a.started.isValid() && !b.started.isValid();
    });
    return page;
}

Result<Page<NodeVersion>> toNodes(const ReplyTree &reply)
{
    return toNodesThat(reply, [](const QString &type) { return type != QLatin1String("proxy"); });
}

Result<Page<NodeVersion>> toProxies(const ReplyTree &reply)
{
    return toNodesThat(reply, [](const QString &type) { return type == QLatin1String("proxy"); });
}

} // namespace uplift::cloud
