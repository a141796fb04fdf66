// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"
#include "ui/form/formfacts.h"
#include "upgrade/preflightfacts.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace uplift::ui {

class Session;

/// Asks the whole preflight of the instance the form shows: once the form rests on it, on refresh, before the
/// confirmation opens, and when something that was started for it has ended.
class PreflightFlow : public QObject {
    Q_OBJECT
public:
    PreflightFlow(Session &session, QObject *parent);

    /// Asked for soon, unless it was answered a moment ago.
    void show(const fleet::InstanceKey &key);
    void refresh(); ///< at once
    void stop();
    /// What was answered, until when the key is valid, and what was started for it from here.
    void addTo(FormFacts &facts) const;
    /// The instance's quiet hour as far as it is known.
    [[nodiscard]] upgrade::PreflightFacts factsOf(const fleet::InstanceKey &key) const;

Q_SIGNALS:
    void changed(); ///< folded: several answers at once

private:
    void ask();
    void onStepChanged(const StepId &id);

    Session &m_session;
    upgrade::Preflight m_preflight;
    fleet::InstanceKey m_shown;
    QTimer m_rest;
    QTimer m_fold;
    QSet<StepId> m_ended; ///< steps whose end led to new questions
};

} // namespace uplift::ui
