// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/doctorflow.h"

#include "ui/dialogs/doctordialog.h"
#include "ui/form/formfacts.h"
#include "ui/session.h"

#include <QPointer>

namespace uplift::ui {

DoctorFlow::DoctorFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
}

RegionId DoctorFlow::usualRegion(const AccountId &account) const
{
    RegionId best{QStringLiteral("cn-hangzhou")};
    int most = 0;
    const QList<fleet::RegionView> regions = m_session.fleet().regions();
    for (const fleet::RegionView &region : regions) {
        if (region.account == account && region.instances > most) {
            most = region.instances;
            best = region.region.id;
        }
    }
    return best;
}

void DoctorFlow::start(const AccountId &account, const RegionId &region)
{
    const profiles::Account *found = profiles::find(m_session.workspace().workspace(), account);
    if (!found)
        return;
    if (!m_permissions)
        m_permissions = accounts::Permissions::fromResource();
    accounts::DoctorQuestion question;
    question.region = region.isEmpty() ? usualRegion(account) : region;
    auto *dialog = new DoctorDialog(found->name, regionName(question.region), m_window);
    auto *asking = new QObject(dialog); // goes with the dialog, or before it when the user stops
    connect(dialog, &DoctorDialog::stopRequested, dialog,
            [asking = QPointer<QObject>(asking)] { delete asking; });
    m_session.accounts().diagnose(
        account, question, *m_permissions, asking,
        [dialog](const Result<accounts::DoctorReport> &report) {
            if (report)
                dialog->setReport(*report);
            else
                dialog->setError(report.error());
        },
        [dialog](int answered, int asked) { dialog->setProgress(answered, asked); });
    dialog->open();
}

} // namespace uplift::ui
