// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "report/requestexamples.h"
#include "ui/dialogs/dialogframe.h"

#include <QList>

class QComboBox;
class QPlainTextEdit;

namespace uplift::ui {

class WrapLabel;

/// What would be sent: method, URL, headers and parameters, with secrets and signature masked as they come.
[[nodiscard]] QString previewText(const cloud::RequestPreview &preview);

/// One thing to show and to copy.
struct RequestPage {
    QString title;
    QString text; ///< empty: there is nothing to show, `note` says why
    QString note;
};
/// A request with the note that says what is masked.
[[nodiscard]] RequestPage requestPage(const QString &title, const cloud::RequestPreview &preview);
/// The same call for other tools: of an upgrade of the kernel alone.
[[nodiscard]] QList<RequestPage> examplePages(const upgrade::StepPlan &plan, const QString &origin);

/// "Show the request": the request itself, then the same call for other tools. Nothing here is sent, and
/// nothing that is shown or copied holds a secret.
class RequestDialog : public DialogFrame {
    Q_OBJECT
public:
    RequestDialog(const upgrade::StepPlan &plan, QList<RequestPage> pages, QWidget *parent = nullptr);
    RequestDialog(const cloud::RequestPreview &preview, const upgrade::StepPlan &plan, const QString &origin,
                  QWidget *parent = nullptr);
    /// When no client is at hand (account without key): why there is no request to show, and the examples all
    /// the same.
    RequestDialog(const QString &whyNone, const upgrade::StepPlan &plan, const QString &origin,
                  QWidget *parent = nullptr);

    [[nodiscard]] QString shownText() const;

private:
    void build();
    void showPage(int index);
    void copy();

    QList<RequestPage> m_pages;
    QComboBox *m_choice = nullptr;
    QPlainTextEdit *m_text = nullptr;
    WrapLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace uplift::ui
