// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ticketdialog.h"

#include "core/redact.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/pdf.h"
#include "report/plaintext.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/window/filewriting.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

constexpr std::chrono::milliseconds folding{250};
constexpr int longestNumber = 200; ///< characters
constexpr int longestNote = 2'000;

QString suffixOf(TicketFormat format)
{
    switch (format) {
    case TicketFormat::Markdown:
        break;
    case TicketFormat::Html:
        return QStringLiteral("html");
    case TicketFormat::Pdf:
        return QStringLiteral("pdf");
    }
    return QStringLiteral("md");
}

QString filterOf(TicketFormat format)
{
    switch (format) {
    case TicketFormat::Markdown:
        break;
    case TicketFormat::Html:
        return TicketDialog::tr("HTML (*.html)");
    case TicketFormat::Pdf:
        return TicketDialog::tr("PDF (*.pdf)");
    }
    return TicketDialog::tr("Markdown (*.md)");
}

/// What any file system takes.
QString fileWord(const QString &text)
{
    QString word;
    for (const QChar &letter : text.trimmed()) {
        const bool plain = letter.isLetterOrNumber() || letter == u'.' || letter == u'_' || letter == u'-';
        if (plain)
            word.append(letter);
        else if (!word.endsWith(u'-'))
            word.append(u'-');
    }
    while (word.startsWith(u'.') || word.startsWith(u'-'))
        word.remove(0, 1);
    while (word.endsWith(u'-'))
        word.chop(1);
    return word.left(80);
}

/// One plan of the input, whichever there is first.
template <class Text> QString firstOf(const report::TicketInput &input, Text text)
{
    if (input.batch)
        return text(input.batch->plan);
    if (input.plannedBatch)
        return text(*input.plannedBatch);
    if (!input.steps.isEmpty())
        return text(input.steps.constFirst().plan);
    return input.planned.isEmpty() ? QString() : text(input.planned.constFirst());
}

} // namespace

QString ticketNumberOf(const report::TicketInput &input)
{
    return firstOf(input, [](const auto &plan) { return plan.ticket; });
}

QString ticketNoteOf(const report::TicketInput &input)
{
    return firstOf(input, [](const auto &plan) { return plan.note; });
}

report::TicketInput withTicket(report::TicketInput input, const QString &number, const QString &note)
{
    const auto set = [&](auto &plan) {
        plan.ticket = number;
        plan.note = note;
    };
    if (input.batch)
        set(input.batch->plan);
    if (input.plannedBatch)
        set(*input.plannedBatch);
    for (upgrade::StepPlan &plan : input.planned)
        set(plan);
    for (upgrade::JournaledStep &step : input.steps)
        set(step.plan);
    return input;
}

QByteArray ticketBytes(const report::TicketInput &input, TicketFormat format)
{
    const report::Document document = report::ticketOf(input);
    switch (format) {
    case TicketFormat::Markdown:
        break;
    case TicketFormat::Html:
        return report::htmlOf(document).toUtf8();
    case TicketFormat::Pdf:
        return report::pdfOf(document);
    }
    return report::markdownOf(document).toUtf8();
}

QString ticketFileName(const QString &number, const QString &name, const QDate &day, TicketFormat format)
{
    QStringList words;
    for (const QString &word : {fileWord(number), fileWord(name), day.toString(Qt::ISODate)}) {
        if (!word.isEmpty())
            words.append(word);
    }
    return QStringLiteral("%1.%2").arg(words.join(QLatin1Char('-')), suffixOf(format));
}

TicketDialog::TicketDialog(TicketSubject subject, Worker &worker, QWidget *parent)
    : DialogFrame(tr("Change ticket - Uplift"), 640, parent), m_subject(std::move(subject)), m_worker(worker)
{
    setObjectName(QStringLiteral("ticketDialog"));
    setEnvironmentLine(m_subject.environment);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(10));
    //: %1 is an instance's or a batch's name
    auto *title = new ElideLabel(tr("Change ticket: %1").arg(plainLine(m_subject.name)), Type::Heading,
                                 Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("ticketTitle"));
    head->addWidget(title);
    if (m_subject.environment)
        head->addWidget(new EnvironmentTag(*m_subject.environment, TagStyle::Solid));
    head->addStretch(1);
    body()->addLayout(head);
    body()->setSpacing(scaled(10));
    buildFields();
    buildPreview();
    buildFoot();
    m_soon.setSingleShot(true);
    m_soon.setInterval(folding);
    connect(&m_soon, &QTimer::timeout, this, &TicketDialog::makePreview);
    makePreview();
}

void TicketDialog::buildFields()
{
    m_number = new QLineEdit(ticketNumberOf(m_subject.input));
    m_number->setObjectName(QStringLiteral("ticketNumber"));
    m_number->setAccessibleName(tr("Ticket number"));
    m_number->setMaxLength(longestNumber);
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("ticketFormat"));
    m_format->setAccessibleName(tr("Format of the file"));
    m_format->addItem(tr("Markdown"), static_cast<int>(TicketFormat::Markdown));
    m_format->addItem(tr("HTML"), static_cast<int>(TicketFormat::Html));
    m_format->addItem(tr("PDF"), static_cast<int>(TicketFormat::Pdf));
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(16));
    row->addWidget(new Field(tr("Ticket &number (optional)"), m_number), 1);
    row->addWidget(new Field(tr("&Format of the file"), m_format), 1);
    body()->addLayout(row);
    m_note = new QLineEdit(ticketNoteOf(m_subject.input));
    m_note->setObjectName(QStringLiteral("ticketNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setMaxLength(longestNote);
    auto *note = new Field(tr("N&ote (optional)"), m_note);
    note->setHelp(m_subject.isPlanned
                      ? tr("Number and note go into the plan, and with it into the journal.")
                      : tr("The journal keeps what was entered before the start; this changes the ticket "
                           "alone."));
    body()->addWidget(note);
    connect(m_number, &QLineEdit::textChanged, this, &TicketDialog::onTyped);
    connect(m_note, &QLineEdit::textChanged, this, &TicketDialog::onTyped);
}

void TicketDialog::buildPreview()
{
    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("ticketPreview"));
    m_preview->setAccessibleName(tr("What the ticket says, as text"));
    m_preview->setReadOnly(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview->setTabChangesFocus(true);
    m_preview->setMinimumHeight(scaled(260));
    body()->addWidget(m_preview, 1);
    auto *row = new QHBoxLayout;
    m_said = new WrapLabel(tr("Preview as text. Every format says the same, and none holds a secret."),
                           Type::Note, Role::Text2);
    m_said->setObjectName(QStringLiteral("ticketSaid"));
    m_folder = new LinkButton(tr("Open the folder"));
    m_folder->setObjectName(QStringLiteral("ticketFolder"));
    m_folder->setAccessibleName(m_folder->text());
    m_folder->hide();
    row->addWidget(m_said, 1);
    row->addWidget(m_folder);
    body()->addLayout(row);
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_where)); });
}

void TicketDialog::buildFoot()
{
    m_copy = addButton(tr("&Copy as text"), QStringLiteral("ticketCopy"));
    m_copy->setIcon(icon(Icon::Copy));
    addFootSpace();
    QPushButton *save = addButton(tr("&Save…"), QStringLiteral("ticketSave"));
    setKind(save, "primary");
    save->setDefault(true);
    QPushButton *close = addButton(tr("Close"), QStringLiteral("ticketClose"));
    connect(m_copy, &QPushButton::clicked, this, &TicketDialog::copy);
    connect(save, &QPushButton::clicked, this, &TicketDialog::askForFile);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

QString TicketDialog::number() const { return m_number->text().trimmed(); }

QString TicketDialog::note() const { return m_note->text().trimmed(); }

QString TicketDialog::previewText() const { return m_preview->toPlainText(); }

TicketFormat TicketDialog::format() const
{
    return static_cast<TicketFormat>(m_format->currentData().toInt());
}

void TicketDialog::onTyped()
{
    m_soon.start();
    Q_EMIT detailsChanged(number(), note());
}

void TicketDialog::makePreview()
{
    const int wanted = ++m_wanted;
    const report::TicketInput input = withTicket(m_subject.input, number(), note());
    m_worker.ask<QString>(
        [input]() -> Result<QString> { return report::plainTextOf(report::ticketOf(input)); }, this,
        [this, wanted](const Result<QString> &text) {
            if (wanted != m_wanted || !text)
                return; // a newer one is on its way
            m_preview->setPlainText(*text);
        });
}

void TicketDialog::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the change ticket"));
    dialog->setObjectName(QStringLiteral("ticketFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format()));
    dialog->setNameFilter(filterOf(format()));
    dialog->selectFile(ticketFileName(number(), m_subject.name, m_subject.input.now.date(), format()));
    connect(dialog, &QFileDialog::fileSelected, this, &TicketDialog::save);
    dialog->open();
}

void TicketDialog::save(const QString &path)
{
    const report::TicketInput input = withTicket(m_subject.input, number(), note());
    ++m_pending;
    say(tr("Writing…"));
    m_worker.ask<void>(
        [input, path, as = format()] { return writeWhole(path, ticketBytes(input, as)); }, this,
        [this, path](const Outcome &written) {
            --m_pending;
            if (written)
                say(tr("Written to %1.").arg(QDir::toNativeSeparators(path)), QFileInfo(path).absolutePath());
            else
                say(tr("%1 %2").arg(written.error().message, written.error().next));
        });
}

void TicketDialog::copy()
{
    // What is shown: the text of what was typed last may still be on its way.
    QGuiApplication::clipboard()->setText(previewText());
    m_copy->setText(tr("Copied"));
}

void TicketDialog::say(const QString &sentence, const QString &folder)
{
    m_where = folder;
    m_said->setText(sentence);
    m_folder->setVisible(!folder.isEmpty());
}

} // namespace uplift::ui
