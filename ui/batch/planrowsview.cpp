// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planrowsview.h"

#include "ui/batch/planrowsdelegate.h"
#include "ui/batch/planrowsmodel.h"
#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace uplift::ui {

PlanRowsView::PlanRowsView(QWidget *parent)
    : QListView(parent), m_model(new PlanRowsModel(this)), m_delegate(new PlanRowsDelegate(this))
{
    setFrameShape(QFrame::NoFrame);
    setModel(m_model);
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its lane stays, so that columns do not jump
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    connect(m_model, &PlanRowsModel::handChosen, this,
            [this](const InstanceId &instance, int wave) { Q_EMIT handsChosen({instance}, wave); });
}

void PlanRowsView::setHeads(const PlanHeads &heads)
{
    m_heads = heads;
    measure();
}

PlanColumns PlanRowsView::columns() const { return planColumns(viewport()->width(), m_delegate->widths()); }

void PlanRowsView::measure()
{
    m_delegate->setWidths(planWidths(m_model->rows(), m_heads));
    viewport()->update();
    Q_EMIT headsChanged();
}

void PlanRowsView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        measure();
}

void PlanRowsView::setRows(const QList<PlanRow> &rows)
{
    const PlanRow *before = current();
    const InstanceId kept = before ? before->instance : InstanceId();
    QList<InstanceId> selected;
    const QModelIndexList indexes = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes)
        selected.append(m_model->row(index.row()).instance);
    const int scrolled = verticalScrollBar()->value();
    m_taking = true;
    m_model->setRows(rows);
    measure();
    if (!currentIndex().isValid() && !kept.isEmpty()) { // all was told anew
        QItemSelection again;
        for (const InstanceId &instance : std::as_const(selected)) {
            if (const int row = m_model->indexOf(instance); row >= 0)
                again.select(m_model->index(row), m_model->index(row));
        }
        selectionModel()->select(again, QItemSelectionModel::ClearAndSelect);
        if (const int row = m_model->indexOf(kept); row >= 0)
            selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::NoUpdate);
        verticalScrollBar()->setValue(scrolled);
    }
    m_taking = false;
    Q_EMIT currentMoved();
}

void PlanRowsView::select(const InstanceId &instance)
{
    if (const int row = m_model->indexOf(instance); row >= 0)
        setCurrentIndex(m_model->index(row));
}

const PlanRow *PlanRowsView::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &m_model->row(index.row()) : nullptr;
}

QList<InstanceId> PlanRowsView::selectedByHand() const
{
    QList<InstanceId> instances;
    const QModelIndexList indexes = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes) {
        if (const PlanRow &row = m_model->row(index.row()); row.hand)
            instances.append(row.instance);
    }
    return instances;
}

void PlanRowsView::copyRows() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(indexes))
        lines.append(spokenText(m_model->row(index.row())));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void PlanRowsView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool digit = event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9;
    if (plain && digit) {
        const QList<InstanceId> instances = selectedByHand();
        if (!instances.isEmpty())
            Q_EMIT handsChosen(instances, event->key() - Qt::Key_0);
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && isEnter && state() != QAbstractItemView::EditingState) {
        if (const PlanRow *row = current())
            Q_EMIT rowActivated(PlanRow(*row));
        return;
    }
    if (event->matches(QKeySequence::Copy))
        return copyRows();
    QListView::keyPressEvent(event);
}

void PlanRowsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && !m_model->row(index.row()).hand)
        Q_EMIT rowActivated(PlanRow(m_model->row(index.row())));
}

void PlanRowsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_taking)
        Q_EMIT currentMoved();
}

void PlanRowsView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    Q_EMIT headsChanged(); // the columns moved
}

PlanRowsHead::PlanRowsHead(PlanRowsView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setFixedHeight(scaled(30));
    connect(view, &PlanRowsView::headsChanged, this, qOverload<>(&QWidget::update));
}

void PlanRowsHead::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Role::Canvas]);
    drawHairline(&painter, 0, width(), height() - 1, theme[Role::Line]);
    painter.setFont(typeFont(Type::Small, QFont::Medium));
    painter.setPen(theme[Role::Text2]);
    const PlanColumns columns = m_view->columns();
    const auto put = [&](int x, const QString &text) {
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    put(columns.name, m_view->heads().name);
    put(columns.version, m_view->heads().version);
    put(columns.third, m_view->heads().third);
    if (columns.hasFourth())
        put(columns.fourth, m_view->heads().fourth);
    put(columns.mark, m_view->heads().mark);
}

} // namespace uplift::ui
