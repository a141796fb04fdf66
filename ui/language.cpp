// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace uplift::ui {

QString OneContextTranslator::translate(const char *, const char *source, const char *disambiguation,
                                        int n) const
{
    return QTranslator::translate("uplift", source, disambiguation, n);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::apply(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    // English needs its file too: the plurals stand in it.
    const QString name =
        locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (m_ours.load(QStringLiteral(":/uplift/i18n/uplift_%1.qm").arg(name)))
        QCoreApplication::installTranslator(&m_ours);
    if (name != QLatin1String("en")
        && m_qt.load(QStringLiteral("qtbase_%1").arg(name),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace uplift::ui
