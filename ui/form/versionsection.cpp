// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/versionsection.h"

#include "core/localized.h"
#include "core/redact.h"
#include "ui/look/marks.h"
#include "ui/look/times.h"
#include "ui/widgets/field.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

namespace uplift::ui {

namespace {

constexpr int latestItem = 0;
constexpr int namedItem = 1;

QString dateText(const QString &wire)
{
    const QDate date = QDate::fromString(wire.left(10), Qt::ISODate);
    //: the format of a date in a sentence, as QLocale reads it
    return date.isValid() ? QLocale().toString(date, VersionSection::tr("d MMM yyyy")) : plainLine(wire);
}

/// Takes the room there is: a pane is never wider for the longest of its choices.
void mayShrink(QComboBox *box)
{
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
}

QString oldestDate(const QList<ReleaseNote> &notes)
{
    QString oldest;
    for (const ReleaseNote &note : notes) {
        if (!note.date.isEmpty() && (oldest.isEmpty() || note.date < oldest))
            oldest = note.date;
    }
    return oldest;
}

} // namespace

QString noteText(const ReleaseNote &note)
{
    const bool chinese = speaksChinese();
    const QString &first = chinese ? note.chinese : note.english;
    return plainLine(first.isEmpty() ? (chinese ? note.english : note.chinese) : first);
}

VersionSection::VersionSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("versionSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_partsRow = buildParts();
    column->addWidget(m_partsRow);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    m_current = new TextLabel(QString(), Type::Title, Role::Text2);
    m_current->setObjectName(QStringLiteral("currentVersion"));
    m_box = new QComboBox;
    m_box->setObjectName(QStringLiteral("targetVersion"));
    m_box->setAccessibleName(tr("Upgrade to"));
    m_box->addItems({tr("Latest version"), tr("Another version…")});
    mayShrink(m_box);
    auto *upgradeTo = new TextLabel(tr("&Upgrade to"), Type::Note, Role::Text2, QFont::Medium);
    upgradeTo->setBuddy(m_box);
    m_currentLabel = new TextLabel(tr("Runs now"), Type::Note, Role::Text2, QFont::Medium);
    grid->addWidget(m_currentLabel, 0, 0);
    grid->addWidget(upgradeTo, 0, 2);
    grid->addWidget(m_current, 1, 0);
    grid->addWidget(new IconLabel(Icon::Arrow, Role::Text2), 1, 1);
    grid->addWidget(m_box, 1, 2);
    grid->setColumnStretch(2, 1);
    column->addLayout(grid);

    m_edit = new QLineEdit;
    m_edit->setObjectName(QStringLiteral("namedVersion"));
    m_edit->setPlaceholderText(QStringLiteral("7.0.1.14"));
    m_field = new Field(tr("&Version"), m_edit, this);
    m_field->setHelp(
        tr("Only “latest” is documented for this call; whether the service takes a version by name is not."));
    m_field->hide();
    column->addWidget(m_field);

    auto *levelRow = new QHBoxLayout;
    levelRow->setSpacing(8);
    m_levelMark = new IconLabel;
    m_level = new TextLabel(QString(), Type::Note, Role::Text2, QFont::DemiBold);
    m_level->setObjectName(QStringLiteral("levelText"));
    m_behind = new WrapLabel(QString(), Type::Note, Role::Text2);
    levelRow->addWidget(m_levelMark, 0, Qt::AlignTop);
    levelRow->addWidget(m_level, 0, Qt::AlignTop);
    levelRow->addWidget(m_behind, 1);
    column->addLayout(levelRow);
    m_proxyLine = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_proxyLine->setObjectName(QStringLiteral("proxyLine"));
    column->addWidget(m_proxyLine);

    m_note = new Note(NoteKind::Raised, this);
    m_note->setObjectName(QStringLiteral("releaseNote"));
    m_noteLink = new LinkButton(QString());
    m_noteLink->setObjectName(QStringLiteral("releaseNotesLink"));
    m_note->addWidget(m_noteLink);
    column->addWidget(m_note);
    m_foldedLink = new LinkButton(QString(), this);
    m_foldedLink->setObjectName(QStringLiteral("releaseNotesFoldedLink"));
    column->addWidget(m_foldedLink, 0, Qt::AlignLeft);
    for (LinkButton *link : {m_noteLink, m_foldedLink})
        connect(link, &QPushButton::clicked, this, &VersionSection::notesRequested);
    connect(m_box, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_field->setVisible(index == namedItem);
        if (index == namedItem)
            m_edit->setFocus();
        Q_EMIT targetChanged();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &VersionSection::checkTyped);
}

QWidget *VersionSection::buildParts()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 4);
    line->setSpacing(12);
    m_parts = new QComboBox(row);
    m_parts->setObjectName(QStringLiteral("upgradeParts"));
    m_parts->setAccessibleName(tr("What to upgrade"));
    mayShrink(m_parts);
    auto *label = new TextLabel(tr("W&hat to upgrade"), Type::Note, Role::Text2, QFont::Medium);
    label->setBuddy(m_parts);
    line->addWidget(label);
    line->addWidget(m_parts, 1);
    connect(m_parts, &QComboBox::activated, this, &VersionSection::partsChanged);
    return row;
}

upgrade::BatchParts VersionSection::parts() const
{
    return m_offered.value(m_parts->currentIndex(), upgrade::BatchParts::Kernel);
}

void VersionSection::showParts(const FormFacts &facts)
{
    const QList<upgrade::BatchParts> offered = partsOffered(facts.known.version.get());
    if (offered != m_offered) {
        m_offered = offered;
        m_parts->clear();
        for (const upgrade::BatchParts each : offered)
            m_parts->addItem(upgradePartsText(each));
    }
    const upgrade::BatchParts chosen = chosenParts(facts);
    m_parts->setCurrentIndex(static_cast<int>(m_offered.indexOf(chosen)));
    m_partsRow->setVisible(m_offered.size() > 1);
    const EngineVersion *version = facts.known.version.get();
    const bool both = isBoth(chosen) && version;
    if (both)
        m_proxyLine->setText(
            //: The versions of an instance's proxies
            tr("Proxy %1  →  %2").arg(version->proxyCurrent.text(), version->proxyLatest.text()));
    else if (chosen == upgrade::BatchParts::Proxy && m_offered.size() == 1)
        m_proxyLine->setText(tr("The kernel runs its latest version; the proxy does not."));
    m_proxyLine->setVisible(both || (chosen == upgrade::BatchParts::Proxy && m_offered.size() == 1));
}

/// An upgrade of the proxies takes no version: it goes to the latest (api.md 6.2).
void VersionSection::offerNamed(bool offered)
{
    if (offered == (m_box->count() > namedItem))
        return;
    const QSignalBlocker quiet(m_box);
    if (offered) {
        m_box->addItem(tr("Another version…"));
        return;
    }
    m_box->setCurrentIndex(latestItem);
    m_box->removeItem(namedItem);
    m_field->hide();
}

VersionSection::Shown VersionSection::shownOf(const EngineVersion *version, bool proxy)
{
    if (!version)
        return {};
    if (!proxy)
        return {version->current, version->latest,   version->level,
                version->notes,   version->rawNotes, outdated(*version)};
    return {version->proxyCurrent,
            version->proxyLatest,
            version->proxyLevel,
            version->proxyNotes,
            {},
            isProxyBehind(version) ? Outdated::Yes : Outdated::No};
}

void VersionSection::show(const FormFacts &facts)
{
    showParts(facts);
    const EngineVersion *version = facts.known.version.get();
    const bool proxy = chosenParts(facts) == upgrade::BatchParts::Proxy;
    const Shown shown = shownOf(version, proxy);
    m_running = shown.current;
    offerNamed(!proxy);
    m_currentLabel->setText(proxy ? tr("Proxy runs now") : tr("Runs now"));
    m_current->setText(m_running.isKnown() ? m_running.text() : tr("unknown"));
    const QString latest = proxy ? shown.latest.text()
        : version                ? targetVersionText(*version, QStringLiteral("latest_version"))
                                 : QString();
    m_box->setItemText(latestItem, latest.isEmpty() ? tr("Latest version") : tr("%1 (latest)").arg(latest));
    showLevel(shown);
    showNotes(shown);
}

void VersionSection::showLevel(const Shown &shown)
{
    Mark mark;
    QString behind;
    if (shown.verdict == Outdated::No) {
        mark = upToDateMark();
    } else if (shown.verdict == Outdated::Contradictory) {
        mark = levelMark(UpdateLevel::Unknown);
        behind = tr("The service's flags contradict each other.");
    } else {
        mark = levelMark(shown.level);
        if (!shown.notes.isEmpty()) {
            const int count = static_cast<int>(shown.notes.size());
            const QString oldest = oldestDate(shown.notes);
            behind = oldest.isEmpty()
                ? tr("%n version(s) behind", nullptr, count)
                : tr("%n version(s) behind, oldest from %1", nullptr, count).arg(dateText(oldest));
        }
    }
    m_levelMark->setIcon(mark.icon, mark.role);
    m_level->setText(mark.word);
    m_level->setRole(mark.wordRole);
    m_behind->setText(behind);
}

void VersionSection::showNotes(const Shown &shown)
{
    m_hasNotes = !shown.notes.isEmpty() || !shown.rawNotes.isEmpty();
    if (m_hasNotes) {
        const int count = static_cast<int>(shown.notes.size());
        m_note->setText(count > 0 ? tr("%1: %2").arg(shown.notes.constFirst().version.text(),
                                                     noteText(shown.notes.constFirst()))
                                  : tr("The service's release notes could not be read as a list."));
        const QString link =
            count > 0 ? tr("Release notes of %n version(s)", nullptr, count) : tr("Release notes as sent");
        m_noteLink->setText(link);
        m_foldedLink->setText(link);
    }
    setNotesFolded(m_folded);
}

void VersionSection::setNotesFolded(bool folded)
{
    m_folded = folded;
    m_note->setVisible(m_hasNotes && !folded);
    m_foldedLink->setVisible(m_hasNotes && folded);
}

QString VersionSection::target() const
{
    return m_box->currentIndex() == latestItem ? QStringLiteral("latest_version") : m_edit->text().trimmed();
}

void VersionSection::setTarget(const QString &target)
{
    const bool latest = target == QLatin1String("latest_version");
    offerNamed(true);
    const QSignalBlocker quiet(m_box);
    m_box->setCurrentIndex(latest ? latestItem : namedItem);
    m_edit->setText(latest ? QString() : target);
    m_field->setVisible(!latest);
    m_field->clearError();
}

void VersionSection::checkTyped()
{
    if (m_box->currentIndex() != namedItem)
        return;
    const auto target = parseTargetVersion(m_edit->text(), m_running);
    if (target)
        m_field->clearError();
    else
        m_field->setError(target.error().message);
    Q_EMIT targetChanged();
}

void VersionSection::setError(const QString &sentence)
{
    if (m_box->currentIndex() == namedItem)
        m_field->setError(sentence);
}

void VersionSection::focusTarget()
{
    if (m_box->currentIndex() == namedItem)
        m_edit->setFocus();
    else
        m_box->setFocus();
}

} // namespace uplift::ui
