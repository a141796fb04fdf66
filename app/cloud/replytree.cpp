// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/replytree.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QXmlStreamReader>

#include <map>
#include <vector>

namespace uplift::cloud {

namespace {

Error badReply(const QString &detail)
{
    Error error =
        Error::of(Error::Kind::BadReply,
                  QCoreApplication::translate("uplift::cloud", "The answer is not one of the service."),
                  QCoreApplication::translate(
                      "uplift::cloud",
                      "A proxy or a login page may have answered in its place: check proxy and endpoint."));
    error.detail = detail;
    return error;
}

tl::unexpected<Error> refuse(const char *detail) { return failure(badReply(QString::fromLatin1(detail))); }

QByteArrayView withoutMarkAndSpace(QByteArrayView body)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body = body.sliced(3);
    while (!body.isEmpty()
           && (body.front() == ' ' || body.front() == '\n' || body.front() == '\r' || body.front() == '\t'))
        body = body.sliced(1);
    return body;
}

/// Depth of brackets outside strings; a look at the bytes, so that no parser need go down there first.
int jsonDepth(QByteArrayView json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

Result<ReplyTree> parseJson(QByteArrayView body, const ReplyLimits &limits)
{
    if (body.size() > limits.maxJson)
        return refuse("JSON body too large");
    if (jsonDepth(body) > limits.maxDepth)
        return refuse("JSON nested too deep");
    QJsonParseError parseError{};
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size()), &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return failure(badReply(QStringLiteral("JSON error %1").arg(parseError.error)));
    if (!document.isObject())
        return refuse("JSON is not an object");
    return ReplyTree{document.object(), ReplyFormat::Json, QString()};
}

/// Is there a tag longer than allowed? Comments and CDATA may be long, they cost no more than their bytes.
bool hasLongTag(QByteArrayView xml, qsizetype maxTag)
{
    qsizetype at = xml.indexOf('<');
    while (at >= 0) {
        const QByteArrayView rest = xml.sliced(at);
        const bool cdata = rest.startsWith("<![CDATA[");
        const bool comment = rest.startsWith("<!--");
        const qsizetype end = cdata ? rest.indexOf("]]>") : comment ? rest.indexOf("-->") : rest.indexOf('>');
        if (end < 0)
            return !cdata && !comment && rest.size() > maxTag;
        if (!cdata && !comment && end > maxTag)
            return true;
        at = xml.indexOf('<', at + end);
    }
    return false;
}

/// Builds the tree with a stack of its own: XML nests a million deep without complaint (pitfalls P3).
class XmlTreeBuilder {
public:
    explicit XmlTreeBuilder(int maxDepth) : m_maxDepth(maxDepth) { }

    [[nodiscard]] bool start(const QString &name)
    {
        if (m_open.size() >= static_cast<std::size_t>(m_maxDepth))
            return false;
        m_open.push_back(Element{name, QString(), {}});
        return true;
    }
    void text(QStringView text)
    {
        if (!m_open.empty())
            m_open.back().text += text;
    }
    void end()
    {
        const Element done = std::move(m_open.back());
        m_open.pop_back();
        if (m_open.empty())
            m_root = done.children.empty() ? QJsonObject() : toObject(done);
        else
            m_open.back().children[done.name].append(done.children.empty() ? QJsonValue(done.text)
                                                                           : toObject(done));
    }
    [[nodiscard]] QJsonObject root() const { return m_root; }

private:
    struct Element {
        QString name;
        QString text;
        std::map<QString, QJsonArray>
            children; ///< appended in place: a list in a QJsonObject would be copied each time
    };

    static QJsonObject toObject(const Element &element)
    {
        QJsonObject object;
        for (const auto &[name, values] : element.children)
            object.insert(name, values.size() == 1 ? values.first() : QJsonValue(values));
        return object;
    }

    int m_maxDepth;
    std::vector<Element> m_open;
    QJsonObject m_root;
};

Result<ReplyTree> parseXml(QByteArrayView body, const ReplyLimits &limits)
{
    if (body.size() > limits.maxXml)
        return refuse("XML body too large");
    if (hasLongTag(body, limits.maxTag))
        return refuse("XML tag too long");
    QXmlStreamReader reader(body.toByteArray());
    XmlTreeBuilder builder(limits.maxDepth);
    ReplyTree tree;
    tree.format = ReplyFormat::Xml;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return refuse("XML with a DTD or an entity"); // entities can only follow a DTD (pitfalls P1)
        case QXmlStreamReader::StartElement:
            if (tree.xmlRoot.isEmpty())
                tree.xmlRoot = reader.name().toString();
            if (!builder.start(reader.name().toString()))
                return refuse("XML nested too deep");
            break;
        case QXmlStreamReader::Characters:
            builder.text(reader.text());
            break;
        case QXmlStreamReader::EndElement:
            builder.end();
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        return failure(badReply(QStringLiteral("XML error %1").arg(reader.error())));
    if (tree.xmlRoot != QLatin1String("Error") && !tree.xmlRoot.endsWith(QLatin1String("Response")))
        return refuse("XML of another kind, perhaps a web page");
    tree.root = builder.root();
    return tree;
}

} // namespace

Result<ReplyTree> parseReply(const QByteArray &body, const ReplyLimits &limits)
{
    const QByteArrayView content = withoutMarkAndSpace(body);
    if (content.isEmpty())
        return refuse("empty body");
    if (content.front() == '{')
        return parseJson(content, limits);
    if (content.front() == '<')
        return parseXml(content, limits);
    return refuse("neither JSON nor XML");
}

} // namespace uplift::cloud
