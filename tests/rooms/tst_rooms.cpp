// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace {

using Table = QMap<QString, QStringList>;

/// Which rooms each room may include, beside itself (architecture section 2). Arrows point down only.
const Table &allowed()
{
    static const Table table = [] {
        Table rows;
        const auto row = [&rows](const char *room, const char *uses) {
            rows.insert(QString::fromLatin1(room), QString::fromLatin1(uses).split(u' ', Qt::SkipEmptyParts));
        };
        row("core", "");
        row("secrets", "core");
        row("profiles", "core");
        row("cloud", "core");
        row("impact", "core");
        row("practice", "core");
        row("accounts", "cloud profiles secrets core");
        row("fleet", "cloud profiles secrets core");
        row("upgrade", "impact cloud core");
        row("report", "upgrade impact cloud core");
        row("ui", "report fleet upgrade accounts practice cloud impact profiles secrets core");
        return rows;
    }();
    return table;
}

/// `source` without comments, so that a sentence about a forbidden call is not one. Texts stay.
QString withoutComments(const QString &source)
{
    QString code;
    bool inText = false;
    for (qsizetype at = 0; at < source.size(); ++at) {
        const QStringView rest = QStringView(source).sliced(at);
        if (!inText && rest.startsWith(u"//")) {
            at = source.indexOf(u'\n', at);
        } else if (!inText && rest.startsWith(u"/*")) {
            at = source.indexOf(QLatin1String("*/"), at + 2);
            at = at < 0 ? at : at + 2;
        } else if (inText && rest.startsWith(u'\\')) {
            code += rest.first(std::min<qsizetype>(2, rest.size()));
            ++at;
            continue;
        } else if (rest.startsWith(u'"') && !rest.startsWith(u"\"'")) {
            inText = !inText;
        } else if (inText && rest.startsWith(u'\n')) {
            inText = false; // a raw text or a quote character: the line's end is end enough
        }
        if (at < 0 || at >= source.size())
            break;
        code += source[at];
    }
    return code;
}

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.value(0) == QLatin1String("app") ? parts.value(1) : parts.value(0);
}

QStringList includeFaults(const QString &path, const QString &code)
{
    static const QRegularExpression include(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*[\"<]([^\">]+)[\">]"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression qtModule(
        QStringLiteral("^Qt(Widgets|Gui|OpenGL|OpenGLWidgets|PrintSupport)(/|$)"));
    const QString room = roomOf(path);
    QStringList faults;
    for (auto match = include.globalMatch(code); match.hasNext();) {
        const QString header = match.next().captured(1);
        const QString target = header.section(u'/', 0, 0);
        if (header.contains(QLatin1String("..")))
            faults += QStringLiteral("%1 includes %2 by a path that climbs").arg(path, header);
        if (qtModule.match(header).hasMatch())
            faults +=
                QStringLiteral(
                    "%1 includes %2: name the class alone, so that rooms without the module fail to compile")
                    .arg(path, header);
        if (header.contains(u'/') && allowed().contains(target) && target != room
            && !allowed().value(room).contains(target))
            faults += QStringLiteral("%1 includes %2: %3 may not use %4").arg(path, header, room, target);
    }
    return faults;
}

QStringList callFaults(const QString &path, const QString &code)
{
    struct Forbidden {
        const char *pattern;
        const char *why;
    };
    static const Forbidden everywhere[] = {
        {R"(\bignoreSslErrors\b)", "certificates are always verified"},
        {R"(\bsetInsecureFallback\s*\(\s*(?!false\b))", "there is no plain-text fallback"},
        {R"(\bprocessEvents\b)", "nobody waits inside"},
        {R"(\bQEventLoop\b)", "nobody waits inside"},
        {R"(\bwaitFor[A-Z]\w*\s*\()", "nobody waits inside"},
        {R"(\bRFC2822Date\b)", "it fails on every HTTP date (pitfalls A4)"},
        {R"(\bQFuture\b)", "answers come by handler and context (style 5)"},
    };
    QStringList faults;
    const auto check = [&](const char *pattern, const char *why) {
        const QRegularExpression expression(QString::fromLatin1(pattern));
        if (const auto match = expression.match(code); match.hasMatch())
            faults += QStringLiteral("%1: %2 is not used here: %3")
                          .arg(path, match.captured().simplified(), QString::fromLatin1(why));
    };
    for (const Forbidden &forbidden : everywhere)
        check(forbidden.pattern, forbidden.why);
    if (path.startsWith(QLatin1String("ui/")) && path != QLatin1String("ui/main.cpp"))
        check(R"((\.|->)exec\s*\()", "dialogs open with open()");
    return faults;
}

QStringList faultsOf(const QString &path, const QString &source)
{
    const QString code = withoutComments(source);
    return includeFaults(path, code) + callFaults(path, code);
}

QStringList faultsOfRooms(const QStringList &folders)
{
    QStringList faults;
    for (const QString &folder : folders) {
        if (!allowed().contains(folder) || folder == QLatin1String("ui"))
            faults += QStringLiteral("app/%1 is not in the table").arg(folder);
    }
    return faults;
}

/// The rooms that may link Qt6::Gui: report sets the change ticket as PDF. Widgets are for ui alone.
const QStringList &roomsWithGui()
{
    static const QStringList rooms{QStringLiteral("report")};
    return rooms;
}

/// A room's CMake file: no target of a room above, no widgets.
QStringList cmakeFaults(const QString &room, const QString &text)
{
    static const QRegularExpression comments(QStringLiteral("#[^\n]*"));
    static const QRegularExpression uses(QStringLiteral("\\bUSES\\b([^)]*)"));
    const QString code = QString(text).remove(comments);
    QStringList faults;
    for (auto match = uses.globalMatch(code); match.hasNext();) {
        const QStringList words = match.next().captured(1).simplified().split(u' ', Qt::SkipEmptyParts);
        for (QString word : words) {
            if (word.startsWith(QLatin1String("Qt6::Widgets"))
                || (word.startsWith(QLatin1String("Qt6::Gui")) && !roomsWithGui().contains(room)))
                faults += QStringLiteral("%1 links %2").arg(room, word);
            if (word.startsWith(QLatin1String("uplift_")))
                word.remove(0, 7);
            if (allowed().contains(word) && !allowed().value(room).contains(word))
                faults += QStringLiteral("%1 links %2").arg(room, word);
        }
    }
    return faults;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QString projectRoot = QStringLiteral(UPLIFT_SOURCE_DIR);

} // namespace

class RoomsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyIncludeIsInTheTable();
    void everyRoomIsInTheTable();
    void noRoomLinksUpwards();
    void theTablePointsDownOnly();
    void aBadLineIsFound_data();
    void aBadLineIsFound();
    void aGoodLinePasses_data();
    void aGoodLinePasses();
    void anUnknownRoomIsFound();
    void aLinkUpwardsIsFound();
};

void RoomsTest::everyIncludeIsInTheTable()
{
    int files = 0;
    QStringList faults;
    for (const char *top : {"app", "ui"}) {
        QDirIterator each(projectRoot + u'/' + QLatin1String(top),
                          {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            faults += faultsOf(QDir(projectRoot).relativeFilePath(path), textOf(path));
            ++files;
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(files > 40, "too few files found: is the project's folder right?");
}

void RoomsTest::everyRoomIsInTheTable()
{
    const QStringList folders =
        QDir(projectRoot + QStringLiteral("/app")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(folders.contains(QLatin1String("core")));
    QCOMPARE(faultsOfRooms(folders), QStringList());
}

void RoomsTest::noRoomLinksUpwards()
{
    QStringList faults;
    for (const QString &room :
         QDir(projectRoot + QStringLiteral("/app")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString text = textOf(QStringLiteral("%1/app/%2/CMakeLists.txt").arg(projectRoot, room));
        QVERIFY2(!text.isEmpty(), qPrintable(room));
        faults += cmakeFaults(room, text);
    }
    QCOMPARE(faults, QStringList());
}

void RoomsTest::theTablePointsDownOnly()
{
    for (auto row = allowed().begin(); row != allowed().end(); ++row) {
        for (const QString &used : row.value()) {
            QVERIFY2(allowed().contains(used), qPrintable(used));
            QVERIFY2(!allowed().value(used).contains(row.key()), qPrintable(row.key() + u' ' + used));
            for (const QString &deeper : allowed().value(used))
                QVERIFY2(row.value().contains(deeper), qPrintable(row.key() + u' ' + deeper));
        }
    }
}

void RoomsTest::aBadLineIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *path, const char *line) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(line);
    };
    row("core includes cloud", "app/core/a.cpp", "#include \"cloud/client.h\"");
    row("profiles includes secrets", "app/profiles/a.h", "#include \"secrets/secretstore.h\"");
    row("practice includes cloud", "app/practice/a.cpp", "#include \"cloud/signing.h\"");
    row("upgrade includes accounts", "app/upgrade/a.cpp", "  #  include \"accounts/accounts.h\"");
    row("a room includes ui", "app/report/a.cpp", "#include \"ui/look/theme.h\"");
    row("in angle brackets", "app/core/a.cpp", "#include <impact/impact.h>");
    row("climbing", "app/core/a.cpp", "#include \"../cloud/client.h\"");
    row("QtWidgets below ui", "app/cloud/a.cpp", "#include <QtWidgets/QWidget>");
    row("QtWidgets whole", "app/cloud/a.cpp", "#include <QtWidgets>");
    row("QtGui below ui", "app/core/a.cpp", "#include <QtGui/QColor>");
    row("ignoreSslErrors", "app/cloud/a.cpp", "reply->ignoreSslErrors();");
    row("insecure fallback", "app/secrets/a.cpp", "job->setInsecureFallback( true );");
    row("processEvents", "ui/a.cpp", "QCoreApplication::processEvents();");
    row("nested loop", "app/cloud/a.cpp", "QEventLoop loop;");
    row("waitForReadyRead", "app/impact/a.cpp", "socket.waitForReadyRead(10);");
    row("RFC2822Date", "app/cloud/a.cpp", "QDateTime::fromString(date, Qt::RFC2822Date)");
    row("after a comment and a text with slashes", "app/core/a.cpp",
        "/* a */ auto url = \"http://x\"; // b\nauto c = \"\\\"//\"; QEventLoop loop;");
    row("a dialog's exec", "ui/dialogs/a.cpp", "dialog->exec();");
}

void RoomsTest::aBadLineIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QCOMPARE(faultsOf(path, QStringLiteral("#include \"core/ids.h\"\n%1\nint x;\n").arg(line)).size(), 1);
}

void RoomsTest::aGoodLinePasses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *path, const char *line) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(line);
    };
    row("a room includes itself", "app/cloud/a.cpp", "#include \"cloud/client.h\"");
    row("accounts includes secrets", "app/accounts/a.cpp", "#include \"secrets/secretstore.h\"");
    row("ui includes practice", "ui/window/a.cpp", "#include \"practice/practicecloud.h\"");
    row("a library's folder", "app/core/a.h", "#include <tl/expected.hpp>");
    row("a comment about waiting", "app/cloud/a.cpp", "// never waitForReadyRead(), no QEventLoop");
    row("a longer comment", "app/cloud/a.cpp", "/* RFC2822Date\n fails */");
    row("the fallback switched off", "app/secrets/a.cpp", "job->setInsecureFallback(false);");
    row("joining a thread", "app/core/a.cpp", "m_thread.wait();");
    row("an SQL statement", "app/upgrade/a.cpp", "query.exec();");
    row("the program's loop", "ui/main.cpp", "return application.exec();");
}

void RoomsTest::aGoodLinePasses()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QCOMPARE(faultsOf(path, line + u'\n'), QStringList());
}

void RoomsTest::anUnknownRoomIsFound()
{
    QCOMPARE(faultsOfRooms({QStringLiteral("core"), QStringLiteral("helpers")}),
             QStringList{QStringLiteral("app/helpers is not in the table")});
}

void RoomsTest::aLinkUpwardsIsFound()
{
    QCOMPARE(
        cmakeFaults(QStringLiteral("core"), QStringLiteral("uplift_room(core USES Qt6::Core cloud)")).size(),
        1);
    QCOMPARE(cmakeFaults(QStringLiteral("cloud"), QStringLiteral("uplift_room(cloud USES core Qt6::Widgets)"))
                 .size(),
             1);
    QCOMPARE(cmakeFaults(QStringLiteral("practice"),
                         QStringLiteral("uplift_room(practice\n USES core\n uplift_cloud)"))
                 .size(),
             1);
    QCOMPARE(cmakeFaults(QStringLiteral("cloud"),
                         QStringLiteral("uplift_room(cloud USES core Qt6::Network) # ui")),
             QStringList());
    QCOMPARE(
        cmakeFaults(QStringLiteral("cloud"), QStringLiteral("uplift_room(cloud USES core Qt6::Gui)")).size(),
        1);
    QCOMPARE(cmakeFaults(QStringLiteral("report"), QStringLiteral("uplift_room(report USES core Qt6::Gui)")),
             QStringList());
    QCOMPARE(
        cmakeFaults(QStringLiteral("report"), QStringLiteral("uplift_room(report USES core Qt6::Widgets)"))
            .size(),
        1);
}

QTEST_GUILESS_MAIN(RoomsTest)
#include "tst_rooms.moc"
