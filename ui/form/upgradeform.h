// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/formfacts.h"

#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace uplift::ui {

class ChecksSection;
class IconLabel;
class IdentitySection;
class ImpactSection;
class LinkButton;
class MomentSection;
class PaneHeader;
class PinnedFoot;
class QuietHourSection;
class ScrollForm;
class TextLabel;
class VersionSection;
class WrapLabel;

/// The right pane: one instance, from identity to the one button. Shows what it is given, keeps what the user
/// chose, asks by signal.
class UpgradeForm : public QWidget {
    Q_OBJECT
public:
    /// Impact of the present facts, from the impact room's table: of the kernel's upgrade or of the proxies'.
    using ImpactOf =
        std::function<impact::Impact(upgrade::StepKind, const Instance &, const EngineVersion *)>;

    explicit UpgradeForm(ImpactOf impactOf, QWidget *parent = nullptr);

    /// Nothing selected: says how to begin.
    void showNothing();
    /// Another instance: the user's choices begin anew (moment from the profile).
    void open(const FormFacts &facts);
    /// The same instance with newer facts; the user's choices stay.
    void refresh(const FormFacts &facts);
    /// Only time went on.
    void setNow(const QDateTime &now);
    /// The three fields, for an id typed by hand.
    void editIdentity(const fleet::InstanceKey &present);
    /// The service does not know the typed instance, or could not be asked.
    void setIdentityError(const Error &error);
    void setShort(bool isShort); ///< below 1200 px of window width: the short button label
    void setLow(bool isLow); ///< below 700 px of window height

    [[nodiscard]] IdentitySection *identity() const { return m_identity; }
    [[nodiscard]] const std::optional<FormFacts> &facts() const { return m_facts; }
    [[nodiscard]] const ExpectedImpact &impact() const { return m_impact; }
    void focusFirst();
    /// Presses the primary button: names what is missing, or asks for the confirmation. Waits for nothing:
    /// what is still being asked is unknown.
    void pressPrimary();
    /// The same with a backup first.
    void pressBackUpFirst();

Q_SIGNALS:
    void upgradeRequested(bool backUpFirst);
    /// A button beside a check, but for the one that backs up first.
    void checkActionRequested(uplift::ui::CheckAction::Kind kind);
    void showRequestRequested();
    void saveProfileRequested();
    void notesRequested();
    void detailsRequested();
    void editStarted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildMiddle();
    void buildFoot();
    void connectSections();
    void onChoiceChanged();
    void showAll();
    void showImpact();
    void showDecision();
    void showChecks();
    void fold();
    void dropSolvedProblem();
    bool mayGoOn();
    void onCheckAction(CheckAction::Kind kind);
    void goTo(const Missing &missing);
    void showProblem(const QString &sentence);

    ImpactOf m_impactOf;
    std::optional<FormFacts> m_facts;
    ExpectedImpact m_impact;
    upgrade::BatchParts m_impactParts = upgrade::BatchParts::Kernel; ///< what m_impact is of
    QList<upgrade::Check> m_checks;
    QList<CheckAction> m_actions;
    bool m_short = false;
    bool m_low = false;

    PaneHeader *m_header;
    QToolButton *m_save;
    QToolButton *m_info;
    QStackedWidget *m_pages;
    TextLabel *m_empty;
    ScrollForm *m_form;
    IdentitySection *m_identity;
    QWidget *m_details;
    WrapLabel *m_pending;
    VersionSection *m_version;
    MomentSection *m_moment;
    QuietHourSection *m_quiet;
    ImpactSection *m_impactSection;
    ImpactSection *m_proxyImpact;
    ChecksSection *m_checksSection;
    PinnedFoot *m_foot;
    QWidget *m_openRow;
    IconLabel *m_openMark;
    WrapLabel *m_openLine;
    QWidget *m_impactRow;
    WrapLabel *m_impactLine;
    IconLabel *m_checksMark;
    TextLabel *m_checksLine;
    LinkButton *m_showRequest;
    QCheckBox *m_reconnect;
    WrapLabel *m_problem;
    QString m_problemSaid; ///< what m_problem shows, before topics of the help become links
    QPushButton *m_primary;
};

} // namespace uplift::ui
