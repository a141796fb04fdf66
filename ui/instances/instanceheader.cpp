// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instanceheader.h"

#include "ui/instances/instancefilter.h"

#include <QGuiApplication>
#include <QStyle>
#include <QStyleOptionHeader>

namespace uplift::ui {

InstanceHeader::InstanceHeader(InstanceFilter *filter, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_filter(filter)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionClicked, this, &InstanceHeader::onClicked);
    connect(filter, &InstanceFilter::sortKeysChanged, viewport(), qOverload<>(&QWidget::update));
}

void InstanceHeader::onClicked(int column)
{
    const bool adds = QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
    const auto clicked = static_cast<Column>(column);
    m_filter->setSortKeys(adds ? afterShiftClick(m_filter->sortKeys(), clicked)
                               : afterClick(m_filter->sortKeys(), clicked));
}

void InstanceHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    // The style gives the first section the pane's edge, whichever fact stands there.
    option->section = column == m_first ? 0 : 1;
    option->sortIndicator = QStyleOptionHeader::None;
    const auto head = static_cast<Column>(column);
    const QList<SortKey> &keys = m_filter->sortKeys();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const bool isHere = keys.at(i).column == factOf(head)
            || (hasTwoLines(column) && furtherFacts(head).contains(keys.at(i).column));
        if (!isHere)
            continue;
        option->sortIndicator = keys.at(i).order == Qt::AscendingOrder ? QStyleOptionHeader::SortDown
                                                                       : QStyleOptionHeader::SortUp;
        if (keys.size() > 1) // the rank among several keys
            option->text += QStringLiteral(" %1").arg(i + 1);
        break;
    }
}

/// The style knows the height, the table the widths: Qt would load a bold font to measure what nothing is set
/// in.
QSize InstanceHeader::sectionSizeFromContents(int) const
{
    return style()->sizeFromContents(QStyle::CT_HeaderSection, nullptr, QSize(0, 0), this);
}

} // namespace uplift::ui
