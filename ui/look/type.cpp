// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/type.h"

#include "core/localized.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QFontInfo>
#include <QTextLayout>

#include <cmath>

namespace uplift::ui {

namespace {

constexpr qreal basePixels = 13;

qreal stepPixels(Type step)
{
    switch (step) {
    case Type::Tag:
        return speaksChinese() ? 11 : 10; // Chinese is never smaller
    case Type::Small:
        return 11;
    case Type::Note:
        return 12;
    case Type::Body:
        return 13;
    case Type::Title:
        return 16;
    case Type::Heading:
        return 18;
    case Type::Figure:
        return 20;
    case Type::Headline:
        return 22;
    }
    return basePixels;
}

qreal applicationPixels()
{
    const QFont font = QApplication::font();
    return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

/// Qt's own answer when no desktop named a font.
bool isQtsFallback(const QFont &font)
{
    const QString family = font.family();
    return family.isEmpty() || family == QLatin1String("Sans Serif") || family == QLatin1String("Sans")
        || family == QLatin1String("Helvetica");
}

/// The portable archive brings its fonts along, each in a folder of its family's name; what the system has is
/// left to the system.
void addOwnFonts()
{
    const QDir folder(QCoreApplication::applicationDirPath() + QLatin1String("/../share/uplift/fonts"));
    const QStringList families = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &family : families) {
        if (QFontDatabase::hasFamily(family))
            continue;
        const QFileInfoList files = QDir(folder.filePath(family)).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            QFontDatabase::addApplicationFont(file.absoluteFilePath());
    }
}

} // namespace

void applyFonts(QApplication &application, qreal scale)
{
    addOwnFonts();
    const QFont desktop = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families;
    qreal pixels = basePixels;
    if (!isQtsFallback(desktop)) {
        families << desktop.family();
        pixels = QFontInfo(desktop).pixelSize();
    }
    // The simplified Chinese face by name: otherwise Qt may pick Japanese glyphs for Chinese text.
    families << QStringLiteral("Inter") << QStringLiteral("Noto Sans") << QStringLiteral("DejaVu Sans")
             << QStringLiteral("Noto Sans CJK SC");
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(static_cast<int>(std::lround(pixels * scale)));
    // Inter would turn "9x1" inside an id into a product sign; unshaped text also paints much faster (ui.md
    // 2).
    font.setStyleStrategy(QFont::PreferNoShaping);
    application.setFont(font);
}

QFont typeFont(Type step, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(std::lround(stepPixels(step) * typeScale())));
    font.setWeight(weight);
    return font;
}

int textLineHeight(Type step)
{
    QTextLayout layout(speaksChinese() ? QStringLiteral("A\u4e2d") : QStringLiteral("A"), typeFont(step));
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return static_cast<int>(std::ceil(line.height()));
}

QFont fixedFont(Type step, QFont::Weight weight)
{
    QFont font = typeFont(step, weight);
    font.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono CJK SC")});
    font.setStyleHint(QFont::Monospace, QFont::PreferNoShaping);
    return font;
}

qreal typeScale() { return applicationPixels() / basePixels; }

int scaled(int pixels) { return static_cast<int>(std::lround(pixels * typeScale())); }

} // namespace uplift::ui
