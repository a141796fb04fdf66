// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"

#include <QList>

namespace uplift::ui {

/// One thing the program is made of.
struct AboutPart {
    QString name; ///< "Qt 6.4.2": the version that runs, where it can be asked
    QString licence; ///< a sentence, and what it is used for
};

/// Everything used, Uplift's own licence first. Asks the libraries for their versions.
[[nodiscard]] QList<AboutPart> aboutParts();

/// Version, licences, what it is built with; and that it calls nobody but the user's accounts.
class AboutDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit AboutDialog(const QString &version, QWidget *parent = nullptr);
    [[nodiscard]] QString copyText() const; ///< all of it, for a report

private:
    void buildHead();

    QString m_version;
    QList<AboutPart> m_parts;
};

} // namespace uplift::ui
