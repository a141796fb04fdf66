// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace uplift::ui {

/// Shows Markdown of ours in the program's type and colours; follows theme and font. Opens nothing by itself
/// and loads nothing: a link is told by linkChosen().
class HelpView : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpView(QWidget *parent = nullptr);

    void showMarkdown(const QString &markdown);
    /// Marks every occurrence of each word and shows the first one; returns how many there are.
    int mark(const QString &words);
    void showNextMark(); ///< after the last comes the first
    [[nodiscard]] int markCount() const { return static_cast<int>(m_marks.size()); }

Q_SIGNALS:
    void linkChosen(const QString &link);
    void linkUnderPointer(const QString &link); ///< or under the keyboard's focus; empty: none

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void render();
    void dressBlocks();
    void dressLetters();
    void dressTables();
    void showMarks();

    QString m_markdown;
    QString m_words;
    QList<QTextCursor> m_marks;
    int m_shownMark = 0;
    bool m_rendering = false;
};

} // namespace uplift::ui
