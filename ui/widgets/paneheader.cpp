// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paneheader.h"

#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

namespace uplift::ui {

namespace {

constexpr int headerHeight = 49; ///< 48 and the hairline
constexpr int environmentLine = 3;

} // namespace

PaneHeader::PaneHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)),
      m_title(new ElideLabel(title, Type::Title, Role::Text, QFont::DemiBold)),
      m_tag(new EnvironmentTag(Environment::Production, TagStyle::Solid)),
      m_note(new TextLabel({}, Type::Note, Role::Text3))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(16, 0, 12, 1);
    m_row->setSpacing(9);
    m_row->addWidget(m_title);
    m_row->addWidget(m_tag);
    m_row->addWidget(m_note);
    m_row->addStretch(1);
    m_tag->hide();
    m_note->hide();
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void PaneHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PaneHeader::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void PaneHeader::setEnvironment(std::optional<Environment> environment)
{
    m_environment = environment;
    m_tag->setVisible(environment.has_value());
    if (environment)
        m_tag->setEnvironment(*environment);
    update();
}

void PaneHeader::setTagText(const QString &text) { m_tag->setText(text); }

QToolButton *PaneHeader::addTool(Icon icon, const QString &name)
{
    QToolButton *button = makeToolButton(icon, name, this);
    m_row->addWidget(button);
    return button;
}

void PaneHeader::addWidget(QWidget *widget) { m_row->addWidget(widget); }

QSize PaneHeader::sizeHint() const { return {m_row->sizeHint().width(), scaled(headerHeight)}; }

QSize PaneHeader::minimumSizeHint() const { return {m_row->minimumSize().width(), scaled(headerHeight)}; }

void PaneHeader::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Role::Canvas]);
    drawHairline(&painter, 0, width(), height() - 1, theme[Role::Line]);
    if (!m_environment)
        return;
    const EnvironmentLook look = environmentLook(*m_environment);
    if (look.hasLine)
        painter.fillRect(QRect(0, 0, width(), environmentLine), theme[look.fill]);
}

QToolButton *makeToolButton(Icon which, const QString &name, QWidget *parent, Role role)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(which, role));
    button->setIconSize({scaled(16), scaled(16)});
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFixedSize(scaled(28), scaled(28));
    return button;
}

void hangMenu(QToolButton *button, QMenu *menu)
{
    button->setMenu(menu);
    QObject::connect(button, &QToolButton::clicked, menu,
                     [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
}

void addLens(QLineEdit *search)
{
    QAction *lens = search->addAction(icon(Icon::Search, Role::Text3), QLineEdit::LeadingPosition);
    // Its button has this name to a screen reader, and no other.
    lens->setText(search->accessibleName());
    QObject::connect(lens, &QAction::triggered, search, [search] { search->setFocus(Qt::OtherFocusReason); });
}

} // namespace uplift::ui
