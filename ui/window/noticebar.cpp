// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/noticebar.h"

#include "ui/look/accessibility.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace uplift::ui {

NoticeBar::NoticeBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("noticeBar"));
    setAccessibleRole(this, QAccessible::AlertMessage);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(10);
    m_mark = new IconLabel(Icon::Warning, Role::Amber);
    m_text = new WrapLabel(QString(), Type::Note, Role::Text);
    m_text->setObjectName(QStringLiteral("noticeText"));
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new LinkButton(QString(), this);
        m_buttons[i]->setObjectName(QStringLiteral("noticeAction%1").arg(i));
        m_buttons[i]->hide(); // until it has a text, so a name
        row->addWidget(m_buttons[i]);
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] {
            const auto act = m_acts[i];
            hide();
            if (act)
                act();
        });
    }
    QToolButton *close = makeToolButton(Icon::Cross, tr("Close this notice"), this);
    close->setObjectName(QStringLiteral("noticeClose"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    row->addWidget(close);
    hide();
}

void NoticeBar::showNotice(const QString &text, const QList<Action> &actions, Role background)
{
    m_background = background;
    const bool amber = background == Role::AmberBg;
    m_mark->setIcon(amber ? Icon::Warning : Icon::Info, amber ? Role::Amber : Role::Text2);
    m_text->setText(text);
    setAccessibleName(text);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < actions.size();
        m_buttons[i]->setVisible(used);
        m_buttons[i]->setText(used ? actions.at(static_cast<qsizetype>(i)).text : QString());
        m_acts[i] = used ? actions.at(static_cast<qsizetype>(i)).act : nullptr;
    }
    show();
    update();
    announce(this, text);
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[m_background]);
    painter.fillRect(0, height() - 1, width(), 1, theme[Role::Line]);
}

} // namespace uplift::ui
