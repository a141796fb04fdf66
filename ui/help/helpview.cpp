// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpview.h"

#include "ui/look/style.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int lineHeight = 125; // percent

QFont headingFont(int level)
{
    switch (level) {
    case 1:
        return typeFont(Type::Heading, QFont::DemiBold);
    case 2:
        return typeFont(Type::Title, QFont::DemiBold);
    default:
        return typeFont(Type::Body, QFont::DemiBold);
    }
}

int spaceAbove(int level)
{
    switch (level) {
    case 0:
    case 1:
        return 0;
    case 2:
        return 16;
    default:
        return 12;
    }
}

/// Chinese and Latin alike, so that ids stay readable inside a sentence.
void setFontOf(QTextCharFormat &format, const QFont &font)
{
    format.setFont(font, QTextCharFormat::FontPropertiesAll);
}

} // namespace

HelpView::HelpView(QWidget *parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { Q_EMIT linkChosen(link.toString()); });
    connect(this, qOverload<const QUrl &>(&QTextBrowser::highlighted), this,
            [this](const QUrl &link) { Q_EMIT linkUnderPointer(link.toString()); });
}

void HelpView::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    drawFocusRing(&painter, viewport()->rect(), themeOf(this));
}

void HelpView::focusInEvent(QFocusEvent *event)
{
    QTextBrowser::focusInEvent(event);
    viewport()->update();
}

void HelpView::focusOutEvent(QFocusEvent *event)
{
    QTextBrowser::focusOutEvent(event);
    viewport()->update();
}

void HelpView::showMarkdown(const QString &markdown)
{
    m_markdown = markdown;
    m_words.clear();
    render();
    verticalScrollBar()->setValue(0);
}

void HelpView::render()
{
    m_rendering = true;
    document()->setDefaultFont(typeFont(Type::Body));
    document()->setDocumentMargin(scaled(24));
    document()->setMarkdown(m_markdown,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                | QTextDocument::MarkdownNoHTML);
    dressBlocks();
    dressLetters();
    dressTables();
    // Filling it left the cursor at the end, and a view that is shown brings its cursor into sight.
    moveCursor(QTextCursor::Start);
    m_rendering = false;
    mark(m_words);
}

void HelpView::dressBlocks()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool inTable = QTextCursor(block).currentTable() != nullptr;
        format.setTopMargin(scaled(inTable ? 0 : spaceAbove(level)));
        format.setBottomMargin(scaled(inTable ? 0 : block.textList() ? 4 : 8));
        format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
}

void HelpView::dressLetters()
{
    const Theme &theme = themeOf(this);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        QList<std::pair<int, QTextCharFormat>> pieces; // length, format
        for (auto it = block.begin(); !it.atEnd(); ++it)
            pieces.append({it.fragment().length(), it.fragment().charFormat()});
        QTextCursor cursor(block);
        for (auto &[length, format] : pieces) {
            const bool bold = format.fontWeight() > QFont::Medium;
            const bool code = format.fontFixedPitch();
            const QFont::Weight weight = level > 0 || bold ? QFont::DemiBold : QFont::Normal;
            const bool italic = format.fontItalic();
            setFontOf(format,
                      code            ? fixedFont(level > 0 ? Type::Body : Type::Note, weight)
                          : level > 0 ? headingFont(level)
                                      : typeFont(Type::Body, weight));
            format.setFontItalic(italic);
            format.setForeground(format.isAnchor() ? theme[Role::Accent] : theme[Role::Text]);
            format.setFontUnderline(format.isAnchor());
            cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, length);
            cursor.setCharFormat(format);
            cursor.setPosition(cursor.position());
        }
    }
}

void HelpView::dressTables()
{
    const Theme &theme = themeOf(this);
    const QList<QTextFrame *> frames = document()->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(theme[Role::Line]);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(scaled(6));
        format.setTopMargin(scaled(4));
        format.setBottomMargin(scaled(12));
        format.setHeaderRowCount(1);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell head = table->cellAt(0, column);
            QTextCharFormat cell = head.format();
            cell.setBackground(theme[Role::Raised]);
            head.setFormat(cell);
        }
    }
}

int HelpView::mark(const QString &words)
{
    m_words = words;
    m_marks.clear();
    m_shownMark = 0;
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : wanted) {
        QTextCursor at(document());
        while (!(at = document()->find(word, at)).isNull())
            m_marks.append(at);
    }
    std::sort(m_marks.begin(), m_marks.end());
    showMarks();
    return markCount();
}

void HelpView::showNextMark()
{
    if (m_marks.isEmpty())
        return;
    m_shownMark = (m_shownMark + 1) % markCount();
    showMarks();
}

void HelpView::showMarks()
{
    const Theme &theme = themeOf(this);
    QList<ExtraSelection> selections;
    for (int i = 0; i < markCount(); ++i) {
        ExtraSelection selection;
        selection.cursor = m_marks.at(i);
        selection.format.setBackground(theme[i == m_shownMark ? Role::Sel : Role::AmberBg]);
        selection.format.setForeground(theme[Role::Text]);
        // High contrast has no second ground to stand on.
        selection.format.setFontUnderline(true);
        selections.append(selection);
    }
    setExtraSelections(selections);
    if (m_marks.isEmpty())
        return;
    // Shown without a selection, which would look like one the user made.
    QTextCursor place = m_marks.at(m_shownMark);
    place.clearSelection();
    setTextCursor(place);
    ensureCursorVisible();
}

QVariant HelpView::loadResource(int, const QUrl &) { return {}; }

void HelpView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool ofLook =
        event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange;
    if (ofLook && !m_rendering && !m_markdown.isEmpty()) {
        const int position = verticalScrollBar()->value();
        render();
        verticalScrollBar()->setValue(position);
    }
}

} // namespace uplift::ui
