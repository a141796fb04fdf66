// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filewriting.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace uplift::ui {

namespace {

struct Files {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Files)
};

} // namespace

Outcome writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(
        Error::of(Error::Kind::Storage,
                  Files::tr("The file %1 could not be written: %2.")
                      .arg(QDir::toNativeSeparators(path), file.errorString()),
                  Files::tr("Choose another place, or make room there; nothing else was touched.")));
}

} // namespace uplift::ui
