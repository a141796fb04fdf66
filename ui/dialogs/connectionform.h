// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace uplift::ui {

class Field;
class Segmented;
class WrapLabel;

/// How an account talks to the service: the endpoint, which stands among the dialog's own fields, and the
/// advanced part.
class ConnectionForm : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(const ConnectionSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] Field *endpointField() const { return m_endpointField; } ///< to be placed by the dialog
    [[nodiscard]] Field *addressField() const
    {
        return m_addressField;
    } ///< likewise; visible for a custom address
    [[nodiscard]] Field *homeField() const { return m_homeField; } ///< likewise; visible for a VPC
    /// What stands in the fields, or the first one that is wrong (field: endpoint, home, proxy,
    /// caFile).
    [[nodiscard]] Result<ConnectionSettings> settings() const;
    [[nodiscard]] Field *fieldNamed(const QString &name) const; ///< nullptr for others
    /// Shows the sentence under each field left with something wrong in it.
    void check();

    /// What became of a trial, under its button.
    void showTrial(const QString &sentence, bool reached);

Q_SIGNALS:
    void edited();
    void trialRequested(); ///< reach the endpoint through the proxy, with nobody's key

private:
    void buildEndpoint(const EndpointRule &rule);
    void buildHome(const RegionId &home);
    void buildAdvanced(const ConnectionSettings &settings);
    void buildProxy(const ProxyRule &rule);
    [[nodiscard]] Result<EndpointRule> endpoint() const;
    [[nodiscard]] Result<ProxyRule> proxy() const;
    [[nodiscard]] Result<QString> caFile() const;
    void buildCertificates(const QString &caFile);
    void buildTrial();
    void onKindChanged();

    Field *m_endpointField = nullptr;
    QComboBox *m_endpoint = nullptr;
    Field *m_addressField = nullptr;
    QLineEdit *m_address = nullptr;
    Field *m_homeField = nullptr;
    QLineEdit *m_home = nullptr;
    Segmented *m_signature = nullptr;
    Segmented *m_naming = nullptr;
    Segmented *m_format = nullptr;
    Segmented *m_proxy = nullptr;
    Field *m_proxyField = nullptr;
    QLineEdit *m_proxyAddress = nullptr;
    Field *m_caField = nullptr;
    QLineEdit *m_caFile = nullptr;
    QPushButton *m_try = nullptr;
    WrapLabel *m_trial = nullptr;
};

} // namespace uplift::ui
