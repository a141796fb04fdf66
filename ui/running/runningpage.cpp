// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/runningpage.h"

#include "ui/look/accessibility.h"
#include "ui/look/type.h"
#include "ui/running/runninglist.h"
#include "ui/running/runtimeline.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/segmented.h"
#include "ui/window/noticebar.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

enum Shown { All, Open, Ended };

/// Column heads over the list, by the delegate's own columns: over its lines, not over its scroll bar.
class RunningHead : public QWidget {
public:
    RunningHead(QAbstractScrollArea *list, QWidget *parent) : QWidget(parent), m_lines(list->viewport())
    {
        setFixedHeight(scaled(30));
        setObjectName(QStringLiteral("runningHead"));
        m_lines->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_lines && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
            update();
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme[Role::Canvas]);
        painter.fillRect(0, height() - 1, width(), 1, theme[Role::Line]);
        painter.setFont(typeFont(Type::Small, QFont::Medium));
        painter.setPen(theme[Role::Text2]);
        const auto [second, third] =
            RunningDelegate::columns(m_lines->isVisible() ? m_lines->width() : width());
        const auto put = [&](int x, const QString &text) {
            painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        };
        put(scaled(16), RunningPage::tr("Instance"));
        put(second, RunningPage::tr("Where it is"));
        put(third, RunningPage::tr("When"));
    }

private:
    QWidget *m_lines;
};

} // namespace

RunningPage::RunningPage(QWidget *parent)
    : QWidget(parent), m_model(new RunningModel(this)), m_now(QDateTime::currentDateTimeUtc())
{
    setObjectName(QStringLiteral("runningPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header = new PaneHeader(tr("In progress and ended today"), this);
    m_choice = new Segmented;
    m_choice->setObjectName(QStringLiteral("runningChoice"));
    m_choice->setAccessibleName(tr("Which upgrades to show"));
    m_choice->add(All, tr("All"));
    m_choice->add(Open, tr("Open"));
    m_choice->add(Ended, tr("Ended"));
    m_choice->setFixedWidth(scaled(228));
    m_header->addWidget(m_choice);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("runningList"));
    m_list->setAccessibleName(tr("Upgrades in progress and ended today"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunningDelegate(*m_model, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty = buildEmpty();
    m_notices = new NoticeBar(this);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(new RunningHead(m_list, this));
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    m_timeline = new RunTimeline(this);
    m_timeline->hide();
    column->addWidget(m_timeline);
    connect(m_choice, &Segmented::chosen, this, &RunningPage::apply);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    Q_EMIT stepSelected(m_model->step(index.row()).plan.id);
            });
    openWhatIsSelected(m_list);
    apply();
}

QWidget *RunningPage::buildEmpty()
{
    auto *page = new EmptyState(Icon::Running, this);
    page->setObjectName(QStringLiteral("runningEmpty"));
    m_emptyTitle = page->title();
    m_emptyTitle->setObjectName(QStringLiteral("runningEmptyTitle"));
    m_emptyText = page->text();
    m_showAll = page->action();
    m_showAll->setText(tr("Show all of today"));
    m_showAll->setObjectName(QStringLiteral("runningShowAll"));
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_choice->setCurrent(All);
        apply();
        m_list->setFocus();
    });
    return page;
}

/// Of what Uplift itself began: the table shows what the service says of every instance.
void RunningPage::showEmpty()
{
    const bool open = m_choice->current() == Open;
    const bool ended = m_choice->current() == Ended;
    m_emptyTitle->setText(open        ? tr("Uplift is running no upgrade")
                              : ended ? tr("No upgrade by Uplift ended today")
                                      : tr("Uplift is running no upgrade, and none ended today"));
    m_emptyText->setText(
        tr("Choose an instance in the table and start its upgrade there: it is followed here "
           "until it is verified. What others have begun shows only in the table."));
    m_showAll->setVisible(!m_steps.isEmpty());
}

void RunningPage::setSteps(const QList<upgrade::StepView> &steps, const QHash<PlanId, QString> &batchNames)
{
    m_model->setBatchNames(batchNames);
    m_steps = steps;
    // What is open first, then what ended; each newest first.
    std::stable_partition(m_steps.begin(), m_steps.end(),
                          [](const upgrade::StepView &step) { return !upgrade::isEnd(step.state); });
    apply();
}

void RunningPage::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_model->setNow(now, zone);
    m_timeline->setNow(now, zone);
}

/// Only below the lines, never instead of them.
void RunningPage::showTimeline()
{
    m_timeline->setLanes(lanesOf(m_steps, m_now));
    const int lines = m_model->rowCount() * scaled(54);
    const int used = m_header->height() + scaled(30) + m_timeline->sizeHint().height();
    m_timeline->setVisible(m_timeline->laneCount() > 1 && lines + used < height());
}

void RunningPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTimeline();
}

void RunningPage::apply()
{
    const StepId before = current();
    QList<upgrade::StepView> shown;
    for (const upgrade::StepView &step : m_steps) {
        const bool ended = upgrade::isEnd(step.state);
        if (m_choice->current() == All || ended == (m_choice->current() == Ended))
            shown.append(step);
    }
    m_model->setSteps(shown);
    m_header->setNote(QLocale().toString(shown.size()));
    m_list->setVisible(!shown.isEmpty());
    m_empty->setVisible(shown.isEmpty());
    showEmpty();
    const int row = std::max(0, m_model->indexOf(before));
    showTimeline();
    if (!shown.isEmpty() && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
}

void RunningPage::select(const StepId &step)
{
    if (m_model->indexOf(step) < 0) {
        m_choice->setCurrent(All);
        apply();
    }
    if (const int row = m_model->indexOf(step); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

StepId RunningPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model->step(index.row()).plan.id : StepId();
}

} // namespace uplift::ui
