// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace uplift::profiles {

/// The first thing wrong with a file, by the name of its field; the value itself is never kept.
class FieldProblem {
public:
    void bad(const QString &field);
    void secret(const QString &field);
    void tooMany(const QString &field, qsizetype most);
    [[nodiscard]] bool isEmpty() const { return m_sentence.isEmpty(); }
    [[nodiscard]] QString sentence() const { return m_sentence; } ///< translated

private:
    void set(const QString &sentence);
    QString m_sentence;
};

/// Reads one JSON object field by field. What is missing, of the wrong type, too long or out of range is
/// noted in the problem and read as an empty value, so that a reader's code stays one line per field.
class FieldReader {
public:
    FieldReader(const QJsonObject &object, const QString &path, FieldProblem &problem)
        : m_object(object), m_path(path), m_problem(&problem)
    {
    }

    [[nodiscard]] bool has(const char *name) const { return m_object.contains(QLatin1String(name)); }
    [[nodiscard]] QString text(const char *name, qsizetype least, qsizetype most);
    [[nodiscard]] QString identifier(const char *name); ///< 1 … 64 ASCII letters, digits and hyphens
    [[nodiscard]] int number(const char *name, int least, int most);
    [[nodiscard]] bool boolean(const char *name);
    [[nodiscard]] FieldReader object(const char *name);
    [[nodiscard]] QList<FieldReader> objects(const char *name, qsizetype most);
    template <class Enum>
    [[nodiscard]] Enum word(const char *name, const QList<std::pair<Enum, QString>> &words)
    {
        const QString found = m_object.value(QLatin1String(name)).toString();
        for (const auto &[value, word] : words) {
            if (word == found)
                return value;
        }
        refuse(name);
        return words.first().first;
    }
    /// Notes a problem when there is a field beside `known`.
    void refuseOthers(const QStringList &known);
    /// Notes `id` in `seen`, and a problem when it is there already.
    void unique(QSet<QString> &seen, const QString &id);
    void refuse(const char *name) { m_problem->bad(pathOf(name)); }

private:
    [[nodiscard]] QString pathOf(const char *name) const;

    QJsonObject m_object;
    QString m_path; ///< "profiles[3]"; empty at the top
    FieldProblem *m_problem;
};

/// Notes a problem when any field, at any depth, is named like a secret: accessKeySecret, securityToken,
/// password …
void refuseSecrets(const QJsonObject &root, FieldProblem &problem);

} // namespace uplift::profiles
