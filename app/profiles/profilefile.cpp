// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profilefile.h"

#include "profiles/fieldreader.h"
#include "profiles/filewords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace uplift::profiles {

namespace {

const QString formatName = QStringLiteral("uplift-profiles");

QString tr(const char *text) { return QCoreApplication::translate("uplift::profiles", text); }

Error refused(const QString &sentence, const QString &next)
{
    return Error::input(QStringLiteral("profileFile"), sentence, next);
}

Error refused(const QString &cause)
{
    //: %1 is a whole sentence that says what is wrong with the file
    return refused(tr("This is not a file of profiles that Uplift can read. %1").arg(cause),
                   tr("Choose a file that Uplift exported. Nothing was changed."));
}

QJsonObject jsonOf(const Profile &profile, const Account *account)
{
    const QJsonObject owner{{QStringLiteral("name"), account ? account->name : QString()},
                            {QStringLiteral("keyTail"), account ? account->keyTail.right(4) : QString()}};
    return {{QStringLiteral("id"), profile.id.value},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("account"), owner},
            {QStringLiteral("region"), profile.region.value},
            {QStringLiteral("instance"), profile.instance.value},
            {QStringLiteral("environment"), wordOf(environmentWords, profile.environment)},
            {QStringLiteral("group"), profile.group},
            {QStringLiteral("notes"), profile.notes},
            {QStringLiteral("moment"), wordOf(momentWords, profile.moment)},
            {QStringLiteral("readOnly"), profile.readOnly}};
}

SharedProfile readProfile(FieldReader reader)
{
    static const QStringList fields = {
        QStringLiteral("id"),       QStringLiteral("name"),     QStringLiteral("account"),
        QStringLiteral("region"),   QStringLiteral("instance"), QStringLiteral("environment"),
        QStringLiteral("group"),    QStringLiteral("notes"),    QStringLiteral("moment"),
        QStringLiteral("readOnly"),
    };
    SharedProfile shared;
    Profile &profile = shared.profile;
    profile.id.value = reader.identifier("id");
    profile.name = reader.text("name", 1, maxName);
    FieldReader account = reader.object("account");
    shared.accountName = account.text("name", 1, maxName);
    shared.accountTail = account.text("keyTail", 0, 4);
    account.refuseOthers({QStringLiteral("name"), QStringLiteral("keyTail")});
    profile.region.value = reader.identifier("region");
    profile.instance.value = reader.identifier("instance");
    profile.environment = reader.word("environment", environmentWords);
    profile.group = reader.text("group", 0, maxName);
    profile.notes = reader.text("notes", 0, maxNotes);
    profile.moment = reader.word("moment", momentWords);
    profile.readOnly = reader.boolean("readOnly");
    reader.refuseOthers(fields);
    return shared;
}

QList<SharedProfile> readProfiles(FieldReader &reader)
{
    QList<SharedProfile> profiles;
    QSet<QString> ids;
    QSet<QString> names;
    for (FieldReader &entry : reader.objects("profiles", maxProfiles)) {
        profiles.append(readProfile(entry));
        const Profile &profile = profiles.last().profile;
        entry.unique(ids, profile.id.value);
        const QString name = profile.name.toCaseFolded();
        if (names.contains(name))
            entry.refuse("name");
        names.insert(name);
    }
    return profiles;
}

} // namespace

QByteArray exportProfiles(const Workspace &workspace, const QSet<ProfileId> &chosen)
{
    QHash<QString, const Account *> accounts;
    for (const Account &account : workspace.accounts)
        accounts.insert(account.id.value, &account);
    QJsonArray profiles;
    for (const Profile &profile : workspace.profiles) {
        if (chosen.contains(profile.id))
            profiles.append(jsonOf(profile, accounts.value(profile.account.value)));
    }
    const QJsonObject root{{QStringLiteral("format"), formatName},
                           {QStringLiteral("version"), profileFileVersion},
                           {QStringLiteral("profiles"), profiles}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<QList<SharedProfile>> readProfileFile(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return failure(refused(tr("It is empty.")));
    if (bytes.size() > maxProfileFileBytes)
        return failure(refused(tr("It is larger than 8 MiB, which no file of profiles is.")));
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (!document.isObject())
        return failure(refused(tr("It is not complete JSON: the reader stopped at byte %1 of %2.")
                                   .arg(parsing.offset)
                                   .arg(bytes.size())));
    const QJsonObject root = document.object();
    FieldProblem problem;
    FieldReader reader(root, {}, problem);
    if (reader.text("format", 1, maxName) != formatName)
        reader.refuse("format");
    const int version = reader.number("version", 1, std::numeric_limits<int>::max());
    if (problem.isEmpty() && version > profileFileVersion)
        return failure(
            refused(tr("This file of profiles was written by a newer Uplift (file version %1, this "
                       "one reads up to %2).")
                        .arg(version)
                        .arg(profileFileVersion),
                    tr("Import it with the newer Uplift. Nothing was changed.")));
    refuseSecrets(root, problem);
    reader.refuseOthers({QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("profiles")});
    QList<SharedProfile> profiles = problem.isEmpty() ? readProfiles(reader) : QList<SharedProfile>();
    if (!problem.isEmpty())
        return failure(refused(problem.sentence()));
    return profiles;
}

Result<QByteArray> readProfileBytes(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    // A fifo or a device would be waited for, or never end.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return failure(refused(tr("%1 is not a regular file.").arg(shown), tr("Choose another file.")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(refused(
            tr("%1 cannot be opened (%2).").arg(shown, file.errorString()),
            tr("Check that the file is there and that your user may read it, then choose it again.")));
    QByteArray bytes = file.read(std::min<qint64>(file.size(), maxProfileFileBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(refused(tr("%1 cannot be read (%2).").arg(shown, file.errorString()),
                               tr("Copy it to another place and choose it there.")));
    return bytes;
}

} // namespace uplift::profiles
