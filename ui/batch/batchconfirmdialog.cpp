// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchconfirmdialog.h"

#include "core/redact.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

/// To be read and scrolled, with nothing to choose: the frame shows that it has the focus.
class ReadList : public QListWidget {
public:
    using QListWidget::QListWidget;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        QListWidget::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QListWidget::focusOutEvent(event);
        update();
    }
};

constexpr int mostLines = 6; ///< of production's names; more are scrolled
constexpr int mostWaves = 8; ///< shown one by one

QWidget *lines(const QList<TwoLines> &pairs, const char *name, bool bold)
{
    auto *widget = new QWidget;
    widget->setObjectName(QString::fromLatin1(name));
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 1, 0, 1);
    column->setSpacing(scaled(2));
    QStringList spoken;
    for (const TwoLines &pair : pairs) {
        column->addWidget(
            new WrapLabel(pair.head, Type::Body, Role::Text, bold ? QFont::DemiBold : QFont::Normal));
        if (!pair.detail.isEmpty())
            column->addWidget(new WrapLabel(pair.detail, Type::Note, Role::Text2));
        spoken << pair.head << pair.detail;
    }
    widget->setAccessibleName(spoken.join(u'\n'));
    return widget;
}

QWidget *wavesValue(const BatchConfirmFacts &facts)
{
    const QList<ConfirmWave> waves = confirmWaves(facts);
    QList<TwoLines> pairs;
    for (const ConfirmWave &wave : waves.mid(0, mostWaves))
        pairs.append({wave.head, wave.detail});
    if (waves.size() > mostWaves)
        pairs.append({BatchConfirmDialog::tr("and %1 more waves").arg(waves.size() - mostWaves), {}});
    return lines(pairs, "confirmWaves", false);
}

QString worstTag(const upgrade::BatchPlan &plan) { return productionText(plan); }

} // namespace

BatchConfirmDialog::BatchConfirmDialog(const BatchConfirmFacts &facts, QWidget *parent)
    : DialogFrame(tr("Confirm - Uplift"), 600, parent), m_facts(facts)
{
    setObjectName(QStringLiteral("batchConfirmDialog"));
    if (numberToType(facts.plan) > 0)
        setEnvironmentLine(Environment::Production);
    buildHead();
    buildFacts();
    if (!facts.handovers.isEmpty())
        buildHandover();
    buildProduction();
    buildFoot();
    if (m_number)
        onNumberChanged();
}

void BatchConfirmDialog::buildHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(10));
    const int members = upgrade::memberCount(m_facts.plan);
    const QString heading = m_facts.handovers.isEmpty()
        ? (members == 1 ? tr("Start 1 upgrade?") : tr("Start %1 upgrades?").arg(members))
        : (members == 1 ? tr("Let the cloud run 1 upgrade?")
                        : tr("Let the cloud run %1 upgrades?").arg(members));
    auto *title = new ElideLabel(heading, Type::Heading, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("title"));
    row->addWidget(title);
    if (const QString production = worstTag(m_facts.plan); !production.isEmpty()) {
        auto *tag = new EnvironmentTag(Environment::Production, TagStyle::Solid);
        tag->setText(production);
        row->addWidget(tag);
    }
    row->addStretch(1);
    body()->addLayout(row);
}

void BatchConfirmDialog::buildFacts()
{
    auto *rows = new FactRows(84);
    rows->setObjectName(QStringLiteral("facts"));
    rows->add(tr("Plan"), plainLine(m_facts.plan.name));
    if (const QString out = leftOutLine(m_facts.plan); !out.isEmpty())
        rows->add(tr("Left out"), out);
    if (!m_facts.plan.ticket.isEmpty())
        rows->add(tr("Ticket"), plainLine(m_facts.plan.ticket));
    rows->add(tr("Where"), placeLines(m_facts).join(u'\n'));
    rows->add(tr("What"), lines({whatLines(m_facts)}, "confirmWhat", true));
    rows->add(tr("Waves"), wavesValue(m_facts));
    rows->add(tr("Impact"), lines({impactLines(m_facts.impact)}, "confirmImpact", true));
    if (m_facts.handovers.isEmpty())
        rows->add(tr("Stops"), stopSentence(m_facts.plan.stop, m_facts.plan.moment));
    body()->addWidget(rows);
    auto *note = new Note(NoteKind::Amber);
    note->setObjectName(QStringLiteral("noWayBack"));
    note->setText(batchNoWayBackSentence(m_facts));
    // What cannot be taken back is read at full size, not as small print.
    const QList<TextLabel *> labels = note->findChildren<TextLabel *>();
    for (TextLabel *label : labels) {
        label->setStep(Type::Body);
        label->setRole(Role::Text);
    }
    body()->addWidget(note);
}

void BatchConfirmDialog::buildHandover()
{
    auto *note = new Note(NoteKind::Raised);
    note->setObjectName(QStringLiteral("handover"));
    note->setTitle(tr("What the cloud does otherwise than Uplift"));
    QStringList sentences;
    for (const report::OosHandover &handover : m_facts.handovers) {
        for (const QString &sentence : handover.notes) {
            if (!sentences.contains(sentence))
                sentences.append(sentence);
        }
    }
    sentences.append(tr("It cannot be paused, only cancelled."));
    sentences.append(
        tr("Each account needs the RAM role OOSServiceRole, which lets OOS call "
           "kvstore:ModifyInstanceMinorVersion, kvstore:UpgradeProxy and kvstore:Describe* for it."));
    QStringList executions;
    for (const report::OosHandover &handover : m_facts.handovers)
        //: %1 an account, %2 a region, %3 "3 instances"
        executions.append(tr("%1, %2: %3")
                              .arg(plainLine(m_facts.accounts.value(handover.account)), handover.region.value,
                                   instancesText(handover.members)));
    sentences.append(m_facts.handovers.size() == 1 ? tr("1 execution. %1").arg(executions.constFirst())
                                                   : tr("%1 executions. %2")
                                                         .arg(m_facts.handovers.size())
                                                         .arg(executions.join(QStringLiteral("; "))));
    note->setText(sentences.join(u'\n'));
    body()->addWidget(note);
}

void BatchConfirmDialog::buildProduction()
{
    const QStringList names = productionLines(m_facts.plan);
    if (names.isEmpty())
        return;
    auto *list = new ReadList;
    list->setObjectName(QStringLiteral("productionList"));
    list->setAccessibleName(tr("Production instances of this batch"));
    list->setFont(typeFont(Type::Note));
    list->setUniformItemSizes(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int line = scaled(20);
    for (const QString &name : names)
        (new QListWidgetItem(name, list))->setSizeHint({0, line});
    const auto shown = static_cast<int>(std::min<qsizetype>(mostLines, names.size()));
    list->setFixedHeight(line * shown + 2 * list->frameWidth() + scaled(4));
    body()->addWidget(new Field(tr("Production"), list));

    m_number = new QLineEdit;
    m_number->setObjectName(QStringLiteral("confirmNumber"));
    m_number->setMaximumWidth(scaled(96));
    m_number->installEventFilter(this);
    //: %1 is a number
    const QString label =
        tr("Type the number of production instances to confirm: %1").arg(numberToType(m_facts.plan));
    m_number->setAccessibleName(label);
    m_numberField = new Field(label, m_number);
    body()->addWidget(m_numberField);
}

void BatchConfirmDialog::buildFoot()
{
    m_requests = new LinkButton(tr("Show the requests"), this);
    m_requests->setObjectName(QStringLiteral("confirmRequests"));
    m_requests->setAccessibleName(m_requests->text());
    foot()->addWidget(m_requests);
    addFootSpace();
    m_start = new DeliberateButton(confirmActText(m_facts), this);
    m_start->setObjectName(QStringLiteral("startBatch"));
    m_start->setAccessibleName(m_start->text());
    setKind(m_start, "danger");
    foot()->addWidget(m_start);
    m_keep = addButton(tr("Keep them as they are"), QStringLiteral("keepBatch"));
    setKind(m_keep, "primary");
    m_keep->setDefault(true);
    if (m_number)
        setTabOrder(m_number, m_start);
    setTabOrder(m_start, m_keep);
    setTabOrder(m_keep, m_requests);
    connect(m_start, &QPushButton::clicked, this, &BatchConfirmDialog::onStartPressed);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_requests, &QPushButton::clicked, this, &BatchConfirmDialog::requestsRequested);
    if (m_number)
        connect(m_number, &QLineEdit::textChanged, this, &BatchConfirmDialog::onNumberChanged);
}

void BatchConfirmDialog::setQuiet(std::chrono::milliseconds quiet) { m_start->setQuiet(quiet); }

bool BatchConfirmDialog::isComplete() const
{
    return !m_number || isNumberTyped(m_facts.plan, m_number->text());
}

void BatchConfirmDialog::onNumberChanged()
{
    m_numberField->clearError();
    m_numberField->setHelp(isComplete()
                               ? tr("Complete. Enter moves to the button that starts.")
                               : tr("Not complete yet. Enter does not send anything from this field."));
    setKind(m_start, isComplete() ? "armed" : "danger");
}

void BatchConfirmDialog::onStartPressed()
{
    if (isComplete())
        return accept();
    const QString missing = m_number->text().trimmed().isEmpty()
        ? tr("The number is missing. Type %1 here; nothing was sent.")
        : tr("This is not the number of production instances. Type %1 here; nothing was sent.");
    showFieldError(m_numberField, missing.arg(numberToType(m_facts.plan)));
}

bool BatchConfirmDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_number && event->type() == QEvent::FocusIn)
        reveal(m_numberField);
    if (watched == m_number && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (isComplete() && !key->isAutoRepeat())
                m_start->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    const bool isHandled = DialogFrame::eventFilter(watched, event);
    if (event->type() == QEvent::LayoutRequest && m_number && m_number->hasFocus())
        reveal(m_numberField); // the middle was cut only now
    return isHandled;
}

void BatchConfirmDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    // What is confirmed is read from the top: where not all of it fits, one comes to the field by Tab.
    if (m_number && !isCut())
        m_number->setFocus(Qt::OtherFocusReason);
    else
        m_keep->setFocus(Qt::OtherFocusReason);
}

} // namespace uplift::ui
