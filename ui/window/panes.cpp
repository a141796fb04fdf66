// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panes.h"

#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/preferences.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollform.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace uplift::ui {

namespace {

constexpr int paged = 1024;
constexpr int wide = 1200;
constexpr int large = 1600;
constexpr int narrowForm = 368;
constexpr int wideForm = 424;
constexpr int widestForm = 720;
constexpr int narrowestList = 420;
constexpr int step = 24;

/// One device pixel drawn; Qt widens what can be grabbed of one so thin.
class PaneHandle : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const qreal thickness = 1 / devicePixelRatioF();
        painter.fillRect(QRectF(contentsRect().left(), 0, thickness, height()), themeOf(this)[Role::Line]);
    }
};

class PaneSplitter : public QSplitter {
public:
    using QSplitter::QSplitter;

protected:
    QSplitterHandle *createHandle() override
    {
        auto *handle = new PaneHandle(orientation(), this);
        setAccessibleRole(handle, QAccessible::Separator);
        handle->setAccessibleName(Panes::tr("Line between the list and the form"));
        return handle;
    }
};

QString nameOf(WidthClass width)
{
    switch (width) {
    case WidthClass::Paged:
        return QStringLiteral("paged");
    case WidthClass::Narrow:
        return QStringLiteral("narrow");
    case WidthClass::Wide:
        return QStringLiteral("wide");
    case WidthClass::Large:
        return QStringLiteral("large");
    }
    return {};
}

} // namespace

WidthClass widthClassOf(int pixels, qreal scale)
{
    const int width = static_cast<int>(std::lround(pixels / scale));
    if (width < paged)
        return WidthClass::Paged;
    if (width < wide)
        return WidthClass::Narrow;
    return width < large ? WidthClass::Wide : WidthClass::Large;
}

Panes::Panes(QWidget *middle, QWidget *right, Preferences &preferences, QWidget *shortcuts)
    : m_preferences(preferences), m_middle(middle), m_right(right), m_splitter(new PaneSplitter)
{
    setObjectName(QStringLiteral("panes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    buildBack();
    column->addWidget(m_back);
    m_splitter->setObjectName(QStringLiteral("paneSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(middle);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    column->addWidget(m_splitter, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, &Panes::remember);
    const auto add = [this, shortcuts](const QString &text, const char *name, Qt::Key key, int by) {
        auto *action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | key));
        connect(action, &QAction::triggered, this, [this, by] { move(scaled(by)); });
        shortcuts->addAction(action);
        m_moves.append(action);
    };
    add(tr("Make the right pane wider"), "actionWiderPane", Qt::Key_Left, step);
    add(tr("Make the right pane narrower"), "actionNarrowerPane", Qt::Key_Right, -step);
    adapt(m_class);
}

void Panes::buildBack()
{
    m_back = new Surface(Role::Raised);
    m_back->setObjectName(QStringLiteral("paneBack"));
    auto *row = new QHBoxLayout(m_back);
    row->setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(4));
    auto *back = new LinkButton(tr("Back to the list"));
    back->setObjectName(QStringLiteral("backToList"));
    back->setToolTip(tr("Esc or Alt+Left"));
    row->addWidget(back);
    row->addStretch(1);
    m_back->hide();
    connect(back, &QPushButton::clicked, this, &Panes::goBack);
}

void Panes::adapt(WidthClass width)
{
    m_class = width;
    const bool turns = width == WidthClass::Paged;
    m_right->setMinimumWidth(scaled(narrowForm));
    m_right->setMaximumWidth(turns ? QWIDGETSIZE_MAX : scaled(widestForm));
    m_middle->setMinimumWidth(turns ? 0 : scaled(narrowestList));
    showPage();
    if (!turns)
        place();
}

void Panes::showPage()
{
    const bool turns = m_class == WidthClass::Paged;
    m_middle->setVisible(!turns || !m_rightPage);
    m_right->setVisible(!turns || m_rightPage);
    m_back->setVisible(turns && m_rightPage);
}

void Panes::place()
{
    const int standard = m_class == WidthClass::Narrow ? narrowForm : wideForm;
    const int kept = m_preferences.paneWidth(nameOf(m_class));
    const int wanted = scaled(std::clamp(kept > 0 ? kept : standard, narrowForm, widestForm));
    if (m_right->width() == wanted && m_splitter->width() > 0 && isVisible())
        return;
    const int whole = std::max(m_splitter->width(), wanted + scaled(narrowestList));
    m_splitter->setSizes({whole - wanted - m_splitter->handleWidth(), wanted});
}

void Panes::move(int pixels)
{
    if (m_class == WidthClass::Paged)
        return;
    const QList<int> sizes = m_splitter->sizes();
    m_splitter->setSizes({sizes.at(0) - pixels, sizes.at(1) + pixels});
    remember();
}

void Panes::remember()
{
    if (m_class != WidthClass::Paged)
        m_preferences.setPaneWidth(nameOf(m_class),
                                   static_cast<int>(std::lround(rightWidth() / typeScale())));
}

void Panes::showRight()
{
    m_rightPage = true;
    showPage();
}

bool Panes::goBack()
{
    if (m_class != WidthClass::Paged || !m_rightPage)
        return false;
    m_rightPage = false;
    showPage();
    Q_EMIT wentBack();
    return true;
}

bool Panes::isRightShown() const { return m_class != WidthClass::Paged || m_rightPage; }

int Panes::rightWidth() const { return m_splitter->sizes().at(1); }

} // namespace uplift::ui
