// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebar.h"

#include "ui/look/accessibility.h"
#include "ui/look/icons.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/sidebar/sidebarkeys.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QTreeView>

namespace uplift::ui {

namespace {

constexpr int wideWidth = 208;
constexpr int foldedWidth = 48;

/// The program's mark beside its name.
class AppMark : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintAppMark(&painter, rect(), themeOf(this));
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    buildHead();
    buildList();
    m_add = new QPushButton(tr("Add account"));
    m_add->setObjectName(QStringLiteral("addAccount"));
    m_add->setIcon(icon(Icon::Plus));
    m_add->setProperty("alignment", QStringLiteral("left"));
    setKind(m_add, "quiet");
    m_add->setFont(typeFont(Type::Body));
    connect(m_add, &QPushButton::clicked, this, &Sidebar::addAccountRequested);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(m_add);
    column->addLayout(foot);
    m_current = filterKey(StandingFilter::All);
    applyFolded();
}

void Sidebar::buildHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(scaled(48));
    auto *row = new QHBoxLayout(head);
    m_head = row;
    row->setSpacing(8);
    m_mark = new AppMark;
    m_mark->setFixedSize(scaled(18), scaled(18));
    //: The program's name
    m_name = new TextLabel(tr("Uplift"), Type::Body, Role::Text, QFont::DemiBold);
    m_menu = makeToolButton(Icon::Menu, tr("Menu (F10)"), head);
    m_menu->setObjectName(QStringLiteral("menuButton"));
    row->addWidget(m_mark);
    row->addWidget(m_name);
    row->addStretch();
    row->addWidget(m_menu);
    layout()->addWidget(head);
}

void Sidebar::buildList()
{
    m_model = new QStandardItemModel(this);
    m_list = new QTreeView;
    m_list->setObjectName(QStringLiteral("sidebarList"));
    m_list->setAccessibleName(tr("Instances, accounts, saved profiles and records"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SidebarDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    // By items: Qt selects the wrong row of a tree when a screen reader asks for one by rows.
    m_list->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_list->setHeaderHidden(true);
    m_list->header()->setMinimumSectionSize(1); // else a header nobody sees loads a font to measure itself by
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setUniformRowHeights(false);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    layout()->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::onCurrentChanged);
    openWhatIsSelected(m_list);
    connect(m_list, &QTreeView::clicked, this, &Sidebar::onClicked);
    connect(m_list, &QTreeView::customContextMenuRequested, this, &Sidebar::onContextMenu);
    const auto remember = [this](const QModelIndex &index, bool closed) {
        const QString key = index.data(EntryKeyRole).toString();
        m_closed.removeAll(key);
        if (closed)
            m_closed << key;
    };
    connect(m_list, &QTreeView::collapsed, this,
            [remember](const QModelIndex &index) { remember(index, true); });
    connect(m_list, &QTreeView::expanded, this,
            [remember](const QModelIndex &index) { remember(index, false); });
}

void Sidebar::setContent(const SidebarContent &content)
{
    if (content == m_content && m_model->rowCount() > 0)
        return;
    const SidebarContent before = std::exchange(m_content, content);
    if (m_model->rowCount() == 0 || !refill(before))
        fill();
}

void Sidebar::select(const QString &key)
{
    const bool before = std::exchange(m_filling, true);
    m_current = key;
    if (const QStandardItem *item = findEntry(key))
        m_list->setCurrentIndex(item->index());
    else
        m_list->clearSelection();
    m_filling = before;
}

void Sidebar::setCurrentFilter(StandingFilter filter) { select(filterKey(filter)); }

void Sidebar::setCurrentAccount(const AccountId &account) { select(accountKey(account)); }

void Sidebar::setCurrentProfile(const ProfileId &profile) { select(profileKey(profile)); }

void Sidebar::setCurrentPage(SidebarPage page) { select(pageKey(page)); }

void Sidebar::onCurrentChanged(const QModelIndex &index)
{
    if (m_filling || !index.isValid())
        return;
    m_current = index.data(EntryKeyRole).toString();
    switch (static_cast<Entry>(index.data(EntryKindRole).toInt())) {
    case Entry::Filter:
        Q_EMIT filterSelected(static_cast<StandingFilter>(tail(m_current).toInt()));
        break;
    case Entry::Account:
        Q_EMIT accountActivated(AccountId{tail(m_current)});
        break;
    case Entry::Profile:
        Q_EMIT profileSelected(ProfileId{tail(m_current)});
        break;
    case Entry::Page:
        Q_EMIT pageSelected(static_cast<SidebarPage>(tail(m_current).toInt()));
        break;
    default:
        break;
    }
}

void Sidebar::onClicked(const QModelIndex &index)
{
    const auto kind = static_cast<Entry>(index.data(EntryKindRole).toInt());
    if (kind == Entry::Group)
        m_list->setExpanded(index, !m_list->isExpanded(index));
    else if (kind == Entry::ProfilesPopup)
        popUpProfiles();
    else if (kind == Entry::Page) // from the dry run, which the entry of the plans stands for too
        Q_EMIT pageSelected(static_cast<SidebarPage>(tail(index.data(EntryKeyRole).toString()).toInt()));
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            onClicked(m_list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::onContextMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    const QString key = index.data(EntryKeyRole).toString();
    const QPoint place = m_list->viewport()->mapToGlobal(position);
    switch (static_cast<Entry>(index.data(EntryKindRole).toInt())) {
    case Entry::Account:
        Q_EMIT accountMenuRequested(AccountId{tail(key)}, place);
        break;
    case Entry::Profile:
        Q_EMIT profileMenuRequested(ProfileId{tail(key)}, place);
        break;
    default:
        break;
    }
}

void Sidebar::popUpProfiles()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SidebarContent::Profile &profile : std::as_const(m_content.profiles)) {
        const QString name = QString(profile.name).replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction *action =
            menu->addAction(icon(Icon::Bookmark),
                            QStringLiteral("%1\t%2").arg(name, environmentLook(profile.environment).word));
        connect(action, &QAction::triggered, this, [this, id = profile.id] { Q_EMIT profileSelected(id); });
    }
    const QRect entry = m_list->visualRect(m_list->currentIndex());
    menu->popup(m_list->viewport()->mapToGlobal(QPoint(width(), entry.top())));
}

void Sidebar::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    applyFolded();
    Q_EMIT foldedChanged(folded);
}

void Sidebar::applyFolded()
{
    setFixedWidth(m_folded ? scaled(foldedWidth) + 1 : scaled(wideWidth) + 1);
    m_mark->setVisible(!m_folded);
    m_name->setVisible(!m_folded);
    m_head->setContentsMargins(m_folded ? 10 : 16, 0, 10, 0);
    m_add->setText(m_folded ? QString() : tr("Add account"));
    m_add->setAccessibleName(tr("Add account"));
    m_add->setToolTip(m_folded ? tr("Add account") : QString());
    static_cast<SidebarDelegate *>(m_list->itemDelegate())->setFolded(m_folded);
    fill();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Role::Side]);
    const qreal thickness = 1 / devicePixelRatioF();
    painter.fillRect(QRectF(width() - thickness, 0, thickness, height()), theme[Role::Line]);
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && m_list)
        applyFolded();
}

} // namespace uplift::ui
