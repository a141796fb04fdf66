// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/whensection.h"

#include "ui/batch/batchtexts.h"
#include "ui/look/type.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using upgrade::BatchMoment;
using upgrade::BatchParts;
using upgrade::BatchRules;

enum StartKind { WhenConfirmed, AtMoment };
constexpr int underRadio = 22; ///< where the text of a radio button begins

/// The wall clock of `zone` at `when`, in an edit that knows no zones.
QDateTime wallOf(const QDateTime &when, const QTimeZone &zone)
{
    const QDateTime local = when.toTimeZone(zone);
    return {local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC};
}

} // namespace

WhenSection::WhenSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("whenSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("What and when"), Type::Body, Role::Text, QFont::DemiBold));
    m_parts = new QComboBox;
    m_parts->setObjectName(QStringLiteral("batchParts"));
    for (const BatchParts parts :
         {BatchParts::Kernel, BatchParts::Proxy, BatchParts::KernelThenProxy, BatchParts::ProxyThenKernel})
        m_parts->addItem(partsText(parts), int(parts));
    m_partsField = new Field(tr("&What is upgraded"), m_parts, this);
    column->addWidget(m_partsField);
    buildMoments();
    buildStart();
    buildBefore();
    connect(m_parts, &QComboBox::currentIndexChanged, this, &WhenSection::showPartsHelp);
    showPartsHelp();
    connect(m_parts, &QComboBox::activated, this, &WhenSection::chosen);
}

void WhenSection::showPartsHelp()
{
    const bool proxies = static_cast<BatchParts>(m_parts->currentData().toInt()) != BatchParts::Kernel;
    m_partsField->setHelp(proxies ? tr("A proxy only where an instance has one.") : QString());
}

void WhenSection::buildMoments()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_moments = new QButtonGroup(this);
    const auto add = [&](BatchMoment moment, const QString &text, const char *name) {
        auto *radio = new QRadioButton(text, this);
        radio->setObjectName(QString::fromLatin1(name));
        radio->setAccessibleDescription(momentSentence(moment));
        m_moments->addButton(radio, int(moment));
        auto *explained = new WrapLabel(momentSentence(moment), Type::Note, Role::Text2);
        explained->setContentsMargins(scaled(underRadio), 0, 0, 0);
        auto *pair = new QVBoxLayout;
        pair->setSpacing(2);
        pair->addWidget(radio);
        pair->addWidget(explained);
        column->addLayout(pair);
    };
    add(BatchMoment::NextWindow, tr("In each window, begun by the &service"), "batchNextWindow");
    add(BatchMoment::InsideWindow, tr("In each window, begun by &Uplift"), "batchInsideWindow");
    add(BatchMoment::Now, tr("&At once"), "batchNow");
    m_moments->button(int(BatchMoment::NextWindow))->setChecked(true);
    connect(m_moments, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT chosen();
    });
}

void WhenSection::buildStart()
{
    m_start = new Segmented(this);
    m_start->setObjectName(QStringLiteral("startKind"));
    m_start->add(WhenConfirmed, tr("When confirmed"))->setObjectName(QStringLiteral("startWhenConfirmed"));
    m_start->add(AtMoment, tr("At a moment"))->setObjectName(QStringLiteral("startAtMoment"));
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(new Field(tr("First wave begins"), m_start, this));
    m_startAt = new QDateTimeEdit;
    m_startAt->setObjectName(QStringLiteral("startAt"));
    m_startAt->setAccessibleName(tr("First wave begins, date and time in your zone"));
    m_startAt->setDisplayFormat(QStringLiteral("yyyy-MM-dd  HH:mm"));
    m_startAt->setTimeSpec(Qt::UTC); // holds the wall clock of the zone shown
    m_startText = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_startText->setObjectName(QStringLiteral("startText"));
    column->addWidget(m_startAt);
    column->addWidget(m_startText);
    connect(m_start, &Segmented::chosen, this, &WhenSection::onStartKind);
    connect(m_startAt, &QDateTimeEdit::dateTimeChanged, this, [this] {
        showStart();
        Q_EMIT chosen();
    });
}

void WhenSection::buildBefore()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_backUp = new QCheckBox(tr("Bac&k up first where older than"));
    m_backUp->setObjectName(QStringLiteral("backUpFirst"));
    m_backupHours = new QSpinBox;
    m_backupHours->setObjectName(QStringLiteral("backupHours"));
    m_backupHours->setAccessibleName(tr("Age of the last backup in hours"));
    m_backupHours->setRange(1, 24 * 30);
    //: hours, after a number: 24 h
    m_backupHours->setSuffix(tr(" h"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_backUp);
    row->addWidget(m_backupHours);
    row->addStretch();
    column->addLayout(row);
    m_latest = new QCheckBox(tr("&Include those already on the latest version"));
    m_latest->setObjectName(QStringLiteral("includeLatest"));
    column->addWidget(m_latest);
    connect(m_backUp, &QCheckBox::toggled, this, &WhenSection::chosen);
    connect(m_latest, &QCheckBox::toggled, this, &WhenSection::chosen);
    // A limit that is set means that backups are wanted.
    connect(m_backupHours, &QSpinBox::valueChanged, this, [this] {
        const QSignalBlocker quiet(m_backUp);
        m_backUp->setChecked(true);
        Q_EMIT chosen();
    });
}

void WhenSection::show(const BatchRules &rules)
{
    const QSignalBlocker quiet(this);
    const QSignalBlocker quietHours(m_backupHours);
    const QSignalBlocker quietStart(m_startAt);
    m_parts->setCurrentIndex(m_parts->findData(int(rules.parts)));
    m_moments->button(int(rules.moment))->setChecked(true);
    m_start->setCurrent(rules.startAt.isValid() ? AtMoment : WhenConfirmed);
    if (rules.startAt.isValid())
        m_startAt->setDateTime(wallOf(rules.startAt, m_zone));
    m_backupHours->setValue(static_cast<int>(rules.backupLimit.count()));
    m_backUp->setChecked(rules.backUpFirst);
    m_latest->setChecked(rules.includeLatest);
    showStart();
}

void WhenSection::apply(BatchRules &rules) const
{
    rules.parts = static_cast<BatchParts>(m_parts->currentData().toInt());
    rules.moment = static_cast<BatchMoment>(m_moments->checkedId());
    rules.startAt = startAt();
    rules.backUpFirst = m_backUp->isChecked();
    rules.backupLimit = std::chrono::hours(m_backupHours->value());
    rules.includeLatest = m_latest->isChecked();
}

void WhenSection::setNow(const QDateTime &now, const QTimeZone &zone)
{
    if (zone != m_zone && m_start->current() == AtMoment) {
        const QDateTime start = startAt();
        const QSignalBlocker quiet(m_startAt);
        m_startAt->setDateTime(wallOf(start, zone));
    }
    m_now = now;
    m_zone = zone;
    showStart();
}

QDateTime WhenSection::startAt() const
{
    if (m_start->current() != AtMoment)
        return {};
    const QDateTime wall = m_startAt->dateTime();
    return QDateTime(wall.date(), wall.time(), m_zone).toUTC();
}

void WhenSection::onStartKind(int kind)
{
    if (kind == AtMoment) { // the next full hour, to begin with
        const QSignalBlocker quiet(m_startAt);
        const QDateTime hour = wallOf(m_now.addSecs(3600), m_zone);
        m_startAt->setDateTime({hour.date(), QTime(hour.time().hour(), 0), Qt::UTC});
    }
    showStart();
    if (kind == AtMoment)
        m_startAt->setFocus();
    Q_EMIT chosen();
}

void WhenSection::showStart()
{
    const bool atMoment = m_start->current() == AtMoment;
    m_startAt->setVisible(atMoment);
    m_startText->setVisible(atMoment);
    if (atMoment)
        m_startText->setText(startSentence(startAt(), m_now, m_zone));
}

void WhenSection::focusStart() { m_startAt->setFocus(); }

} // namespace uplift::ui
