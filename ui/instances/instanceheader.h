// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace uplift::ui {

class InstanceFilter;

/// The heads: a click sorts, Shift and a click adds a key; several keys carry their number.
class InstanceHeader : public QHeaderView {
    Q_OBJECT
public:
    InstanceHeader(InstanceFilter *filter, QWidget *parent);
    void setFirstColumn(int column) { m_first = column; }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;
    QSize sectionSizeFromContents(int column) const override;

private:
    void onClicked(int column);

    InstanceFilter *m_filter;
    int m_first = 0;
};

} // namespace uplift::ui
