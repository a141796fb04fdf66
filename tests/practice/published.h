// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace uplift::test {

/// The first field of `body` that no published sample body of `operation` has, or has with another type;
/// empty when every field is as published, and there are samples at all.
[[nodiscard]] QString unpublishedField(const QString &operation, const QJsonObject &body);

} // namespace uplift::test
