// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/marks.h"
#include "upgrade/journal.h"

#include <QTimeZone>
#include <QWidget>

namespace uplift::ui {

class IconLabel;
class LinkButton;
class WrapLabel;

/// What a full reading of the journal showed, in one sentence.
struct ChainWords {
    Mark mark; ///< without word
    QString text;
    Role ground = Role::Canvas; ///< amber or red behind what must be read
};
/// "The chain of hashes is whole: 2,871 rows since 4 Jan 2026"; broken: which row, and what that means.
/// `writtenSince`: there are rows by now that the reading did not see.
[[nodiscard]] ChainWords chainWords(const Result<upgrade::ChainCheck> &check, const QDateTime &checked,
                                    const QTimeZone &zone, bool writtenSince = false);
[[nodiscard]] ChainWords chainBeingRead();

/// The foot of the history: the state of the chain, and "Check again".
class ChainLine : public QWidget {
    Q_OBJECT
public:
    explicit ChainLine(QWidget *parent = nullptr);
    void setWords(const ChainWords &words, bool reading);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void checkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_ground = Role::Canvas;
    IconLabel *m_mark;
    WrapLabel *m_text;
    LinkButton *m_again;
};

} // namespace uplift::ui
