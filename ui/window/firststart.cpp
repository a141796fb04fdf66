// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firststart.h"

#include "core/localized.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {
constexpr int pageWidth = 620;
}

OfferButton::OfferButton(Icon icon, const QString &title, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_text(text)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize OfferButton::sizeHint() const { return {scaled(pageWidth), scaled(76)}; }

QSize OfferButton::minimumSizeHint() const { return {scaled(420), scaled(76)}; }

void OfferButton::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void OfferButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pressed = isDown();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    drawRounded(&painter, frame, 6, theme[pressed || underMouse() ? Role::Raised : Role::Canvas],
                theme[Role::Edge]);
    if (hasFocus())
        drawFocusRing(&painter, rect(), theme, 6);
    const int middle = height() / 2;
    const int side = scaled(24);
    paintIcon(&painter, QRect(scaled(20), middle - side / 2, side, side), m_icon, theme[Role::Accent]);
    const QRect words(scaled(64), 0, width() - scaled(64) - scaled(44), height());
    painter.setFont(typeFont(Type::Title, QFont::DemiBold));
    painter.setPen(theme[Role::Text]);
    painter.drawText(QRect(words.left(), middle - scaled(26), words.width(), scaled(26)),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(typeFont(Type::Body));
    painter.setPen(theme[Role::Text2]);
    painter.drawText(QRect(words.left(), middle, words.width(), scaled(22)), Qt::AlignLeft | Qt::AlignVCenter,
                     m_text);
    const int chevron = scaled(16);
    paintIcon(&painter, QRect(width() - scaled(32), middle - chevron / 2, chevron, chevron),
              Icon::ChevronRight, theme[Role::Text2]);
}

FirstStart::FirstStart(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("firstStart"));
    auto *page = new QWidget(this);
    page->setMaximumWidth(scaled(pageWidth)); // narrower where large text leaves less
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(new TextLabel(tr("Upgrade Redis and Tair minor versions"), Type::Headline, Role::Text,
                                    QFont::DemiBold));
    column->addWidget(new WrapLabel(
        tr("See what is outdated, read what an upgrade will do, confirm once, and follow it to a "
           "verified end. No upgrade is sent before you confirm."),
        Type::Body, Role::Text2));
    column->addSpacing(12);
    m_add =
        new OfferButton(Icon::Key, tr("Add an account"),
                        tr("An AccessKey pair of a RAM user. The secret goes to the system keychain."), page);
    m_add->setObjectName(QStringLiteral("offerAddAccount"));
    auto *import =
        new OfferButton(Icon::Terminal, tr("Import from the aliyun CLI"),
                        tr("You see each one before it is taken; the files stay as they are."), page);
    import->setObjectName(QStringLiteral("offerImport"));
    auto *practice = new OfferButton(Icon::Flask, tr("Try the practice cloud"),
                                     tr("A small imitation on this machine: no account, no internet."), page);
    practice->setObjectName(QStringLiteral("offerPractice"));
    column->addWidget(m_add);
    column->addWidget(import);
    column->addWidget(practice);
    column->addSpacing(12);
    column->addWidget(new Hairline);
    auto *facts = new QHBoxLayout;
    m_lock = new IconLabel(Icon::Lock, Role::Text3);
    m_keychain = new TextLabel(tr("Keychain: being asked"), Type::Note, Role::Text2);
    m_keychain->setObjectName(QStringLiteral("keychainStatus"));
    facts->addWidget(m_lock);
    facts->addWidget(m_keychain, 1);
    facts->addWidget(new TextLabel(tr("No telemetry. Only your accounts' endpoints are contacted."),
                                   Type::Note, Role::Text3));
    column->addLayout(facts);
    connect(m_add, &QAbstractButton::clicked, this, &FirstStart::addAccountRequested);
    connect(import, &QAbstractButton::clicked, this, &FirstStart::importRequested);
    connect(practice, &QAbstractButton::clicked, this, &FirstStart::practiceRequested);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 12);
    outer->addStretch(2);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(page, 1000);
    centred->addStretch(1);
    outer->addLayout(centred);
    outer->addStretch(3);
    // Named in its own language, for who cannot read the present one.
    const bool chinese = speaksChinese();
    auto *language = new QPushButton(chinese ? QStringLiteral("English") : QStringLiteral("中文"), this);
    language->setObjectName(QStringLiteral("languageButton"));
    setKind(language, "quiet");
    connect(language, &QPushButton::clicked, this, [this, chinese] {
        Q_EMIT languageRequested(chinese ? QStringLiteral("en") : QStringLiteral("zh_CN"));
    });
    outer->addWidget(language, 0, Qt::AlignRight);
}

void FirstStart::setKeychain(const secrets::KeychainStatus &status)
{
    const bool works =
        status.state == secrets::KeychainState::Unlocked || status.state == secrets::KeychainState::Missing;
    m_lock->setIcon(works ? Icon::Lock : Icon::Warning, works ? Role::Green : Role::Amber);
    m_keychain->setText(tr("Keychain: %1").arg(status.sentence));
}

void FirstStart::focusFirst() { m_add->setFocus(); }

} // namespace uplift::ui
