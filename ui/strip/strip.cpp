// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip/strip.h"

#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/strip/stripbutton.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace uplift::ui {

namespace {

constexpr int stripHeight = 33; ///< 32 and the hairline
constexpr int paneEdge = 16;

} // namespace

Strip::Strip(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)),
      m_title(new TextLabel(tr("Running now"), Type::Note, Role::Text3, QFont::Medium)),
      m_more(new LinkButton({})), m_healthMark(new IconLabel(Icon::Tick, Role::Green, 14)),
      m_health(new TextLabel({}, Type::Note, Role::Text3)),
      m_message(new TextLabel({}, Type::Note, Role::Text2)),
      m_clock(new TextLabel({}, Type::Note, Role::Text2))
{
    setObjectName(QStringLiteral("strip"));
    setAccessibleName(tr("Running upgrades"));
    setAccessibleRole(this, QAccessible::Grouping);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(paneEdge, 1, paneEdge, 0);
    m_row->setSpacing(6);
    m_row->addWidget(m_title);
    m_row->addSpacing(4);
    m_row->addWidget(m_more);
    m_row->addStretch(1);
    m_row->addWidget(m_message);
    m_row->addWidget(m_healthMark);
    m_row->addWidget(m_health);
    m_row->addSpacing(14);
    m_row->addWidget(m_clock);
    m_more->setObjectName(QStringLiteral("stripMore"));
    connect(m_more, &QPushButton::clicked, this, &Strip::runningRequested);
    m_healthMark->hide();
    m_health->hide();
    m_message->setObjectName(QStringLiteral("stripMessage"));
    m_message->hide();
    m_messageEnd.setSingleShot(true);
    connect(&m_messageEnd, &QTimer::timeout, this, [this] {
        m_message->setText({});
        arrange();
    });
    m_clock->setObjectName(QStringLiteral("clock"));
    m_clock->setAccessibleName(tr("Time"));
    arrange();
}

void Strip::setItems(const QList<StripItem> &items)
{
    if (items == m_items)
        return;
    m_items = items;
    while (m_buttons.size() > items.size())
        delete m_buttons.takeLast();
    while (m_buttons.size() < items.size()) {
        auto *button = new StripButton(this);
        m_row->insertWidget(2 + static_cast<int>(m_buttons.size()), button);
        connect(button, &StripButton::clicked, this, [this, button] {
            if (button->item().batch.isEmpty())
                Q_EMIT stepActivated(button->item().step);
            else
                Q_EMIT batchActivated(button->item().batch);
        });
        m_buttons << button;
    }
    for (qsizetype i = 0; i < items.size(); ++i)
        m_buttons[i]->setItem(items[i]);
    arrange();
}

void Strip::setMaximum(int items)
{
    m_maximum = items;
    arrange();
}

void Strip::showMessage(const QString &text, std::chrono::milliseconds length)
{
    m_message->setText(text);
    announce(this, text);
    m_messageEnd.start(length);
    arrange();
}

void Strip::setHealth(const Mark &mark, const QString &text)
{
    m_healthMark->setIcon(mark.icon, mark.role);
    m_health->setText(text);
    m_health->setRole(mark.role == Role::Green ? Role::Text3 : mark.role);
    arrange();
}

void Strip::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_clock->setText(QStringLiteral("%1  %2").arg(clockText(now, zone), zoneText(now, zone)));
    m_clock->setToolTip(tr("%1 UTC").arg(clockText(now, QTimeZone::utc())));
}

void Strip::arrange()
{
    m_title->setText(m_items.isEmpty() ? tr("Uplift is running no upgrade.") : tr("Running now"));
    int room =
        width() - 2 * paneEdge - m_title->sizeHint().width() - m_clock->sizeHint().width() - scaled(120);
    const bool says = !m_message->text().isEmpty();
    m_message->setVisible(says);
    if (says)
        room -= m_message->sizeHint().width() + m_row->spacing();
    qsizetype shown = 0;
    for (; shown < m_buttons.size() && shown < m_maximum; ++shown) {
        room -= m_buttons[shown]->sizeHint().width() + m_row->spacing();
        if (room < 0 && shown > 0)
            break;
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setVisible(i < shown);
    const int more = static_cast<int>(m_items.size() - shown);
    m_more->setText(tr("and %1 more").arg(more));
    m_more->setVisible(more > 0);
    // What runs comes first; the health of the accounts is also in the settings.
    const bool fits = room + scaled(120) - (more > 0 ? m_more->sizeHint().width() : 0)
        > m_health->sizeHint().width() + scaled(40);
    const bool showsHealth = !says && !m_health->text().isEmpty() && fits;
    m_health->setVisible(showsHealth);
    m_healthMark->setVisible(showsHealth);
}

QSize Strip::sizeHint() const { return {scaled(400), scaled(stripHeight)}; }

QSize Strip::minimumSizeHint() const { return {scaled(200), scaled(stripHeight)}; }

void Strip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Strip::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Role::Side]);
    drawHairline(&painter, 0, width(), 0, theme[Role::Line]);
}

void Strip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT runningRequested();
}

} // namespace uplift::ui
