// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planlist.h"

#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"

#include <QPainter>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int paneEdge = 16;
constexpr int gutter = 30;
constexpr int gap = 8;
constexpr int lineHeight = 32;

void drawLine(QPainter *painter, const QRect &rect, const QFont &font, const QColor &color,
              const QString &text, Qt::TextElideMode elide)
{
    if (rect.width() <= 0)
        return;
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, elide, rect.width()));
}

} // namespace

PlanListModel::PlanListModel(QObject *parent) : QAbstractListModel(parent) { }

void PlanListModel::setEntries(const QList<PlanEntry> &entries)
{
    m_longestWhen = QStringLiteral("ended 00:00");
    m_longestProgress.clear();
    m_longestState.clear();
    const QFontMetrics note(typeFont(Type::Note));
    const auto keepLonger = [&note](QString &longest, const QString &text) {
        if (note.horizontalAdvance(text) > note.horizontalAdvance(longest))
            longest = text;
    };
    for (const PlanEntry &entry : entries) {
        keepLonger(m_longestWhen, entry.when);
        keepLonger(m_longestProgress, entry.progress);
        keepLonger(m_longestState, entry.mark.word);
    }
    const bool same =
        std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(),
                   [](const PlanEntry &a, const PlanEntry &b) { return a.id == b.id && a.kind == b.kind; });
    if (!same) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
        return;
    }
    for (int row = 0; row < entries.size(); ++row) {
        if (entries.at(row) == m_entries.at(row))
            continue;
        m_entries[row] = entries.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

int PlanListModel::indexOf(const PlanId &id) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).id == id)
            return row;
    }
    return -1;
}

int PlanListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PlanListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_entries.at(index.row()).name;
    if (role == Qt::AccessibleTextRole)
        return spokenText(m_entries.at(index.row()));
    return {};
}

PlanListDelegate::PlanListDelegate(const PlanListModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

QSize PlanListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, scaled(lineHeight)};
}

void PlanListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const PlanEntry &entry = m_model.entry(index.row());
    const QRect rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(rect, theme[selected ? Role::Sel : Role::Canvas]);
    const int left = rect.left() + paneEdge + scaled(gutter);
    drawHairline(painter, left, rect.right() + 1, rect.bottom(), theme[Role::Line]);
    const int size = scaled(16);
    paintIcon(painter, QRect(rect.left() + paneEdge + 2, rect.top() + (rect.height() - size) / 2, size, size),
              entry.mark.icon, theme[entry.mark.role]);
    const QFont note = typeFont(Type::Note);
    const int when = QFontMetrics(note).horizontalAdvance(m_model.longestWhen()) + gap;
    // What these columns do not need is the name's.
    const int progress = QFontMetrics(note).horizontalAdvance(m_model.longestProgress()) + 2 * gap;
    const int state = QFontMetrics(note).horizontalAdvance(m_model.longestState()) + 2 * gap;
    const int whenLeft = rect.right() - paneEdge - when;
    const int progressLeft = whenLeft - progress;
    const int stateLeft = progressLeft - state;
    const QFont font = typeFont(Type::Body, QFont::Medium);
    const bool tagged = entry.environment.has_value();
    const QString word = tagged ? environmentLook(*entry.environment).word : QString();
    const int tag = tagged ? tagSize(word).width() + gap : 0;
    const int nameRoom = stateLeft - left - tag - gap;
    const QString name = QFontMetrics(font).elidedText(entry.name, Qt::ElideMiddle, nameRoom);
    const int nameWidth = QFontMetrics(font).horizontalAdvance(name);
    drawLine(painter, QRect(left, rect.top(), nameWidth + 2, rect.height()), font, theme[Role::Text], name,
             Qt::ElideNone);
    if (tagged)
        paintTag(painter, QRect(left + nameWidth + gap, rect.top(), tag, rect.height()), *entry.environment,
                 TagStyle::Tinted, word, theme);
    const auto cell = [&rect](int from, int to) {
        return QRect(from, rect.top(), to - from - gap, rect.height());
    };
    drawLine(painter, cell(stateLeft, progressLeft), note, theme[entry.mark.wordRole], entry.mark.word,
             Qt::ElideRight);
    drawLine(painter, cell(progressLeft, whenLeft), note, theme[Role::Text], entry.progress, Qt::ElideRight);
    drawLine(painter, cell(whenLeft, rect.right() + gap), note, theme[Role::Text2], entry.when,
             Qt::ElideNone);
    if (selected)
        painter->fillRect(rect.left(), rect.top(), 3, rect.height(), theme[Role::Accent]);
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->fillRect(rect.left(), rect.top(), rect.width(), 2, theme[Role::Accent]);
        painter->fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, theme[Role::Accent]);
    }
    painter->restore();
}

} // namespace uplift::ui
