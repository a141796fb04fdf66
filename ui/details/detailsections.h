// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/instancedetails.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>
#include <QUrl>

#include <utility>

namespace uplift::ui {

/// What a button of the details does.
struct DetailAction {
    enum class Kind { ChangeWindow, SwitchAutoUpgrade, MoveEvent, CancelEvent, MoveTask, CancelTask, BackUp };
    Kind kind = Kind::ChangeWindow;
    int row = -1; ///< of the section, below whose value it stands; -1: at its end
    QString subject; ///< id of the event or task; empty: the instance
    QString text;
    QString description; ///< for screen readers: what it is done to
    friend bool operator==(const DetailAction &, const DetailAction &) = default;
};

/// One section of an instance's details: facts with their names, and where they are from.
struct DetailSection {
    QString title;
    QString source; ///< "DescribeBackups, 2 min ago", or that it is being asked for
    QString trouble; ///< why it is not known, or not anew; a sentence; empty: nothing to say
    QList<std::pair<QString, QString>> rows; ///< name and value, plain text; an unknown value is a word
    QList<DetailAction> actions = {};
    friend bool operator==(const DetailSection &, const DetailSection &) = default;
};

/// Everything known, as it is shown; unknown is said, never left out. Pure.
[[nodiscard]] QList<DetailSection> detailSections(const fleet::InstanceDetails &details, const QDateTime &now,
                                                  const QTimeZone &zone);
/// The provider's console for these services. Its address of one instance is not documented, so this is its
/// front page.
[[nodiscard]] QUrl consolePage();

} // namespace uplift::ui
