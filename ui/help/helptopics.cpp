// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helptopics.h"

#include "cloud/erroradvice.h"
#include "core/errortext.h"
#include "core/localized.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextDocument>

#include <algorithm>

namespace uplift::ui {

namespace {

struct HelpTopics {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::HelpTopics)
};

HelpTopic writtenTopic(const QString &id)
{
    const QString language = speaksChinese() ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QFile file(QStringLiteral(":/uplift/help/%1/%2.md").arg(language, id));
    HelpTopic topic;
    topic.id = id;
    if (file.open(QIODevice::ReadOnly)) // compiled in, and held by a test
        topic.markdown = QString::fromUtf8(file.readAll());
    topic.title = topic.markdown.section(QLatin1Char('\n'), 0, 0).mid(2).trimmed();
    return topic;
}

QString codeSpan(const QString &code) { return QLatin1Char('`') + code + QLatin1Char('`'); }

/// One code, or several with one meaning.
QString errorEntry(const cloud::Advice &advice, const Error &change, const Error &read)
{
    QStringList codes;
    for (const QString &code : advice.codes)
        codes.append(codeSpan(code));
    std::sort(codes.begin(), codes.end());
    const ErrorText sending = errorText(change);
    const ErrorText reading = errorText(read);
    const auto line = [](const QString &head, const QString &text) {
        return QStringLiteral("- **%1** %2\n").arg(markdownOf(head), markdownOf(text));
    };
    return QStringLiteral("### %1\n\n").arg(codes.join(QStringLiteral(", ")))
        + line(HelpTopics::tr("What happened:"), change.message)
        + line(HelpTopics::tr("Did anything change in the cloud:"), sending.changed)
        + line(HelpTopics::tr("Is trying again safe:"),
               sending.again == reading.again
                   ? sending.again
                   //: %1 and %2 are whole sentences that begin with Yes, No or Ask first
                   : HelpTopics::tr("For an upgrade: %1 For reading: %2").arg(sending.again, reading.again))
        + line(HelpTopics::tr("What to do next:"), change.next) + QLatin1Char('\n');
}

} // namespace

const QStringList &writtenTopics()
{
    static const QStringList ids{QStringLiteral("upgrade"), QStringLiteral("impact"),
                                 QStringLiteral("clients"), QStringLiteral("batches"),
                                 QStringLiteral("states"),  QStringLiteral("journal"),
                                 QStringLiteral("secrets")};
    return ids;
}

QList<HelpTopic> helpTopics(const cloud::ErrorAdvice &advice, const QList<KeyLine> &keys)
{
    QList<HelpTopic> topics;
    for (const QString &id : writtenTopics())
        topics.append(writtenTopic(id));
    topics.append(errorsTopic(advice));
    topics.append(keysTopic(keys));
    for (HelpTopic &topic : topics) {
        QTextDocument document;
        document.setMarkdown(topic.markdown);
        topic.text = document.toPlainText();
    }
    return topics;
}

HelpTopic errorsTopic(const cloud::ErrorAdvice &advice)
{
    HelpTopic topic;
    topic.id = QStringLiteral("errors");
    topic.title = HelpTopics::tr("What each error means");
    QList<std::pair<QString, QString>> entries; // sorted by the code that leads
    for (const cloud::Advice &row : advice.rows()) {
        cloud::ApiError error;
        error.code = row.codes.value(0);
        // As the service sends it: a refusal is a 4xx, a fault of its own a 5xx.
        error.httpStatus = row.kind == Error::Kind::Server ? 500 : 400;
        entries.append({*std::min_element(row.codes.begin(), row.codes.end()),
                        errorEntry(row, advice.toError(error, true), advice.toError(error, false))});
    }
    std::sort(entries.begin(), entries.end());
    topic.markdown =
        QStringLiteral("# %1\n\n%2\n\n")
            .arg(topic.title,
                 HelpTopics::tr("The codes of the service, from A to Z. Each also stands for its "
                                "longer forms, such as `Throttling.User` for `Throttling`. A code "
                                "that is not here is shown with the provider's own words. What "
                                "becomes of an upgrade whose reply was lost stands in "
                                "[What each state means](help:states)."));
    for (const auto &[code, entry] : std::as_const(entries))
        topic.markdown += entry;
    return topic;
}

HelpTopic keysTopic(const QList<KeyLine> &keys)
{
    HelpTopic topic;
    topic.id = QStringLiteral("keys");
    topic.title = HelpTopics::tr("Keys");
    topic.markdown = QStringLiteral("# %1\n\n%2\n\n| %3 | %4 |\n|---|---|\n")
                         .arg(topic.title,
                              HelpTopics::tr("Everything can be done by keys. Nothing upgrades on a single "
                                             "key: the confirmation asks first."),
                              HelpTopics::tr("keys"), HelpTopics::tr("what they do"));
    for (const KeyLine &line : keys)
        topic.markdown += QStringLiteral("| %1 | %2 |\n").arg(markdownOf(line.keys), markdownOf(line.does));
    return topic;
}

bool topicHolds(const HelpTopic &topic, const QString &words)
{
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&topic](const QString &word) {
        return topic.text.contains(word, Qt::CaseInsensitive);
    });
}

QString markdownOf(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>()#+-.!|~");
    QString escaped;
    for (const QChar c : text) {
        if (special.contains(c))
            escaped += QLatin1Char('\\');
        escaped += c == QLatin1Char('\n') ? QChar(QLatin1Char(' ')) : c;
    }
    return escaped;
}

} // namespace uplift::ui
