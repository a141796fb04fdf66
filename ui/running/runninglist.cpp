// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/runninglist.h"

#include "core/redact.h"
#include "ui/look/marks.h"
#include "ui/look/times.h"
#include "ui/look/type.h"
#include "ui/running/attemptwords.h"
#include "ui/widgets/environmenttag.h"

#include <QPainter>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::StepKind;
using upgrade::StepState;

QString versionText(const QString &raw)
{
    const MinorVersion version = MinorVersion::parse(raw);
    return version.isKnown() ? version.text() : QString();
}

QString endedDetail(const upgrade::StepView &step)
{
    const bool isUpgrade = upgrade::isUpgrade(step.plan.kind);
    if (step.state == StepState::Verified && isUpgrade) {
        if (const QString nodes = nodesLine(step); !nodes.isEmpty())
            return nodes;
        const QString version = versionText(step.versionNow);
        return version.isEmpty() ? QString() : RunningModel::tr("runs %1").arg(version);
    }
    if (step.state == StepState::Verified && step.plan.kind == StepKind::Backup)
        return step.backup ? plainLine(step.backup->text) : QString();
    if (step.state == StepState::Verified)
        return RunningModel::tr("reads back as asked for");
    if (step.error && !step.error->code.isEmpty())
        return plainLine(step.error->code);
    if (step.state == StepState::Unchanged && isUpgrade)
        return RunningModel::tr("version unchanged");
    if (step.state == StepState::Unchanged || step.state == StepState::Failed)
        return RunningModel::tr("see what happened");
    return {};
}

/// "copy_data, 62 %, about 14 min left": what the service tells, the phase's own word first.
QString progressDetail(const CloudTask &task)
{
    QStringList parts;
    if (task.progress)
        parts.append(RunningModel::tr("%1 %").arg(qRound(*task.progress)));
    if (task.remaining && task.remaining->count() > 0)
        parts.append(RunningModel::tr("about %1 left").arg(durationText(task.remaining->count())));
    if (parts.isEmpty() && !task.statusText.isEmpty())
        parts.append(plainLine(task.statusText));
    return parts.join(RunningModel::tr(", "));
}

void whereAtWork(WhereItIs &where, const upgrade::StepView &step)
{
    if (step.backup) {
        where.percent = step.backup->percent;
        where.detail = plainLine(step.backup->text);
        return;
    }
    if (!step.task || !upgrade::isUpgrade(step.plan.kind))
        return;
    where.percent = step.task->progress;
    where.detail = progressDetail(*step.task);
    if (step.state == StepState::Running && !step.task->step.isEmpty())
        //: %1 is the state, %2 the service's own word for the phase
        where.head = RunningModel::tr("%1: %2").arg(where.head, plainLine(step.task->step));
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

WhereItIs whereItIs(const upgrade::StepView &step, const QDateTime &now, const QTimeZone &zone)
{
    WhereItIs where{attemptStateText(step.plan.kind, step.state), {}, {}};
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
        whereAtWork(where, step);
        break;
    case StepState::Switching:
        where.detail = RunningModel::tr("past the point of no return");
        if (step.task)
            where.percent = step.task->progress;
        break;
    default:
        where.detail = endedDetail(step);
    }
    if (step.windowPassedUnchanged)
        where.detail = RunningModel::tr("nothing happened; needs your decision");
    return where;
}

Mark runningMark(const upgrade::StepView &step)
{
    Mark mark = attemptMark(step.plan.kind, step.state);
    if (!step.windowPassedUnchanged)
        return mark;
    mark.icon = Icon::Question;
    mark.role = Role::Amber;
    mark.wordRole = Role::Amber;
    return mark;
}

std::pair<QString, QString> sinceLines(const upgrade::StepView &step, const QDateTime &now,
                                       const QTimeZone &zone)
{
    if (upgrade::isEnd(step.state)) {
        const QDateTime began = step.sentAt.isValid() ? step.sentAt : step.since;
        return {RunningModel::tr("Ended %1").arg(clockText(step.since, zone)),
                RunningModel::tr("took %1").arg(lastedText(began.msecsTo(step.since)))};
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

void RunningModel::setBatchNames(const QHash<PlanId, QString> &names) { m_batchNames = names; }

QString RunningModel::batchText(const upgrade::StepView &step) const
{
    if (step.plan.batch.isEmpty())
        return {};
    const QString name = m_batchNames.value(step.plan.batch, tr("a batch"));
    //: %1 is a batch's name, %2 the number of a wave
    return step.plan.wave > 0 ? tr("%1, wave %2").arg(plainLine(name)).arg(step.plan.wave) : plainLine(name);
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
        return plainLine(step.plan.instanceName);
    if (role == Qt::AccessibleTextRole) {
        const WhereItIs where = whereItIs(step, m_now, m_zone);
        const auto since = sinceLines(step, m_now, m_zone);
        QStringList parts{plainLine(step.plan.instanceName),
                          environmentLook(step.plan.environment).word,
                          changeWords(step.plan).spoken(),
                          batchText(step),
                          where.head,
                          where.detail,
                          since.first,
                          since.second};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
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
    const QFont note = typeFont(Type::Note);
    const QString change = changeWords(step.plan).line();
    const QRect below(left, top + line, second - scaled(24), line);
    drawLine(painter, below, note, theme[quiet], change);
    const int used = QFontMetrics(note).horizontalAdvance(change) + scaled(12);
    const QString batch = m_model.batchText(step);
    if (!batch.isEmpty() && used < below.width())
        drawLine(painter, below.adjusted(used, 0, 0, 0), note, theme[quiet], batch);

    const WhereItIs where = whereItIs(step, m_model.now(), m_model.zone());
    const Mark mark = runningMark(step);
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
