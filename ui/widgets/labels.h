// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace uplift::ui {

/// A label in a step of type and a role of colour; plain text. Follows theme and font changes.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, Type step = Type::Body, Role role = Role::Text,
                       QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);
    void setRole(Role role);
    void setStep(Type step, QFont::Weight weight = QFont::Normal);
    void setFixed(bool fixed); ///< fixed width letters, selectable: ids
    /// Keeps the width of the widest text it will show, for labels that count.
    void reserve(const QString &widest);

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply();

    Type m_step;
    Role m_role;
    QFont::Weight m_weight;
    bool m_fixed = false;
    bool m_applying = false;
};

/// A wrapping label that neither wastes lines nor loses them. A topic of the help that its sentence names
/// becomes a link to it (ui/help/helplink.h).
class WrapLabel : public TextLabel {
    Q_OBJECT
public:
    explicit WrapLabel(const QString &text = {}, Type step = Type::Body, Role role = Role::Text,
                       QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    bool m_linked = false;
};

/// A label for one line of foreign text: names elide in the middle and carry the whole as tooltip.
class ElideLabel : public TextLabel {
    Q_OBJECT
public:
    explicit ElideLabel(const QString &text = {}, Type step = Type::Body, Role role = Role::Text,
                        QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

/// 1 px in the colour of lines, one device pixel at any scale.
class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A borderless button that reads as a link.
class LinkButton : public QPushButton {
    Q_OBJECT
public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);
};

/// A fixed-width id, selectable, with a button that copies it.
class CopyLabel : public QWidget {
    Q_OBJECT
public:
    /// `what` names it for screen readers: "instance id".
    CopyLabel(const QString &id, const QString &what, QWidget *parent = nullptr);
    void setId(const QString &id);
    [[nodiscard]] QString id() const { return m_text->text(); }
    [[nodiscard]] TextLabel *label() const { return m_text; }
    [[nodiscard]] QToolButton *button() const { return m_button; }

Q_SIGNALS:
    void copied();

private:
    TextLabel *m_text;
    QToolButton *m_button;
};

} // namespace uplift::ui
