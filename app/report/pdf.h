// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace uplift::report {

/// The document as PDF: A4, page numbers, heads of tables repeated on each page, the fonts in it embedded,
/// Chinese included. Takes some 5 ms for each instance, a second for 200: call it in a worker's thread, never
/// in that of the window. Any thread will do, several at a time as well; a QGuiApplication must live as long
/// as it runs, since fonts belong to that. Touches nothing but what it is given.
[[nodiscard]] QByteArray pdfOf(const Document &document);

} // namespace uplift::report
