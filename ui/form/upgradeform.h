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
/// chose, asks by signal. Its fields are made when an instance first needs them, or by build(): the first
/// picture of the window shows none of them.
class UpgradeForm : public QWidget {
    Q_OBJECT
public:
    /// Impact of the present facts, from the impact room's table: of the kernel's upgrade or of the proxies'.
    using ImpactOf =
        std::function<impact::Impact(upgrade::StepKind, const Instance &, const EngineVersion *)>;

    explicit UpgradeForm(ImpactOf impactOf, QWidget *parent = nullptr);

    /// Makes the fields, if they are not there yet.
    void build();
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

    /// Whether the three fields of an id typed by hand are open.
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] IdentitySection *identity()
    {
        build();
        return m_identity;
    }
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
    // Of the three fields, as IdentitySection has them.
    void identityChosen(const uplift::fleet::InstanceKey &key);
    void lookInAllRegions(const uplift::AccountId &account, const uplift::InstanceId &instance);
    void chooseFromList();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildPages();
    void buildMiddle();
    void buildDetails();
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
    // None of them before build().
    ScrollForm *m_form = nullptr;
    IdentitySection *m_identity = nullptr;
    QWidget *m_details = nullptr;
    WrapLabel *m_pending = nullptr;
    VersionSection *m_version = nullptr;
    MomentSection *m_moment = nullptr;
    QuietHourSection *m_quiet = nullptr;
    ImpactSection *m_impactSection = nullptr;
    ImpactSection *m_proxyImpact = nullptr;
    ChecksSection *m_checksSection = nullptr;
    PinnedFoot *m_foot = nullptr;
    QWidget *m_openRow = nullptr;
    IconLabel *m_openMark = nullptr;
    WrapLabel *m_openLine = nullptr;
    QWidget *m_impactRow = nullptr;
    WrapLabel *m_impactLine = nullptr;
    IconLabel *m_checksMark = nullptr;
    TextLabel *m_checksLine = nullptr;
    LinkButton *m_showRequest = nullptr;
    QCheckBox *m_reconnect = nullptr;
    WrapLabel *m_problem = nullptr;
    QString m_problemSaid; ///< what m_problem shows, before topics of the help become links
    QPushButton *m_primary = nullptr;
};

} // namespace uplift::ui
