// SPDX-License-Identifier: GPL-3.0-or-later
// Every window and dialog of the program, one after the other, in one language and scale: to look at
// (--pictures), to find what does not fit (--fit), or to measure what is painted on what (--contrast).
#include "scenes/contactsheet.h"
#include "scenes/readability.h"
#include "scenes/scenes.h"
#include "ui/preferences.h"
#include "ui/version.h"

#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryFile>
#include <QTextStream>

#include <cstdio>

using namespace uplift;
using namespace uplift::scenes;

namespace {

QTextStream out(stdout); // NOLINT(cert-err58-cpp): one line per finding for who waits

constexpr QSize large(1366, 768);
constexpr QSize small(1024, 600);
const char *const themeNames[] = {"system", "light", "dark", "contrast"}; // as the menu counts
constexpr int light = 1;
constexpr int contrast = 3;

struct Task {
    QString language;
    QString scale;
    QString only; ///< part of a scene's name; empty: all
    QString pictures; ///< folder; empty: none are kept
    QList<QSize> sizes; ///< of the window
    int text = 100; ///< the program's own text size, in per cent
    bool fit = false;
    bool contrasts = false;
};

class Show {
public:
    Show(Stage &stage, Task task) : m_stage(stage), m_task(std::move(task))
    {
        m_own = ownEllipses(m_task.language);
    }

    int run()
    {
        for (const auto &part :
             {startScenes(), fleetScenes(), dialogScenes(), attemptScenes(), batchScenes(), homeScenes()}) {
            for (const Scene &scene : part)
                show(scene);
        }
        saveSheets();
        report();
        return m_problems.isEmpty() ? 0 : 1;
    }

private:
    void show(const Scene &scene)
    {
        const QString name = QStringLiteral("%1-%2")
                                 .arg(++m_number, 2, 10, QLatin1Char('0'))
                                 .arg(QString::fromLatin1(scene.name));
        try {
            scene.set(m_stage);
            if (m_task.only.isEmpty() || name.contains(m_task.only))
                look(name);
        } catch (const tour::Stopped &stopped) {
            m_problems << QStringLiteral("%1 was not reached: %2").arg(name, stopped.why);
            if (!m_task.pictures.isEmpty())
                keep(name + QStringLiteral("-not-reached"), light, large);
        }
        m_stage.closeAll();
    }

    void look(const QString &name)
    {
        if (m_task.fit)
            checkFit(name);
        if (m_task.contrasts)
            measure(name);
        if (!m_task.pictures.isEmpty())
            takePictures(name);
        m_stage.setTheme(light);
        m_stage.makeRoom();
    }

    void checkFit(const QString &name)
    {
        for (const QSize &size : m_task.sizes) {
            m_stage.resize(size);
            checkFit(name, size);
            if (m_stage.turnPage())
                checkFit(name, size);
        }
    }

    void checkFit(const QString &name, const QSize &size)
    {
        const QList<QWidget *> shown = m_stage.shown();
        // What changed in this moment has its place before it is looked at.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (QWidget *window : shown) {
            // A menu larger than its screen scrolls; the screen here is larger than what it stands for.
            const bool scrolls =
                window->inherits("QMenu") && (m_task.text > 100 || size.height() < small.height());
            const Expectations expectations{scrolls ? QSize() : size, m_stage.names(), m_own};
            const QList<PlacedText> texts = textsOf(*window);
            m_texts += texts.size();
            const QStringList found = misfits(*window, texts, expectations);
            for (const QString &misfit : found)
                m_problems << QStringLiteral("%1 at %2x%3: %4")
                                  .arg(name)
                                  .arg(size.width())
                                  .arg(size.height())
                                  .arg(misfit);
        }
    }

    void measure(const QString &name)
    {
        for (int theme = light; theme <= contrast; ++theme) {
            m_stage.setTheme(theme);
            const QList<QWidget *> shown = m_stage.shown();
            for (QWidget *window : shown) {
                const QList<PlacedText> texts = textsOf(*window);
                m_texts += texts.size();
                addSightings(texts, window->grab().toImage(), m_sightings[theme]);
            }
            Q_UNUSED(name);
        }
    }

    void takePictures(const QString &name)
    {
        // High contrast once: its sizes are those of the others.
        for (int theme = light; theme <= contrast; ++theme) {
            m_stage.setTheme(theme);
            for (const QSize &size : m_task.sizes) {
                if (theme == contrast && size != m_task.sizes.constFirst())
                    continue;
                m_stage.resize(size);
                keep(name, theme, size);
                if (m_stage.turnPage())
                    keep(name + QStringLiteral("-right"), theme, size);
            }
        }
    }

    void keep(const QString &name, int theme, const QSize &size)
    {
        const QString text = m_task.text == 100 ? QString() : QStringLiteral("-text%1").arg(m_task.text);
        const QString look =
            QStringLiteral("%1-%2-%3%4-%5x%6")
                .arg(m_task.language, QString::fromLatin1(themeNames[theme]), m_task.scale, text)
                .arg(size.width())
                .arg(size.height());
        const QDir folder(QDir(m_task.pictures).filePath(look));
        const QImage picture = m_stage.picture();
        if (!folder.mkpath(QStringLiteral("."))
            || !picture.save(folder.filePath(name + QStringLiteral(".png"))))
            m_problems << QStringLiteral("%1 could not be kept in %2").arg(name, folder.path());
        m_sheets[look].append({name, picture.scaledToWidth(sheetWidth, Qt::SmoothTransformation)});
    }

    void saveSheets()
    {
        constexpr int perSheet = 9;
        for (auto it = m_sheets.cbegin(); it != m_sheets.cend(); ++it) {
            for (qsizetype from = 0; from < it->size(); from += perSheet) {
                const QImage sheet = contactSheet(it->mid(from, perSheet), 3, sheetWidth);
                const QString path =
                    QDir(m_task.pictures)
                        .filePath(QStringLiteral("sheet-%1-%2.png").arg(it.key()).arg(from / perSheet + 1));
                if (!sheet.save(path))
                    m_problems << QStringLiteral("%1 could not be written").arg(path);
            }
        }
    }

    void report()
    {
        for (auto it = m_sightings.cbegin(); it != m_sightings.cend(); ++it) {
            out << "Text as it was painted, " << themeNames[it.key()] << ":\n";
            for (const QString &line : ratios(*it))
                out << "  " << line << '\n';
            for (const QString &line : tooFaint(*it))
                m_problems << QStringLiteral("Below 4.5 in %1: %2")
                                  .arg(QString::fromLatin1(themeNames[it.key()]), line);
        }
        m_problems.removeDuplicates();
        for (const QString &problem : std::as_const(m_problems))
            out << problem << '\n';
        out << m_number << " scenes, " << m_texts << " texts, " << m_problems.size() << " problems ("
            << m_task.language << ", " << m_task.scale << " %, text " << m_task.text << " %)" << Qt::endl;
        if (m_number == 0 || ((m_task.fit || m_task.contrasts) && m_texts == 0))
            m_problems << QStringLiteral("Nothing was looked at.");
    }

    static constexpr int sheetWidth = 640;

    Stage &m_stage;
    Task m_task;
    QList<QRegularExpression> m_own;
    QStringList m_problems;
    QMap<int, Sightings> m_sightings; ///< by theme
    QMap<QString, QList<NamedPicture>> m_sheets;
    int m_number = 0;
    qsizetype m_texts = 0;
};

/// The usual ones where none is asked for; none when one cannot be read.
QList<QSize> sizesOf(const QStringList &asked)
{
    if (asked.isEmpty())
        return {large, small};
    QList<QSize> sizes;
    for (const QString &each : asked) {
        const QSize size(each.section(QLatin1Char('x'), 0, 0).toInt(),
                         each.section(QLatin1Char('x'), 1).toInt());
        if (size.isEmpty())
            return {};
        sizes << size;
    }
    return sizes;
}

/// A display without a display: as large as the windows at the largest scale and text size need.
bool describeScreen(QTemporaryFile &file)
{
    if (!file.open())
        return false;
    file.write(R"({"screens":[{"name":"scenes","x":0,"y":0,"width":4200,"height":2400,"logicalDpi":96,)"
               R"("logicalBaseDpi":96,"dpr":1}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toLocal8Bit());
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QTemporaryFile screen;
    if (!describeScreen(screen))
        return 2;
    for (int i = 1; i + 1 < argc; ++i) {
        if (qstrcmp(argv[i], "--scale") == 0)
            qputenv("QT_SCALE_FACTOR", QByteArray::number(QByteArray(argv[i + 1]).toDouble() / 100));
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("uplift"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UPLIFT_VERSION));
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("language"), QStringLiteral("en or zh_CN."), QStringLiteral("language"),
          QStringLiteral("en")},
         {QStringLiteral("scale"), QStringLiteral("In per cent."), QStringLiteral("scale"),
          QStringLiteral("100")},
         {QStringLiteral("text"), QStringLiteral("The program's own text size, in per cent."),
          QStringLiteral("text"), QStringLiteral("100")},
         {QStringLiteral("size"),
          QStringLiteral("Of the window, 911x512; may be repeated. Otherwise 1366x768 and 1024x600."),
          QStringLiteral("size")},
         {QStringLiteral("only"), QStringLiteral("Look at scenes with this in their name alone."),
          QStringLiteral("name")},
         {QStringLiteral("pictures"), QStringLiteral("Keep pictures, in all themes and sizes."),
          QStringLiteral("folder")},
         {QStringLiteral("fit"), QStringLiteral("Find what does not fit; 1 when anything does not.")},
         {QStringLiteral("contrast"),
          QStringLiteral("Measure every text in all themes; 1 when any is below 4.5.")}});
    parser.addHelpOption();
    parser.process(application);
    Task task{parser.value(QStringLiteral("language")),
              parser.value(QStringLiteral("scale")),
              parser.value(QStringLiteral("only")),
              parser.value(QStringLiteral("pictures")),
              sizesOf(parser.values(QStringLiteral("size"))),
              parser.value(QStringLiteral("text")).toInt(),
              parser.isSet(QStringLiteral("fit")),
              parser.isSet(QStringLiteral("contrast"))};
    if ((task.language != QLatin1String("en") && task.language != QLatin1String("zh_CN"))
        || !ui::textScales().contains(task.text) || task.sizes.isEmpty()) {
        out << parser.helpText() << Qt::endl;
        return 2;
    }
    try {
        Stage stage(application, task.language, task.text);
        return Show(stage, task).run();
    } catch (const tour::Stopped &stopped) {
        out << "The program did not start: " << stopped.why << Qt::endl;
        return 1;
    }
}
