// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/requestdialog.h"

#include "core/redact.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

QString aligned(const QList<std::pair<QString, QString>> &pairs, const QString &separator)
{
    QString text;
    for (const auto &[name, value] : pairs)
        text += name + separator + value + u'\n';
    return text;
}

} // namespace

QString previewText(const cloud::RequestPreview &preview)
{
    QString text = preview.method + u' ' + preview.url + u'\n';
    text += aligned(preview.headers, QStringLiteral(": "));
    if (!preview.parameters.isEmpty())
        text += u'\n' + RequestDialog::tr("# Parameters, decoded") + u'\n'
            + aligned(preview.parameters, QStringLiteral(" = "));
    return text;
}

RequestPage requestPage(const QString &title, const cloud::RequestPreview &preview)
{
    return {
        title, previewText(preview),
        RequestDialog::tr("The key id, the signature and the token are masked. The nonce and the time are "
                          "new in every request.")};
}

QList<RequestPage> examplePages(const upgrade::StepPlan &plan, const QString &origin)
{
    QList<RequestPage> pages;
    for (const report::RequestExample &example : report::requestExamples(plan, origin))
        pages.append({example.title, example.code, example.note});
    return pages;
}

RequestDialog::RequestDialog(const upgrade::StepPlan &plan, QList<RequestPage> pages, QWidget *parent)
    : DialogFrame(tr("The request - Uplift"), 640, parent), m_pages(std::move(pages))
{
    setEnvironmentLine(plan.environment);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(10));
    auto *name =
        new ElideLabel(plainLine(plan.instanceName.isEmpty() ? plan.instance.value : plan.instanceName),
                       Type::Heading, Role::Text, QFont::DemiBold);
    name->setObjectName(QStringLiteral("requestOf"));
    head->addWidget(name);
    head->addWidget(new EnvironmentTag(plan.environment, TagStyle::Solid));
    head->addStretch(1);
    body()->addLayout(head);
    build();
}

RequestDialog::RequestDialog(const cloud::RequestPreview &preview, const upgrade::StepPlan &plan,
                             const QString &origin, QWidget *parent)
    : RequestDialog(plan,
                    QList<RequestPage>{requestPage(tr("The request as Uplift sends it"), preview)}
                        + examplePages(plan, origin),
                    parent)
{
}

RequestDialog::RequestDialog(const QString &whyNone, const upgrade::StepPlan &plan, const QString &origin,
                             QWidget *parent)
    : RequestDialog(plan,
                    QList<RequestPage>{{tr("The request as Uplift sends it"), {}, whyNone}}
                        + examplePages(plan, origin),
                    parent)
{
}

void RequestDialog::build()
{
    setObjectName(QStringLiteral("requestDialog"));
    m_choice = new QComboBox;
    m_choice->setObjectName(QStringLiteral("requestForm"));
    m_choice->setAccessibleName(tr("Show as"));
    for (const RequestPage &page : std::as_const(m_pages))
        m_choice->addItem(page.title);
    auto *choice = new Field(tr("&Show as"), m_choice);
    body()->addWidget(choice);
    choice->setVisible(m_pages.size() > 1);

    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("requestText"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setFont(fixedFont(Type::Note));
    m_text->setTabStopDistance(4 * QFontMetricsF(m_text->font()).horizontalAdvance(u' '));
    m_text->setMinimumHeight(scaled(320));
    m_text->setAccessibleName(tr("The request"));
    body()->addWidget(m_text, 1);
    m_note = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_note->setObjectName(QStringLiteral("requestNote"));
    body()->addWidget(m_note);

    m_copy = addButton(tr("Copy"), QStringLiteral("copyRequest"));
    m_copy->setIcon(icon(Icon::Copy));
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("closeRequest"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RequestDialog::showPage);
    connect(m_copy, &QPushButton::clicked, this, &RequestDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    showPage(0);
}

QString RequestDialog::shownText() const { return m_text->toPlainText(); }

void RequestDialog::showPage(int index)
{
    const RequestPage &page = m_pages.at(index);
    // Code keeps its lines; the request's URL has to break somewhere.
    m_text->setLineWrapMode(index == 0 ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_text->setPlainText(page.text);
    m_note->setText(page.note);
    m_copy->setText(tr("Copy"));
}

void RequestDialog::copy()
{
    if (m_text->toPlainText().isEmpty()) {
        m_note->setText(
            tr("There is nothing to copy here. %1").arg(m_pages.at(m_choice->currentIndex()).note));
        return;
    }
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_copy->setText(tr("Copied"));
}

} // namespace uplift::ui
