// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"
#include "ui/look/icons.h"

#include <QAbstractButton>
#include <QWidget>

namespace uplift::ui {

class IconLabel;
class TextLabel;

/// One plain offer: icon, title, one sentence, chevron.
class OfferButton : public QAbstractButton {
    Q_OBJECT
public:
    OfferButton(Icon icon, const QString &title, const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Icon m_icon;
    QString m_text;
};

/// Nothing configured: what Uplift is for, and how to begin.
class FirstStart : public QWidget {
    Q_OBJECT
public:
    explicit FirstStart(QWidget *parent = nullptr);
    void setKeychain(const secrets::KeychainStatus &status);
    void focusFirst();

Q_SIGNALS:
    void addAccountRequested();
    void importRequested();
    void practiceRequested();
    void languageRequested(const QString &language);

private:
    OfferButton *m_add;
    IconLabel *m_lock;
    TextLabel *m_keychain;
};

} // namespace uplift::ui
