// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogframe.h"

#include "ui/look/accessibility.h"
#include "ui/look/marks.h"
#include "ui/look/type.h"
#include "ui/widgets/field.h"
#include "ui/widgets/scrollform.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace uplift::ui {

DialogFrame::DialogFrame(const QString &title, int width, QWidget *parent)
    : QDialog(parent), m_width(scaled(width)), m_column(new QVBoxLayout(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    buildMiddle();
    buildFoot();
}

void DialogFrame::buildMiddle()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("dialogMiddle"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    keepFocusInSight(m_scroll);
    m_content = new Surface(Role::Canvas);
    m_body = new QVBoxLayout(m_content);
    m_body->setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16));
    m_body->setSpacing(scaled(12));
    m_scroll->setWidget(m_content);
    m_content->installEventFilter(this);
    m_column->addWidget(m_scroll, 1);
}

void DialogFrame::buildFoot()
{
    auto *pane = new PinnedFoot(Role::Raised, this);
    pane->column()->setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12));
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(scaled(8));
    pane->column()->addLayout(m_foot);
    m_footPane = pane;
    m_column->addWidget(pane);
}

void DialogFrame::setEnvironmentLine(std::optional<Environment> environment)
{
    delete m_line;
    m_line = nullptr;
    if (!environment || !environmentLook(*environment).hasLine)
        return fit();
    m_line = new Surface(environmentLook(*environment).fill, this);
    m_line->setObjectName(QStringLiteral("environmentLine"));
    m_line->setFixedHeight(scaled(3));
    m_column->insertWidget(0, m_line);
    fit();
}

void DialogFrame::setHeightLimit(int pixels)
{
    m_limit = pixels;
    fit();
}

QPushButton *DialogFrame::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(spokenText(text));
    button->setAutoDefault(false);
    m_foot->addWidget(button);
    return button;
}

void DialogFrame::addFootSpace() { m_foot->addStretch(1); }

void DialogFrame::showFieldError(Field *field, const QString &sentence)
{
    field->setError(sentence);
    reveal(field);
    field->focusEditor();
}

void DialogFrame::reveal(QWidget *widget)
{
    m_body->activate();
    m_scroll->ensureWidgetVisible(widget, 0, scaled(12));
    // What was shown just now makes the content higher only when the event loop comes round.
    QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, scaled(12)); });
}

bool DialogFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        fit();
    return QDialog::eventFilter(watched, event);
}

void DialogFrame::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

void DialogFrame::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_PageUp && event->key() != Qt::Key_PageDown)
        return QDialog::keyPressEvent(event);
    m_scroll->verticalScrollBar()->triggerAction(event->key() == Qt::Key_PageUp
                                                     ? QAbstractSlider::SliderPageStepSub
                                                     : QAbstractSlider::SliderPageStepAdd);
}

void DialogFrame::done(int result)
{
    const bool active = isActiveWindow();
    QDialog::done(result);
    if (active && parentWidget())
        parentWidget()->window()->activateWindow();
}

int DialogFrame::limit() const
{
    if (m_limit > 0)
        return m_limit;
    const QScreen *where = screen() ? screen() : QGuiApplication::primaryScreen();
    return where ? where->availableSize().height() - 40 : 560;
}

void DialogFrame::fit()
{
    const int content = m_body->hasHeightForWidth()
        ? m_body->totalHeightForWidth(m_width - scaled(24) + m_body->contentsMargins().right())
        : m_body->totalSizeHint().height();
    const int line = m_line ? m_line->height() : 0;
    const int wanted = content + line + m_footPane->sizeHint().height();
    m_cut = wanted > limit();
    // A bar that once was there would keep itself: it makes the text wrap that it then is needed for.
    m_scroll->setVerticalScrollBarPolicy(m_cut ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    // The scroll bar stands in the margin, so that the columns keep their width.
    const int bar = m_cut ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    QMargins margins = m_body->contentsMargins();
    if (margins.right() != scaled(24) - bar) {
        margins.setRight(scaled(24) - bar);
        m_body->setContentsMargins(margins);
    }
    const QSize size(m_width, std::min(wanted, limit()));
    if (size != minimumSize() || size != maximumSize())
        setFixedSize(size);
}

QString withoutMnemonic(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'&', QStringLiteral("&&"));
}

} // namespace uplift::ui
