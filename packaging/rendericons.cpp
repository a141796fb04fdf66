// SPDX-License-Identifier: GPL-3.0-or-later
// rendericons SVG FOLDER: the program's icon at build time, from its one drawing: <size>.png for the icon
// themes of Linux, uplift.ico for Windows, uplift.icns for macOS. The containers hold PNGs as they are, so no
// plugin is needed.
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QtEndian>

#include <cstdio>
#include <map>

namespace {

constexpr int themeSizes[] = {16, 22, 24, 32, 48, 64, 128, 256, 512};
constexpr int windowsSizes[] = {16, 24, 32, 48, 64, 128, 256};
constexpr int largest = 1024;

struct AppleEntry {
    const char *type;
    int size;
};
/// The PNG kinds of the .icns container; the later ones are the doubled sizes of smaller ones.
constexpr AppleEntry appleEntries[] = {{"icp4", 16},  {"icp5", 32},  {"icp6", 64},  {"ic07", 128},
                                       {"ic08", 256}, {"ic09", 512}, {"ic11", 32},  {"ic12", 64},
                                       {"ic13", 256}, {"ic14", 512}, {"ic10", 1024}};

QByteArray rendered(QSvgRenderer &drawing, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

template <class Number> void append(QByteArray &bytes, Number number, bool bigEndian)
{
    const Number ordered = bigEndian ? qToBigEndian(number) : qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

QByteArray windowsIcon(const std::map<int, QByteArray> &pngs)
{
    QByteArray head;
    QByteArray body;
    append<quint16>(head, 0, false);
    append<quint16>(head, 1, false); // an icon, not a cursor
    append<quint16>(head, std::size(windowsSizes), false);
    const qsizetype headSize = 6 + 16 * qsizetype(std::size(windowsSizes));
    for (const int size : windowsSizes) {
        const QByteArray &png = pngs.at(size);
        const auto side = static_cast<quint8>(size == 256 ? 0 : size); // 0 stands for 256
        append<quint8>(head, side, false);
        append<quint8>(head, side, false);
        append<quint16>(head, 0, false); // no palette
        append<quint16>(head, 1, false); // planes
        append<quint16>(head, 32, false); // bits a pixel
        append<quint32>(head, static_cast<quint32>(png.size()), false);
        append<quint32>(head, static_cast<quint32>(headSize + body.size()), false);
        body.append(png);
    }
    return head + body;
}

QByteArray appleIcon(const std::map<int, QByteArray> &pngs)
{
    QByteArray body;
    for (const AppleEntry &entry : appleEntries) {
        const QByteArray &png = pngs.at(entry.size);
        body.append(entry.type, 4);
        append<quint32>(body, static_cast<quint32>(png.size() + 8), true);
        body.append(png);
    }
    QByteArray icon("icns");
    append<quint32>(icon, static_cast<quint32>(body.size() + 8), true);
    return icon + body;
}

bool written(const QDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fputs("Usage: rendericons SVG FOLDER\n", stderr);
        return 2;
    }
    QSvgRenderer drawing(QString::fromLocal8Bit(argv[1]));
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    if (!drawing.isValid() || !folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "rendericons: cannot read %s or make %s\n", argv[1], argv[2]);
        return 1;
    }
    std::map<int, QByteArray> pngs;
    for (const int size : themeSizes)
        pngs[size] = rendered(drawing, size);
    pngs[largest] = rendered(drawing, largest);
    bool good = written(folder, QStringLiteral("uplift.ico"), windowsIcon(pngs))
        && written(folder, QStringLiteral("uplift.icns"), appleIcon(pngs));
    for (const int size : themeSizes)
        good = good && written(folder, QStringLiteral("%1.png").arg(size), pngs.at(size));
    if (!good)
        std::fprintf(stderr, "rendericons: cannot write to %s\n", argv[2]);
    return good ? 0 : 1;
}
