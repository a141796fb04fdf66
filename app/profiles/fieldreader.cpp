// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/fieldreader.h"

#include "core/redact.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace uplift::profiles {

namespace {

/// Deeper than anything we write; also bounds the recursion below.
constexpr int maxDepth = 16;

bool namedLikeASecret(const QString &name)
{
    const QString letters = QString(name).remove(QLatin1Char('_')).remove(QLatin1Char('-')).toLower();
    const auto holds = [&letters](const char *part) { return letters.contains(QLatin1String(part)); };
    return holds("secret") || holds("token") || holds("password") || holds("passwd") || holds("accesskey")
        || holds("privatekey") || holds("credential");
}

void refuseSecretsIn(const QJsonValue &value, const QString &path, int depth, FieldProblem &problem)
{
    if (depth > maxDepth)
        return problem.bad(path);
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype at = 0; at < array.size(); ++at) {
            if (array[at].isObject() || array[at].isArray())
                refuseSecretsIn(array[at], QStringLiteral("%1[%2]").arg(path).arg(at), depth + 1, problem);
        }
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString inner = path.isEmpty() ? field.key() : path + QLatin1Char('.') + field.key();
        if (namedLikeASecret(field.key()))
            return problem.secret(inner);
        if (field->isObject() || field->isArray())
            refuseSecretsIn(*field, inner, depth + 1, problem);
    }
}

} // namespace

void FieldProblem::set(const QString &sentence)
{
    if (m_sentence.isEmpty())
        m_sentence = sentence;
}

void FieldProblem::bad(const QString &field)
{
    //: %1 is a field's name in the file, such as profiles[3].region
    set(QCoreApplication::translate("uplift::profiles",
                                    "Its field %1 is missing or holds something else than it should.")
            .arg(field.left(100)));
}

void FieldProblem::secret(const QString &field)
{
    set(QCoreApplication::translate("uplift::profiles",
                                    "Its field %1 is named like a secret, and this file never holds one. "
                                    "If a key was written there, delete it and change that key.")
            .arg(field.left(100)));
}

void FieldProblem::tooMany(const QString &field, qsizetype most)
{
    set(QCoreApplication::translate("uplift::profiles", "Its list %1 has more than %2 entries.")
            .arg(field)
            .arg(most));
}

QString FieldReader::pathOf(const char *name) const
{
    const QString field = QString::fromLatin1(name);
    return m_path.isEmpty() ? field : m_path + QLatin1Char('.') + field;
}

QString FieldReader::text(const char *name, qsizetype least, qsizetype most)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    const QString text = value.toString();
    if (!value.isString() || text.size() < least || text.size() > most || text.contains(QChar(0))
        || !text.isValidUtf16()) {
        refuse(name);
        return {};
    }
    return text;
}

QString FieldReader::identifier(const char *name)
{
    const QString text = m_object.value(QLatin1String(name)).toString();
    const bool good = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-');
    });
    if (text.isEmpty() || text.size() > 64 || !good)
        refuse(name);
    return text;
}

int FieldReader::number(const char *name, int least, int most)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || std::trunc(number) != number || number < least || number > most) {
        refuse(name);
        return least;
    }
    return static_cast<int>(number);
}

bool FieldReader::boolean(const char *name)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (!value.isBool())
        refuse(name);
    return value.toBool();
}

FieldReader FieldReader::object(const char *name)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (!value.isObject())
        refuse(name);
    return {value.toObject(), pathOf(name), *m_problem};
}

QList<FieldReader> FieldReader::objects(const char *name, qsizetype most)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    const QJsonArray array = value.toArray();
    if (!value.isArray())
        refuse(name);
    if (array.size() > most) {
        m_problem->tooMany(pathOf(name), most);
        return {};
    }
    QList<FieldReader> readers;
    readers.reserve(array.size());
    for (qsizetype at = 0; at < array.size(); ++at) {
        const QString path = QStringLiteral("%1[%2]").arg(pathOf(name)).arg(at);
        if (!array[at].isObject())
            m_problem->bad(path);
        readers.append({array[at].toObject(), path, *m_problem});
    }
    return readers;
}

void FieldReader::refuseOthers(const QStringList &known)
{
    for (auto field = m_object.begin(); field != m_object.end(); ++field) {
        if (!known.contains(field.key()))
            m_problem->bad(pathOf("") + plainLine(field.key()));
    }
}

void FieldReader::unique(QSet<QString> &seen, const QString &id)
{
    if (seen.contains(id))
        refuse("id");
    seen.insert(id);
}

void refuseSecrets(const QJsonObject &root, FieldProblem &problem) { refuseSecretsIn(root, {}, 0, problem); }

} // namespace uplift::profiles
