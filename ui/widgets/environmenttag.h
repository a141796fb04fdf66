// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "ui/look/theme.h"

#include <QWidget>

class QPainter;

namespace uplift::ui {

enum class TagStyle { Tinted, Solid };
enum class TagWord { Full, Short };

/// The environment as a small tag: "Production", in its colour.
class EnvironmentTag : public QWidget {
    Q_OBJECT
public:
    explicit EnvironmentTag(Environment environment = Environment::Production,
                            TagStyle style = TagStyle::Tinted, QWidget *parent = nullptr);
    void setEnvironment(Environment environment);
    void setTagStyle(TagStyle style);
    void setWord(TagWord word);
    /// Another text in the environment's colour: "5 production". Empty: the environment's word.
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString text() const;
    void describe();

    Environment m_environment;
    TagStyle m_style;
    TagWord m_word = TagWord::Full;
    QString m_text;
};

/// For delegates: size and painting of a tag at the left middle of `rect`.
[[nodiscard]] QSize tagSize(const QString &text);
void paintTag(QPainter *painter, const QRect &rect, Environment environment, TagStyle style,
              const QString &text, const Theme &theme);

} // namespace uplift::ui
