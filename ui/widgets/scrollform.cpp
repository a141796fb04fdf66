// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollform.h"

#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/widgets/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

constexpr int paneEdge = 16;
constexpr int afterLane = 4; ///< with the 12 px lane of the bar: the pane's edge again
constexpr int aroundLine = 12;

} // namespace

ScrollForm::ScrollForm(QWidget *parent) : QScrollArea(parent), m_column(nullptr)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::NoFocus);
    keepFocusInSight(this);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(paneEdge, aroundLine, afterLane, aroundLine);
    m_column->setSpacing(8);
    setWidget(content);
}

void ScrollForm::addHairline()
{
    m_column->addSpacing(aroundLine - m_column->spacing());
    m_column->addWidget(new Hairline);
    m_column->addSpacing(aroundLine - m_column->spacing());
}

PinnedFoot::PinnedFoot(Role role, QWidget *parent)
    : QWidget(parent), m_role(role), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(paneEdge, aroundLine, paneEdge, aroundLine);
    m_column->setSpacing(8);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void PinnedFoot::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[m_role]);
    drawHairline(&painter, 0, width(), 0, theme[Role::Line]);
}

Surface::Surface(Role role, QWidget *parent) : QWidget(parent), m_role(role) { }

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this)[m_role]);
}

} // namespace uplift::ui
