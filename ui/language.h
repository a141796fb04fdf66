// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace uplift::ui {

/// Our translations stand in one context, so that a text is found wherever it is asked for: rooms without
/// QObject name a context of their own, and the collector of texts names others (resources/i18n/update.sh).
class OneContextTranslator : public QTranslator {
    Q_OBJECT
public:
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override;
};

/// The program's language: translations of ours and of Qt, and QLocale's default.
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;
    /// "en", "zh_CN"; empty: as the system, English when that is neither. Windows made afterwards speak it.
    void apply(const QString &language);

private:
    OneContextTranslator m_ours;
    QTranslator m_qt;
};

} // namespace uplift::ui
