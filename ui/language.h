// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace uplift::ui {

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
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace uplift::ui
