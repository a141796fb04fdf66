// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/instancedetails.h"
#include "ui/details/detailsections.h"
#include "ui/dialogs/dialogframe.h"

#include <QTimeZone>
#include <QTimer>

namespace uplift::ui {

class LinkButton;
class TextLabel;

/// Everything known of one instance, each part with its source and age. Stays open beside the window.
class DetailsDialog : public DialogFrame {
    Q_OBJECT
public:
    /// `details` goes with the dialog.
    DetailsDialog(fleet::InstanceDetails *details, const QString &name, Environment environment,
                  const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] bool isAsking() const { return m_details->asking() > 0; }
    [[nodiscard]] const QList<DetailSection> &sections() const { return m_sections; }

private:
    void refresh();
    QWidget *widgetOf(const DetailSection &section, int number) const;

    fleet::InstanceDetails *m_details;
    const Clock &m_clock;
    QList<DetailSection> m_sections;
    QList<QWidget *> m_widgets; ///< beside m_sections
    QPushButton *m_again = nullptr;
    QTimer m_soon; ///< folds answers
};

} // namespace uplift::ui
