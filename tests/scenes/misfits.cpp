// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/misfits.h"

#include "support/tsfile.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTextEdit>

#include <algorithm>
#include <iterator>

namespace uplift::scenes {

namespace {

constexpr QChar ellipsis(0x2026);
constexpr qreal slack = 1; ///< px: rounding at fractions of scale
constexpr qreal touch = 2; ///< px two texts or controls may share

bool collide(const QRectF &a, const QRectF &b)
{
    const QRectF both = a & b;
    return both.width() > touch && both.height() > touch;
}

QAbstractScrollArea *scrolledBy(const QWidget &viewport)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(viewport.parentWidget());
    return area && area->viewport() == &viewport ? area : nullptr;
}

/// A bar that is never shown leaves what it scrolls out of reach.
bool scrolls(const QAbstractScrollArea &area, Qt::Orientation way)
{
    const bool sideways = way == Qt::Horizontal;
    const Qt::ScrollBarPolicy policy =
        sideways ? area.horizontalScrollBarPolicy() : area.verticalScrollBarPolicy();
    const QScrollBar *bar = sideways ? area.horizontalScrollBar() : area.verticalScrollBar();
    return policy != Qt::ScrollBarAlwaysOff && bar->maximum() > bar->minimum();
}

/// What of the widget can be seen in its window.
QRectF seenOf(const QWidget &widget)
{
    const QWidget *window = widget.window();
    QRect seen(widget.mapTo(window, QPoint()), widget.size());
    for (const QWidget *each = &widget; each != window; each = each->parentWidget()) {
        const QWidget *parent = each->parentWidget();
        seen &= QRect(parent->mapTo(window, QPoint()), parent->size());
    }
    return seen;
}

bool isControl(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return !label->text().isEmpty();
    // The parts of a control are the control's own business.
    const QWidget *parent = widget.parentWidget();
    if (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QLineEdit *>(parent))
        return false;
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QTextEdit *>(&widget);
}

QString ownText(const QWidget &widget)
{
    QString text;
    for (const QAction *action : qobject_cast<const QMenu *>(&widget) ? widget.actions() : QList<QAction *>())
        text += action->text() + QLatin1Char('\n');
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text = label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text = button->text();
    else if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        text = edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    else if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        text = combo->currentText();
    return text.remove(QLatin1Char('&'));
}

bool isElidedName(const QString &text, const QStringList &names)
{
    const qsizetype at = text.indexOf(ellipsis);
    const QStringView before = QStringView(text).left(at);
    const QStringView after = QStringView(text).mid(at + 1);
    if (before.isEmpty() || after.isEmpty() || after.contains(ellipsis))
        return false;
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return name.size() > before.size() + after.size() && name.startsWith(before) && name.endsWith(after);
    });
}

/// Typed text scrolls inside its field; what a text editor or a view shows scrolls with it.
bool scrollsItself(const QWidget &widget, bool sideways)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return sideways && !edit->text().isEmpty() && !edit->isReadOnly();
    const QAbstractScrollArea *area = scrolledBy(widget);
    if (qobject_cast<const QHeaderView *>(area)) // it follows its table
        area = qobject_cast<const QAbstractScrollArea *>(area->parentWidget());
    if (!area)
        return false;
    return scrolls(*area, sideways ? Qt::Horizontal : Qt::Vertical);
}

QString cutOf(const PlacedText &text)
{
    const DrawnText &drawn = text.drawn;
    // By each axis: a row that is scrolled away is not cut at its side.
    QRectF room = text.widget->rect();
    if (!drawn.clip.isNull()) {
        room.setCoords(std::max(room.left(), drawn.clip.left()), std::max(room.top(), drawn.clip.top()),
                       std::min(room.right(), drawn.clip.right()),
                       std::min(room.bottom(), drawn.clip.bottom()));
    }
    const bool sideways = drawn.ink.left() < room.left() - slack || drawn.ink.right() > room.right() + slack;
    const bool upright = drawn.ink.top() < room.top() - slack || drawn.ink.bottom() > room.bottom() + slack;
    if (sideways && !scrollsItself(*text.widget, true))
        return QStringLiteral("\"%1\" needs %2 px of width and has %3")
            .arg(drawn.text)
            .arg(drawn.ink.width(), 0, 'f', 1)
            .arg(room.width(), 0, 'f', 1);
    if (upright && !scrollsItself(*text.widget, false))
        return QStringLiteral("\"%1\" is cut at its upper or lower edge").arg(drawn.text);
    return {};
}

/// A cell of a table ends at its column, whatever its delegate paints.
QString strayOf(const PlacedText &text)
{
    const auto *table = qobject_cast<const QTableView *>(scrolledBy(*text.widget));
    if (!table)
        return {};
    const QPoint start = text.drawn.ink.topLeft().toPoint();
    const int column = table->columnAt(start.x());
    const int row = table->rowAt(static_cast<int>(text.drawn.ink.center().y()));
    if (column < 0 || row < 0 || table->columnSpan(row, column) > 1)
        return {};
    const int end = table->columnViewportPosition(column) + table->columnWidth(column);
    return text.drawn.ink.right() > end + slack
        ? QStringLiteral("\"%1\" reaches into the next column").arg(text.drawn.text)
        : QString();
}

bool mayHoldEllipsis(const PlacedText &text, const Expectations &expectations)
{
    const QString &line = text.drawn.text;
    // A line of a wrapped text is part of it; what a text editor shows is a document's own.
    if (!ownText(*text.widget).isEmpty() && ownText(*text.widget).contains(line.trimmed()))
        return true;
    const QAbstractScrollArea *area = scrolledBy(*text.widget);
    if (qobject_cast<const QPlainTextEdit *>(area) || qobject_cast<const QTextEdit *>(area))
        return true;
    return isElidedName(line, expectations.names)
        || std::any_of(expectations.withEllipsis.begin(), expectations.withEllipsis.end(),
                       [&](const QRegularExpression &own) { return own.match(line).hasMatch(); });
}

/// Why it cannot be seen as a whole, however one scrolls.
QString hiddenBy(const QWidget &widget)
{
    const QWidget *window = widget.window();
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        const QRect mine(widget.mapTo(parent, QPoint()), widget.size());
        const QAbstractScrollArea *area = scrolledBy(*parent);
        const bool sideways = mine.left() < 0 || mine.right() > parent->width();
        const bool upright = mine.top() < 0 || mine.bottom() > parent->height();
        if (sideways && !(area && scrolls(*area, Qt::Horizontal)))
            return QStringLiteral("reaches out of %1 at the side").arg(placeOf(*parent));
        if (upright && !(area && scrolls(*area, Qt::Vertical)))
            return QStringLiteral("reaches out of %1 above or below").arg(placeOf(*parent));
        if (area || parent == window)
            break; // from here on the scroll area stands for it
    }
    return {};
}

/// Words marked in a document are painted once more over their line, exactly where they stand there.
bool isMarkOn(const PlacedText &line, const PlacedText &mark)
{
    const QAbstractScrollArea *area = scrolledBy(*mark.widget);
    const bool document = qobject_cast<const QPlainTextEdit *>(area) || qobject_cast<const QTextEdit *>(area);
    if (!document || mark.widget != line.widget || !line.drawn.text.contains(mark.drawn.text))
        return false;
    const bool narrower = !mark.drawn.clip.isNull()
        && (line.drawn.clip.isNull() || mark.drawn.clip.width() < line.drawn.clip.width());
    return narrower && line.drawn.box.adjusted(-slack, -slack, slack, slack).contains(mark.drawn.box);
}

/// Marks are cut to their words on purpose; their lines are looked at.
QList<PlacedText> withoutMarks(const QList<PlacedText> &texts)
{
    QList<PlacedText> kept;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(kept), [&](const PlacedText &mark) {
        return std::none_of(texts.begin(), texts.end(),
                            [&](const PlacedText &line) { return isMarkOn(line, mark); });
    });
    return kept;
}

void addOverlaps(QWidget &window, const QList<PlacedText> &texts, QStringList &found)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            // What is selected in a field is painted once more, in its own colours.
            const bool again = texts[i].widget == texts[j].widget
                && texts[i].drawn.text == texts[j].drawn.text && texts[i].drawn.box == texts[j].drawn.box;
            if (!again && collide(texts[i].inWindow, texts[j].inWindow))
                found << QStringLiteral("%1: \"%2\" and \"%3\" are painted over each other")
                             .arg(placeOf(*texts[i].widget), texts[i].drawn.text, texts[j].drawn.text);
        }
    }
    QList<QWidget *> controls;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == &window && isControl(*widget))
            controls << widget;
    }
    for (qsizetype i = 0; i < controls.size(); ++i) {
        for (qsizetype j = i + 1; j < controls.size(); ++j) {
            const QWidget *a = controls[i];
            const QWidget *b = controls[j];
            if (!a->isAncestorOf(b) && !b->isAncestorOf(a) && collide(seenOf(*a), seenOf(*b)))
                found << QStringLiteral("%1 and %2 overlap").arg(placeOf(*a), placeOf(*b));
        }
    }
}

} // namespace

QString placeOf(const QWidget &widget)
{
    const auto nameOf = [](const QWidget &each) {
        const QString type =
            QString::fromLatin1(each.metaObject()->className()).section(QLatin1String("::"), -1);
        return each.objectName().isEmpty() ? type : QStringLiteral("%1 %2").arg(type, each.objectName());
    };
    for (const QWidget *parent = widget.parentWidget(); parent && !widget.isWindow();
         parent = parent->parentWidget()) {
        if (!parent->objectName().isEmpty() && !parent->objectName().startsWith(QLatin1String("qt_")))
            return QStringLiteral("%1 in %2").arg(nameOf(widget), parent->objectName());
    }
    return nameOf(widget);
}

QList<PlacedText> textsOf(QWidget &window)
{
    QList<PlacedText> texts;
    QList<QWidget *> widgets{&window};
    widgets += window.findChildren<QWidget *>();
    for (QWidget *widget : std::as_const(widgets)) {
        if (!widget->isVisible() || widget->window() != &window || widget->size().isEmpty())
            continue;
        const QPointF origin = widget->mapTo(&window, QPoint());
        const QRectF seen = seenOf(*widget);
        const Drawn all = drawnBy(*widget);
        for (const DrawnText &drawn : all.texts) {
            if (drawn.text.trimmed().isEmpty())
                continue;
            QRectF place = drawn.ink;
            if (!drawn.clip.isNull())
                place &= drawn.clip;
            QList<QRectF> covered;
            std::copy_if(all.marks.begin(), all.marks.end(), std::back_inserter(covered),
                         [&](const QRectF &mark) { return collide(mark, place); });
            texts.append({widget, drawn, place.translated(origin) & seen, covered});
        }
    }
    return texts;
}

QList<QRegularExpression> ownEllipses(const QString &language)
{
    QList<QRegularExpression> own;
    const auto messages = test::readTs(QStringLiteral(UPLIFT_SOURCE_DIR "/resources/i18n/uplift_zh_CN.ts"));
    for (const test::TsMessage &message : messages) {
        const QStringList forms =
            language == QLatin1String("en") ? QStringList{message.source} : message.forms;
        for (QString form : forms) {
            form.remove(QLatin1Char('&'));
            // "%1…" says nothing by itself: any elided text would be one.
            QString words = form;
            words.remove(QRegularExpression(QStringLiteral("%[0-9n]")));
            if (!form.contains(ellipsis) || words.trimmed() == QString(ellipsis))
                continue;
            QString pattern = QRegularExpression::escape(form);
            pattern.replace(QRegularExpression(QStringLiteral("\\\\%([0-9n])")), QStringLiteral(".+"));
            own << QRegularExpression(QRegularExpression::anchoredPattern(pattern));
        }
    }
    return own;
}

QStringList misfits(QWidget &window, const QList<PlacedText> &all, const Expectations &expectations)
{
    QStringList found;
    const QList<PlacedText> texts = withoutMarks(all);
    for (const PlacedText &text : texts) {
        if (const QString cut = cutOf(text); !cut.isEmpty())
            found << QStringLiteral("%1: %2").arg(placeOf(*text.widget), cut);
        if (!text.marks.isEmpty())
            found << QStringLiteral("%1: \"%2\" is painted over an icon")
                         .arg(placeOf(*text.widget), text.drawn.text);
        if (const QString stray = strayOf(text); !stray.isEmpty())
            found << QStringLiteral("%1: %2").arg(placeOf(*text.widget), stray);
        if (text.drawn.text.contains(ellipsis) && !mayHoldEllipsis(text, expectations))
            found << QStringLiteral("%1: \"%2\" is elided").arg(placeOf(*text.widget), text.drawn.text);
    }
    addOverlaps(window, texts, found);
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window || !isControl(*widget))
            continue;
        if (const QString why = hiddenBy(*widget); !why.isEmpty())
            found << QStringLiteral("%1 %2").arg(placeOf(*widget), why);
    }
    if (!expectations.room.isEmpty()
        && (window.width() > expectations.room.width() || window.height() > expectations.room.height()))
        found << QStringLiteral("%1 is %2x%3 and larger than the screen")
                     .arg(placeOf(window))
                     .arg(window.width())
                     .arg(window.height());
    found.removeDuplicates();
    return found;
}

} // namespace uplift::scenes
