// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/runninglist.h"

#include "core/redact.h"
#include "ui/look/marks.h"
#include "ui/look/times.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"

#include <QPainter>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::StepState;

QString versionText(const QString &raw)
{
    const MinorVersion version = MinorVersion::parse(raw);
    return version.isKnown() ? version.text() : QString();
}

QString endedDetail(const upgrade::StepView &step)
{
    if (step.state == StepState::Verified && !step.nodes.isEmpty()) {
        const auto onTarget =
            std::count_if(step.nodes.begin(), step.nodes.end(), [&](const NodeVersion &node) {
                return node.version == MinorVersion::parse(step.versionNow);
            });
        return RunningModel::tr("%1 of %2 nodes on %3")
            .arg(onTarget)
            .arg(step.nodes.size())
            .arg(versionText(step.versionNow));
    }
    if (step.state == StepState::Verified)
        return RunningModel::tr("runs %1").arg(versionText(step.versionNow));
    if (step.error && !step.error->code.isEmpty())
        return plainLine(step.error->code);
    if (step.state == StepState::Unchanged || step.state == StepState::Failed)
        return RunningModel::tr("see what happened");
    return {};
}

/// `text` in `rect`, names elided in the middle.
void drawLine(QPainter *painter, const QRect &rect, const QFont &font, const QColor &color,
              const QString &text)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width()));
}

} // namespace

QString fromVersionText(const upgrade::StepPlan &plan) { return versionText(plan.fromVersion); }

QString toVersionText(const upgrade::StepPlan &plan)
{
    return plan.toVersion.isEmpty() ? RunningModel::tr("latest") : versionText(plan.toVersion);
}

WhereItIs whereItIs(const upgrade::StepView &step, const QDateTime &now, const QTimeZone &zone)
{
    WhereItIs where{upgrade::stateText(step.state), {}, {}};
    switch (step.state) {
    case StepState::Undecided:
        where.head = RunningModel::tr("Undecided");
        where.detail = RunningModel::tr("needs your decision");
        break;
    case StepState::Unanswered:
        where.detail = RunningModel::tr("asking the service what became of it");
        break;
    case StepState::Waiting:
        if (step.plan.window)
            where.detail =
                RunningModel::tr("%1, %2").arg(momentInSentence(step.plan.window->start, now, zone),
                                               countdownText(step.plan.window->start, now));
        break;
    case StepState::Running:
    case StepState::Accepted:
        if (step.task && step.task->progress) {
            where.percent = step.task->progress;
            where.detail = step.task->remaining && step.task->remaining->count() > 0
                ? RunningModel::tr("%1 %, about %2 left")
                      .arg(qRound(*step.task->progress))
                      .arg(durationText(step.task->remaining->count()))
                : RunningModel::tr("%1 %").arg(qRound(*step.task->progress));
        }
        break;
    case StepState::Switching:
        where.detail = RunningModel::tr("past the point of no return");
        if (step.task)
            where.percent = step.task->progress;
        break;
    default:
        where.detail = endedDetail(step);
    }
    return where;
}

std::pair<QString, QString> sinceLines(const upgrade::StepView &step, const QDateTime &now,
                                       const QTimeZone &zone)
{
    if (upgrade::isEnd(step.state)) {
        const QDateTime began = step.sentAt.isValid() ? step.sentAt : step.since;
        return {RunningModel::tr("Ended %1").arg(clockText(step.since, zone)),
                RunningModel::tr("took %1").arg(durationText(began.secsTo(step.since)))};
    }
    const QDateTime sent = step.sentAt.isValid() ? step.sentAt : step.since;
    return {RunningModel::tr("Sent %1").arg(clockText(sent, zone)), ageText(sent, now)};
}

RunningModel::RunningModel(QObject *parent)
    : QAbstractListModel(parent), m_now(QDateTime::currentDateTimeUtc()), m_zone(QTimeZone::utc())
{
}

void RunningModel::setSteps(const QList<upgrade::StepView> &steps)
{
    const bool sameRows = std::equal(steps.begin(), steps.end(), m_steps.begin(), m_steps.end(),
                                     [](const auto &a, const auto &b) { return a.plan.id == b.plan.id; });
    if (sameRows) {
        m_steps = steps;
        if (!steps.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(steps.size()) - 1));
        return;
    }
    beginResetModel();
    m_steps = steps;
    endResetModel();
}

void RunningModel::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    if (!m_steps.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_steps.size()) - 1));
}

int RunningModel::indexOf(const StepId &id) const
{
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).plan.id == id)
            return static_cast<int>(i);
    }
    return -1;
}

int RunningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

QVariant RunningModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_steps.size())
        return {};
    const upgrade::StepView &step = m_steps.at(index.row());
    if (role == Qt::DisplayRole)
        return step.plan.instanceName;
    if (role == Qt::AccessibleTextRole) {
        const WhereItIs where = whereItIs(step, m_now, m_zone);
        const auto since = sinceLines(step, m_now, m_zone);
        return QStringList{step.plan.instanceName,
                           environmentLook(step.plan.environment).word,
                           tr("%1 to %2").arg(fromVersionText(step.plan), toVersionText(step.plan)),
                           where.head,
                           where.detail,
                           since.first,
                           since.second}
            .join(QStringLiteral(", "));
    }
    return {};
}

RunningDelegate::RunningDelegate(const RunningModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

std::pair<int, int> RunningDelegate::columns(int width)
{
    const int third = width - scaled(104);
    return {std::max(scaled(200), third - scaled(310)), third};
}

QSize RunningDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, scaled(54)};
}

void RunningDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const upgrade::StepView &step = m_model.step(index.row());
    const QRect rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(rect, theme[selected ? Role::Sel : Role::Canvas]);
    const int left = rect.left() + scaled(16);
    painter->fillRect(left, rect.bottom(), rect.width() - scaled(16), 1, theme[Role::Line]);
    if (selected)
        painter->fillRect(rect.left(), rect.top(), 3, rect.height(), theme[Role::Accent]);
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->fillRect(rect.left(), rect.top(), rect.width(), 2, theme[Role::Accent]);
        painter->fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, theme[Role::Accent]);
    }
    const auto [second, third] = columns(rect.width());
    const int top = rect.top() + scaled(7);
    const int line = scaled(18);
    const Role quiet = selected ? Role::Text2 : Role::Text3;

    const QFont name = typeFont(Type::Body, QFont::Medium);
    const QString word = environmentLook(step.plan.environment).word;
    const QSize tag = tagSize(word);
    const int nameRoom = second - scaled(16) - tag.width() - scaled(20);
    const QString shown =
        QFontMetrics(name).elidedText(plainLine(step.plan.instanceName), Qt::ElideMiddle, nameRoom);
    drawLine(painter, QRect(left, top, nameRoom, line), name, theme[Role::Text], shown);
    const int tagLeft = left + QFontMetrics(name).horizontalAdvance(shown) + scaled(8);
    paintTag(painter, QRect(tagLeft, top, tag.width(), line), step.plan.environment, TagStyle::Tinted, word,
             theme);
    drawLine(painter, QRect(left, top + line, second - scaled(24), line), typeFont(Type::Note), theme[quiet],
             RunningModel::tr("%1  →  %2").arg(fromVersionText(step.plan), toVersionText(step.plan)));

    const WhereItIs where = whereItIs(step, m_model.now(), m_model.zone());
    const Mark mark = stateMark(step.state);
    const int whereLeft = rect.left() + second;
    const int icon = scaled(16);
    paintIcon(painter, QRect(whereLeft, top + (line - icon) / 2, icon, icon), mark.icon, theme[mark.role]);
    const int textLeft = whereLeft + icon + scaled(10);
    const int textRoom = rect.left() + third - textLeft - scaled(8);
    drawLine(painter, QRect(textLeft, top, textRoom, line), typeFont(Type::Body), theme[mark.wordRole],
             where.head);
    drawLine(painter, QRect(textLeft, top + line, textRoom, line), typeFont(Type::Note), theme[quiet],
             where.detail);
    if (where.percent) {
        const QRect track(textLeft, rect.bottom() - 6, std::min(textRoom, scaled(180)), 3);
        painter->fillRect(track, theme[Role::Bar]);
        painter->fillRect(QRect(track.left(), track.top(), qRound(track.width() * *where.percent / 100), 3),
                          theme[Role::AccentFill]);
    }
    const auto since = sinceLines(step, m_model.now(), m_model.zone());
    drawLine(painter, QRect(rect.left() + third, top, scaled(100), line), typeFont(Type::Body),
             theme[Role::Text], since.first);
    drawLine(painter, QRect(rect.left() + third, top + line, scaled(100), line), typeFont(Type::Note),
             theme[quiet], since.second);
    painter->restore();
}

} // namespace uplift::ui
