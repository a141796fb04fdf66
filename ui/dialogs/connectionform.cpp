// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectionform.h"

#include "cloud/endpoints.h"
#include "ui/look/accessibility.h"
#include "ui/look/type.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace uplift::ui {

namespace {

struct Choice {
    int id;
    QString text;
};

Segmented *segmented(const QString &objectName, const QString &name, const QList<Choice> &choices,
                     int current)
{
    auto *control = new Segmented;
    control->setObjectName(objectName);
    control->setAccessibleName(name);
    for (const Choice &choice : choices) {
        SegmentButton *button = control->add(choice.id, choice.text);
        button->setObjectName(objectName + QString::number(choice.id));
        button->setAccessibleName(name + QStringLiteral(": ") + choice.text);
    }
    control->setCurrent(current);
    return control;
}

template <class Enum> int id(Enum value) { return static_cast<int>(value); }

} // namespace

ConnectionForm::ConnectionForm(const ConnectionSettings &settings, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("connectionForm"));
    buildEndpoint(settings.endpoint);
    buildAdvanced(settings);
    onKindChanged();
}

void ConnectionForm::buildEndpoint(const EndpointRule &rule)
{
    m_endpoint = new QComboBox;
    m_endpoint->setObjectName(QStringLiteral("endpoint"));
    m_endpoint->setAccessibleName(tr("Endpoint"));
    m_endpoint->addItem(tr("Public internet"), id(EndpointRule::Kind::Public));
    m_endpoint->addItem(tr("VPC"), id(EndpointRule::Kind::Vpc));
    m_endpoint->addItem(tr("Custom address"), id(EndpointRule::Kind::Custom));
    m_endpoint->setCurrentIndex(m_endpoint->findData(id(rule.kind)));
    m_endpointField = new Field(tr("En&dpoint"), m_endpoint, this);
    buildHome(rule.home);
    m_address = new QLineEdit(rule.origin);
    m_address->setObjectName(QStringLiteral("endpointAddress"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(QStringLiteral("r-kvstore.aliyuncs.com"));
    m_addressField = new Field(tr("Add&ress"), m_address, this);
    m_addressField->setHelp(tr("A host under aliyuncs.com, for every region"));
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, [this] {
        onKindChanged();
        Q_EMIT edited();
    });
    connect(m_address, &QLineEdit::textChanged, this, &ConnectionForm::edited);
    connect(m_address, &QLineEdit::editingFinished, this, &ConnectionForm::check);
}

void ConnectionForm::buildHome(const RegionId &home)
{
    m_home = new QLineEdit(home.value);
    m_home->setObjectName(QStringLiteral("homeRegion"));
    m_home->setAccessibleName(tr("Region of the VPC"));
    m_home->setPlaceholderText(QStringLiteral("cn-hangzhou"));
    QStringList regions;
    for (const cloud::KnownRegion &region : cloud::knownRegions())
        regions << region.id.value;
    auto *known = new QCompleter(regions, m_home);
    known->setCaseSensitivity(Qt::CaseInsensitive);
    m_home->setCompleter(known);
    m_homeField = new Field(tr("Region of the &VPC"), m_home, this);
    m_homeField->setHelp(tr("Asked who the key belongs to, and which regions there are"));
    connect(m_home, &QLineEdit::textChanged, this, &ConnectionForm::edited);
    connect(m_home, &QLineEdit::editingFinished, this, &ConnectionForm::check);
}

void ConnectionForm::buildAdvanced(const ConnectionSettings &settings)
{
    m_signature =
        segmented(QStringLiteral("signature"), tr("Signature"),
                  {{id(SignatureVersion::V3), tr("V3 (ACS3)")}, {id(SignatureVersion::V1), tr("V1 (RPC)")}},
                  id(settings.signature));
    m_format = segmented(
        QStringLiteral("replyFormat"), tr("Replies"),
        {{id(ReplyFormat::Json), QStringLiteral("JSON")}, {id(ReplyFormat::Xml), QStringLiteral("XML")}},
        id(settings.format));
    m_naming = segmented(QStringLiteral("momentNaming"), tr("The moment is sent as"),
                         {{id(MomentNaming::Both), tr("Both names")},
                          {id(MomentNaming::EffectiveTime), QStringLiteral("EffectiveTime")},
                          {id(MomentNaming::EffectTime), QStringLiteral("EffectTime")}},
                         id(settings.momentNaming));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(16));
    grid->setVerticalSpacing(scaled(12));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto *signature = new Field(tr("Signature"), m_signature, this);
    signature->setHelp(tr("V1 for older and private clouds"));
    grid->addWidget(signature, 0, 0, Qt::AlignTop);
    grid->addWidget(new Field(tr("Replies"), m_format, this), 0, 1, Qt::AlignTop);
    auto *naming = new Field(tr("The moment is sent as"), m_naming, this);
    naming->setHelp(
        tr("Both, unless this service refuses one of them: a name it does not know could upgrade at once"));
    grid->addWidget(naming, 1, 0, 1, 2);
    buildProxy(settings.proxy);
    grid->addWidget(new Field(tr("Proxy"), m_proxy, this), 2, 0, Qt::AlignTop);
    grid->addWidget(m_proxyField, 2, 1, Qt::AlignTop);
    buildCertificates(settings.caFile);
    grid->addWidget(m_caField, 3, 0, 1, 2);
    buildTrial();
    auto *trial = new QHBoxLayout;
    trial->setSpacing(scaled(12));
    trial->addWidget(m_try, 0, Qt::AlignTop);
    trial->addWidget(m_trial, 1);
    grid->addLayout(trial, 4, 0, 1, 2);
    for (Segmented *control : {m_signature, m_format, m_naming, m_proxy})
        connect(control, &Segmented::chosen, this, &ConnectionForm::edited);
}

void ConnectionForm::buildProxy(const ProxyRule &rule)
{
    m_proxy = segmented(QStringLiteral("proxy"), tr("Proxy"),
                        {{id(ProxyRule::Kind::System), tr("System")},
                         {id(ProxyRule::Kind::None), tr("None")},
                         {id(ProxyRule::Kind::Http), tr("Address")}},
                        id(rule.kind));
    m_proxyAddress = new QLineEdit;
    m_proxyAddress->setObjectName(QStringLiteral("proxyAddress"));
    m_proxyAddress->setAccessibleName(tr("Proxy address"));
    m_proxyAddress->setPlaceholderText(tr("host:port"));
    if (rule.kind == ProxyRule::Kind::Http)
        m_proxyAddress->setText(QStringLiteral("%1:%2").arg(rule.host).arg(rule.port));
    m_proxyField = new Field(tr("Proxy address"), m_proxyAddress, this);
    connect(m_proxy, &Segmented::chosen, this, &ConnectionForm::onKindChanged);
    connect(m_proxyAddress, &QLineEdit::textChanged, this, &ConnectionForm::edited);
    connect(m_proxyAddress, &QLineEdit::editingFinished, this, &ConnectionForm::check);
}

void ConnectionForm::buildCertificates(const QString &caFile)
{
    m_caFile = new QLineEdit(caFile);
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_caFile->setAccessibleName(tr("Certificate file"));
    m_caFile->setPlaceholderText(QStringLiteral("/etc/ssl/company-ca.pem"));
    m_caField = new Field(tr("Certificate file"), m_caFile, this);
    m_caField->setHelp(tr("PEM, trusted for this account beside the system's; empty: the system's alone"));
    connect(m_caFile, &QLineEdit::textChanged, this, &ConnectionForm::edited);
    connect(m_caFile, &QLineEdit::editingFinished, this, &ConnectionForm::check);
}

void ConnectionForm::buildTrial()
{
    m_try = new QPushButton(tr("Test &without a key"));
    m_try->setObjectName(QStringLiteral("tryConnection"));
    m_try->setAccessibleName(tr("Test without a key"));
    m_trial = new WrapLabel(tr("Reaches the endpoint with these settings; no key is sent."), Type::Note,
                            Role::Text3);
    m_trial->setObjectName(QStringLiteral("trialResult"));
    connect(m_try, &QPushButton::clicked, this, [this] {
        m_try->setEnabled(false);
        m_trial->setRole(Role::Text3);
        m_trial->setText(tr("Being tried…"));
        Q_EMIT trialRequested();
    });
}

void ConnectionForm::showTrial(const QString &sentence, bool reached)
{
    m_try->setEnabled(true);
    m_trial->setRole(reached ? Role::Green : Role::Amber);
    m_trial->setText(sentence);
    announce(this, sentence);
}

Result<QString> ConnectionForm::caFile() const
{
    const QString path = m_caFile->text().trimmed();
    if (path.isEmpty() || QDir::isAbsolutePath(path))
        return path;
    return failure(
        Error::input(QStringLiteral("caFile"),
                     tr("“%1” is not a whole path. Name the certificate file from the root on.").arg(path)));
}

void ConnectionForm::onKindChanged()
{
    m_addressField->setVisible(m_endpoint->currentData().toInt() == id(EndpointRule::Kind::Custom));
    m_homeField->setVisible(m_endpoint->currentData().toInt() == id(EndpointRule::Kind::Vpc));
    m_proxyField->setVisible(m_proxy->current() == id(ProxyRule::Kind::Http));
}

Result<EndpointRule> ConnectionForm::endpoint() const
{
    const auto kind = static_cast<EndpointRule::Kind>(m_endpoint->currentData().toInt());
    if (kind == EndpointRule::Kind::Custom)
        return parseCustomEndpoint(m_address->text());
    if (kind != EndpointRule::Kind::Vpc || m_home->text().trimmed().isEmpty())
        return EndpointRule{kind, {}};
    Result<RegionId> home = parseRegionId(m_home->text());
    if (!home) {
        home.error().field = QStringLiteral("home");
        return failure(home.error());
    }
    return EndpointRule{kind, {}, *std::move(home)};
}

Result<ProxyRule> ConnectionForm::proxy() const
{
    const auto kind = static_cast<ProxyRule::Kind>(m_proxy->current());
    if (kind == ProxyRule::Kind::Http)
        return parseProxy(m_proxyAddress->text());
    return ProxyRule{kind, {}, 0};
}

Result<ConnectionSettings> ConnectionForm::settings() const
{
    const Result<EndpointRule> where = endpoint();
    if (!where)
        return failure(where.error());
    const Result<ProxyRule> through = proxy();
    if (!through)
        return failure(through.error());
    const Result<QString> authorities = caFile();
    if (!authorities)
        return failure(authorities.error());
    ConnectionSettings settings;
    settings.caFile = *authorities;
    settings.endpoint = *where;
    settings.proxy = *through;
    settings.signature = static_cast<SignatureVersion>(m_signature->current());
    settings.momentNaming = static_cast<MomentNaming>(m_naming->current());
    settings.format = static_cast<ReplyFormat>(m_format->current());
    return settings;
}

Field *ConnectionForm::fieldNamed(const QString &name) const
{
    if (name == QLatin1String("endpoint"))
        return m_addressField;
    if (name == QLatin1String("home"))
        return m_homeField;
    if (name == QLatin1String("caFile"))
        return m_caField;
    return name == QLatin1String("proxy") ? m_proxyField : nullptr;
}

void ConnectionForm::check()
{
    if (const auto where = endpoint(); !where && where.error().field == QLatin1String("home"))
        m_homeField->setError(where.error().message);
    else if (!where && !m_address->text().isEmpty())
        m_addressField->setError(where.error().message);
    if (const auto through = proxy(); !through && !m_proxyAddress->text().isEmpty())
        m_proxyField->setError(through.error().message);
    if (const auto authorities = caFile(); !authorities)
        m_caField->setError(authorities.error().message);
}

} // namespace uplift::ui
