// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/accessibility.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr char roleProperty[] = "upliftAccessibleRole";

/// Asked for every class of a widget's ancestry, the most derived one first.
QAccessibleInterface *withItsRole(const QString &, QObject *object)
{
    if (!object->isWidgetType())
        return nullptr;
    const QVariant role = object->property(roleProperty);
    if (!role.isValid())
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object),
                                 static_cast<QAccessible::Role>(role.toInt()));
}

/// One in each window: nothing to see, nothing to come to.
class Announcer : public QWidget {
public:
    explicit Announcer(QWidget *window) : QWidget(window)
    {
        setObjectName(QStringLiteral("announcer"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setAccessibleRole(this, QAccessible::Notification);
        resize(1, 1);
        lower();
        show();
        m_turn.setSingleShot(true);
        QObject::connect(&m_turn, &QTimer::timeout, this, [this] { say(); });
    }

    void add(const QString &sentence)
    {
        if (!m_sentences.contains(sentence))
            m_sentences.append(sentence);
        m_turn.start(0);
    }

private:
    void say()
    {
        const QString all = m_sentences.join(QLatin1Char('\n'));
        m_sentences.clear();
        const bool again = all == accessibleName();
        setAccessibleName(all);
        if (again)
            tell(QAccessible::NameChanged);
        // Screen readers on Linux read a notification that appears, others heed the alert.
        tell(QAccessible::ObjectShow);
        tell(QAccessible::Alert);
    }
    void tell(QAccessible::Event what)
    {
        QAccessibleEvent event(this, what);
        QAccessible::updateAccessibility(&event);
    }

    QTimer m_turn;
    QStringList m_sentences;
};

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    static const bool installed = [] {
        QAccessible::installFactory(withItsRole);
        return true;
    }();
    Q_UNUSED(installed)
    widget->setProperty(roleProperty, static_cast<int>(role));
}

void setSpokenLabel(QWidget *control, const QString &label)
{
    control->setAccessibleName(label);
    auto *unseen = new QLabel(label, control->parentWidget());
    unseen->setBuddy(control);
    unseen->hide();
}

QString spokenText(const QString &text)
{
    QString spoken;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && ++i == text.size())
            break;
        spoken.append(text.at(i));
    }
    return spoken;
}

void announce(QWidget *from, const QString &sentence)
{
    if (sentence.trimmed().isEmpty())
        return;
    QWidget *window = from->window();
    auto *announcer = static_cast<Announcer *>(
        window->findChild<QWidget *>(QStringLiteral("announcer"), Qt::FindDirectChildrenOnly));
    if (!announcer)
        announcer = new Announcer(window);
    announcer->add(sentence);
}

void openWhatIsSelected(QAbstractItemView *view)
{
    QItemSelectionModel *selection = view->selectionModel();
    // Later: where a key or a click selects, the current row follows by itself.
    QObject::connect(
        selection, &QItemSelectionModel::selectionChanged, view,
        [view, selection] {
            const QModelIndexList rows = selection->selectedIndexes();
            if (rows.isEmpty() || view->selectionModel() != selection)
                return;
            const QModelIndex first = rows.constFirst();
            const bool one = std::all_of(rows.begin(), rows.end(), [&](const QModelIndex &index) {
                return index.row() == first.row() && index.parent() == first.parent();
            });
            const QModelIndex current = selection->currentIndex();
            if (one && (current.row() != first.row() || current.parent() != first.parent()))
                selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        },
        Qt::QueuedConnection);
}

void keepFocusInSight(QScrollArea *area)
{
    const auto show = [area](QWidget *now) {
        if (!now || !area->widget() || !area->widget()->isAncestorOf(now))
            return;
        // What is cut at an edge is shown as a whole, but not while a button under the pointer is pressed:
        // it would be released beside it. What is larger than the area stays as it is while it is in sight.
        const QRegion seen = now->visibleRegion();
        const bool fits = now->height() <= area->viewport()->height();
        const bool cut = seen.boundingRect().height() < now->height();
        if (seen.isEmpty() || (cut && fits && QApplication::mouseButtons() == Qt::NoButton))
            area->ensureWidgetVisible(now);
    };
    QObject::connect(qApp, &QApplication::focusChanged, area, [area, show](QWidget *, QWidget *now) {
        show(now);
        // A dialog that opens takes its height after its first field has the focus.
        QTimer::singleShot(0, area, [area, show] { show(area->window()->focusWidget()); });
    });
}

} // namespace uplift::ui
