// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impact/impact.h"
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
class ScrollForm;
class TextLabel;
class VersionSection;
class WrapLabel;

/// The right pane: one instance, from identity to the one button. Shows what it is given, keeps what the user
/// chose, asks by signal.
class UpgradeForm : public QWidget {
    Q_OBJECT
public:
    /// Impact of the present facts, from the impact room's table.
    using ImpactOf = std::function<impact::Impact(const Instance &, const EngineVersion *)>;

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
    [[nodiscard]] const impact::Impact &impact() const { return m_impact; }
    void focusFirst();
    /// Presses the primary button: names what is missing, or asks for the confirmation.
    void pressPrimary();

Q_SIGNALS:
    void upgradeRequested();
    void showRequestRequested();
    void saveProfileRequested();
    void notesRequested();
    void editStarted();

private:
    void buildHeader();
    void buildMiddle();
    void buildFoot();
    void connectSections();
    void onChoiceChanged();
    void showAll();
    void showImpact();
    void showDecision();
    void goTo(const Missing &missing);
    void showProblem(const QString &sentence);

    ImpactOf m_impactOf;
    std::optional<FormFacts> m_facts;
    impact::Impact m_impact;
    QList<upgrade::Check> m_checks;
    bool m_short = false;
    bool m_low = false;

    PaneHeader *m_header;
    QToolButton *m_save;
    QStackedWidget *m_pages;
    TextLabel *m_empty;
    ScrollForm *m_form;
    IdentitySection *m_identity;
    QWidget *m_details;
    WrapLabel *m_pending;
    VersionSection *m_version;
    MomentSection *m_moment;
    ImpactSection *m_impactSection;
    ChecksSection *m_checksSection;
    PinnedFoot *m_foot;
    QWidget *m_impactRow;
    TextLabel *m_impactLine;
    IconLabel *m_checksMark;
    TextLabel *m_checksLine;
    LinkButton *m_showRequest;
    QCheckBox *m_reconnect;
    WrapLabel *m_problem;
    QPushButton *m_primary;
};

} // namespace uplift::ui
