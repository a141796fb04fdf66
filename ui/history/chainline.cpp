// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/chainline.h"

#include "core/errortext.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/running/attemptwords.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace uplift::ui {

namespace {

QString sentences(const Error &error) { return errorInBrief(error); }

} // namespace

ChainWords chainWords(const Result<upgrade::ChainCheck> &check, const QDateTime &checked,
                      const QTimeZone &zone, bool writtenSince)
{
    if (!check)
        return {{Icon::Warning, Role::Amber, {}},
                ChainLine::tr("The chain of hashes could not be read. %1").arg(sentences(check.error())),
                Role::AmberBg};
    if (const auto notice = upgrade::chainNotice(*check)) {
        const bool broken = check->firstBroken.has_value();
        return {{broken ? Icon::CrossDisc : Icon::Warning, broken ? Role::Red : Role::Amber, {}},
                sentences(*notice),
                broken ? Role::RedBg : Role::AmberBg};
    }
    const Mark whole{Icon::TickRing, Role::Green, {}};
    if (check->rows == 0)
        return {whole, ChainLine::tr("The journal holds no row yet.")};
    //: %1 is a number of rows
    const QString rows = check->rows == 1 ? ChainLine::tr("1 row")
                                          : ChainLine::tr("%1 rows").arg(QLocale().toString(check->rows));
    const QString at = clockText(checked, zone);
    if (writtenSince)
        //: %1 a time, %2 is "2,871 rows"
        return {whole,
                ChainLine::tr("The chain of hashes was whole at %1: %2. What was written since is not "
                              "checked yet.")
                    .arg(at, rows)};
    if (!check->bornAt.isValid())
        //: %1 is "2,871 rows", %2 a time
        return {whole, ChainLine::tr("The chain of hashes is whole: %1, checked at %2").arg(rows, at)};
    //: %1 is "2,871 rows", %2 a day, %3 a time
    return {whole,
            ChainLine::tr("The chain of hashes is whole: %1 since %2, checked at %3")
                .arg(rows, fullDay(check->bornAt, zone), at)};
}

ChainWords chainBeingRead()
{
    return {{Icon::OpenRing, Role::Text3, {}}, ChainLine::tr("The chain of hashes is being read…")};
}

ChainLine::ChainLine(QWidget *parent)
    : QWidget(parent), m_mark(new IconLabel(Icon::OpenRing, Role::Text3)),
      m_text(new WrapLabel({}, Type::Note, Role::Text2)), m_again(new LinkButton(tr("Check again"), this))
{
    setObjectName(QStringLiteral("chainLine"));
    m_text->setObjectName(QStringLiteral("chainText"));
    m_again->setObjectName(QStringLiteral("chainAgain"));
    m_again->setAccessibleName(tr("Check the chain of hashes again"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, &ChainLine::checkRequested);
    setWords(chainBeingRead(), true);
}

void ChainLine::setWords(const ChainWords &words, bool reading)
{
    m_ground = words.ground;
    m_mark->setIcon(words.mark.icon, words.mark.role);
    m_text->setText(words.text);
    m_text->setRole(words.ground == Role::Canvas ? Role::Text2 : Role::Text);
    m_again->setVisible(!reading);
    setAccessibleName(words.text);
    update();
}

QString ChainLine::text() const { return m_text->text(); }

void ChainLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[m_ground]);
    drawHairline(&painter, 0, width(), 0, theme[Role::Line]);
}

} // namespace uplift::ui
