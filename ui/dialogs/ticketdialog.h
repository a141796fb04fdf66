// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "report/ticket.h"
#include "ui/dialogs/dialogframe.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace uplift::ui {

class LinkButton;
class WrapLabel;

enum class TicketFormat { Markdown, Html, Pdf };

/// What a ticket is about.
struct TicketSubject {
    report::TicketInput input;
    QString name; ///< of the instance or the batch
    std::optional<Environment> environment; ///< of one instance
    /// Nothing was begun: number and note go into the plan, and with it into the journal.
    bool isPlanned = false;
};

/// The number and the note as the plan or the journal has them.
[[nodiscard]] QString ticketNumberOf(const report::TicketInput &input);
[[nodiscard]] QString ticketNoteOf(const report::TicketInput &input);
/// The input with another number and note in every plan of it. Pure.
[[nodiscard]] report::TicketInput withTicket(report::TicketInput input, const QString &number,
                                             const QString &note);
/// The ticket as the bytes of a file. Takes up to a second for hundreds of instances: for a worker.
[[nodiscard]] QByteArray ticketBytes(const report::TicketInput &input, TicketFormat format);
/// "CHG-2041-orders-cache-2026-11-19.pdf": letters, digits, dots, dashes and underscores alone.
[[nodiscard]] QString ticketFileName(const QString &number, const QString &name, const QDate &day,
                                     TicketFormat format);

/// The change ticket: number, note, what it will say, and a file of it. Made anew as one types, by the
/// worker.
class TicketDialog : public DialogFrame {
    Q_OBJECT
public:
    /// `worker` outlives the dialog.
    TicketDialog(TicketSubject subject, Worker &worker, QWidget *parent = nullptr);
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] bool isWriting() const { return m_pending > 0; }
    /// Writes the file and says so here; what the save dialog calls.
    void save(const QString &path);

Q_SIGNALS:
    void detailsChanged(const QString &number, const QString &note);

private:
    void buildFields();
    void buildPreview();
    void buildFoot();
    void onTyped();
    void makePreview();
    void askForFile();
    void copy();
    void say(const QString &sentence, const QString &folder = {});
    [[nodiscard]] TicketFormat format() const;

    TicketSubject m_subject;
    Worker &m_worker;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_note = nullptr;
    QComboBox *m_format = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    WrapLabel *m_said = nullptr;
    LinkButton *m_folder = nullptr;
    QPushButton *m_copy = nullptr;
    QString m_where; ///< the folder of what was written last
    QTimer m_soon;
    int m_wanted = 0; ///< number of the newest preview asked for
    int m_pending = 0;
};

} // namespace uplift::ui
