// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/marks.h"

#include <QWidget>

#include <array>
#include <functional>

namespace uplift::ui {

class IconLabel;
class LinkButton;
class WrapLabel;

/// The line above the table: what is partly wrong, or what was just removed, with at most two things to do
/// about it.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    struct Action {
        QString text;
        std::function<void()> act; ///< the bar hides afterwards unless shown anew
    };
    explicit NoticeBar(QWidget *parent = nullptr);
    void showNotice(const QString &text, const QList<Action> &actions = {}, Role background = Role::AmberBg);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_background = Role::AmberBg;
    IconLabel *m_mark;
    WrapLabel *m_text;
    std::array<LinkButton *, 2> m_buttons{};
    std::array<std::function<void()>, 2> m_acts;
};

} // namespace uplift::ui
