// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QStringList>
#include <QXmlStreamReader>

namespace uplift::test {

/// One entry of a .ts file.
struct TsMessage {
    QString source;
    QString comment; ///< what tells two alike sources apart
    QStringList forms; ///< one, or the forms of a plural
    QString state; ///< "", "unfinished", "vanished", "obsolete"
};

/// All entries; none when the file is not there or is no .ts file.
inline QList<TsMessage> readTs(QIODevice &device)
{
    QList<TsMessage> messages;
    QXmlStreamReader xml(&device);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message"))
            messages.append(TsMessage());
        else if (messages.isEmpty())
            continue;
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            messages.last().comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().state = xml.attributes().value(QLatin1String("type")).toString();
            while (xml.readNext() != QXmlStreamReader::EndElement
                   || xml.name() != QLatin1String("translation")) {
                if (xml.hasError())
                    return {};
                if (xml.isCharacters() && !xml.isWhitespace())
                    messages.last().forms.append(xml.text().toString());
                else if (xml.isStartElement())
                    messages.last().forms.append(xml.readElementText());
            }
        }
    }
    return xml.hasError() ? QList<TsMessage>() : messages;
}

inline QList<TsMessage> readTs(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readTs(file) : QList<TsMessage>();
}

} // namespace uplift::test
