// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/requestexamples.h"

#include "core/minorversion.h"
#include "report/quoting.h"

#include <QCoreApplication>

namespace uplift::report {

namespace {

/// What the templates are filled with.
struct Parts {
    QString summary; ///< for a comment: "orders-cache (r-bp1…) in cn-hangzhou, 7.0.1.8 to 7.0.1.14"
    QString instance;
    QString version;
    QString moment;
    QString region;
    QString host;
    bool plainHttp = false; ///< loopback: the practice cloud
};

QString summaryOf(const upgrade::StepPlan &plan)
{
    QString text =
        QStringLiteral("%1 (%2) in %3").arg(plan.instanceName, plan.instance.value, plan.region.value);
    if (!plan.toVersion.isEmpty())
        text +=
            QStringLiteral(", %1 to %2").arg(MinorVersion::parse(plan.fromVersion).text(), plan.toVersion);
    return commentText(text);
}

Parts partsOf(const upgrade::StepPlan &plan, const QString &origin)
{
    Parts parts;
    parts.summary = summaryOf(plan);
    parts.instance = plan.instance.value;
    parts.version = plan.minorVersion;
    parts.moment = effectiveTime(plan.moment);
    parts.region = plan.region.value;
    parts.plainHttp = origin.startsWith(u"http://");
    parts.host = origin.mid(origin.indexOf(u"://") < 0 ? 0 : origin.indexOf(u"://") + 3);
    return parts;
}

QString cliText(const Parts &parts)
{
    const auto quote = [](const QString &value) { return quoted(value, Language::Shell); };
    // The service's metadata also allows plain HTTP; --secure keeps the CLI from taking it.
    const QString transport = parts.plainHttp ? QStringLiteral("--insecure") : QStringLiteral("--secure");
    return QStringLiteral(R"(#!/bin/sh
# %1
# Needs the aliyun CLI with a configured profile: aliyun configure
aliyun r-kvstore ModifyInstanceMinorVersion \
  --region %2 \
  --endpoint %3 %4 \
  --InstanceId %5 \
  --Minorversion %6 \
  --EffectiveTime %7
)")
        .arg(parts.summary, quote(parts.region), quote(parts.host), transport, quote(parts.instance),
             quote(parts.version), quote(parts.moment));
}

QString rosText(const Parts &parts)
{
    const auto quote = [](const QString &value) { return quoted(value, Language::Yaml); };
    return QStringLiteral(R"(# %1
# Create the stack in the instance's region: %2
ROSTemplateFormatVersion: '2015-09-01'
Description: "Upgrade the minor version of one instance"
Resources:
  UpgradeVersion:
    Type: ALIYUN::REDIS::UpgradeVersion
    Properties:
      InstanceId: %3
      MinorVersion: %4
      EffectiveTime: %5
)")
        .arg(parts.summary, commentText(parts.region), quote(parts.instance), quote(parts.version),
             quote(parts.moment));
}

QString pythonText(const Parts &parts)
{
    const auto quote = [](const QString &value) { return quoted(value, Language::Python); };
    const QString protocol = parts.plainHttp ? QStringLiteral("\n        protocol=\"http\",") : QString();
    return QStringLiteral(R"(# %1
# pip install alibabacloud_r_kvstore20150101 alibabacloud_tea_openapi alibabacloud_credentials
from alibabacloud_credentials.client import Client as CredentialClient
from alibabacloud_r_kvstore20150101.client import Client
from alibabacloud_r_kvstore20150101.models import ModifyInstanceMinorVersionRequest
from alibabacloud_tea_openapi.models import Config


def main():
    config = Config(
        credential=CredentialClient(),%2
        endpoint=%3,
    )
    request = ModifyInstanceMinorVersionRequest(
        instance_id=%4,
        minorversion=%5,
        effective_time=%6,
    )
    response = Client(config).modify_instance_minor_version(request)
    print("RequestId:", response.body.request_id)


if __name__ == "__main__":
    main()
)")
        .arg(parts.summary, protocol, quote(parts.host), quote(parts.instance), quote(parts.version),
             quote(parts.moment));
}

QString javaText(const Parts &parts)
{
    const auto quote = [](const QString &value) { return quoted(value, Language::Java); };
    const QString protocol =
        parts.plainHttp ? QStringLiteral("\n                .setProtocol(\"http\")") : QString();
    return QStringLiteral(R"(// %1
// Maven: com.aliyun:r_kvstore20150101, com.aliyun:tea-openapi, com.aliyun:credentials-java
import com.aliyun.r_kvstore20150101.Client;
import com.aliyun.r_kvstore20150101.models.ModifyInstanceMinorVersionRequest;
import com.aliyun.r_kvstore20150101.models.ModifyInstanceMinorVersionResponse;
import com.aliyun.teaopenapi.models.Config;

public class UpgradeMinorVersion {
    public static void main(String[] args) throws Exception {
        Config config = new Config()
                .setCredential(new com.aliyun.credentials.Client())%2
                .setEndpoint(%3);
        ModifyInstanceMinorVersionRequest request = new ModifyInstanceMinorVersionRequest()
                .setInstanceId(%4)
                .setMinorversion(%5)
                .setEffectiveTime(%6);
        ModifyInstanceMinorVersionResponse response = new Client(config).modifyInstanceMinorVersion(request);
        System.out.println("RequestId: " + response.getBody().getRequestId());
    }
}
)")
        .arg(parts.summary, protocol, quote(parts.host), quote(parts.instance), quote(parts.version),
             quote(parts.moment));
}

QString goText(const Parts &parts)
{
    const auto quote = [](const QString &value) { return quoted(value, Language::Go); };
    const QString protocol =
        parts.plainHttp ? QStringLiteral("\n\t\tProtocol:   tea.String(\"http\"),") : QString();
    return QStringLiteral(R"(// %1
// go mod init upgrade && go mod tidy && go run .
package main

import (
	"fmt"
	"log"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	rkvstore "github.com/alibabacloud-go/r-kvstore-20150101/v7/client"
	"github.com/alibabacloud-go/tea/tea"
	"github.com/aliyun/credentials-go/credentials"
)

func main() {
	credential, err := credentials.NewCredential(nil)
	if err != nil {
		log.Fatal(err)
	}
	client, err := rkvstore.NewClient(&openapi.Config{
		Credential: credential,%2
		Endpoint:   tea.String(%3),
	})
	if err != nil {
		log.Fatal(err)
	}
	response, err := client.ModifyInstanceMinorVersion(&rkvstore.ModifyInstanceMinorVersionRequest{
		InstanceId:    tea.String(%4),
		Minorversion:  tea.String(%5),
		EffectiveTime: tea.String(%6),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("RequestId:", tea.StringValue(response.Body.RequestId))
}
)")
        .arg(parts.summary, protocol, quote(parts.host), quote(parts.instance), quote(parts.version),
             quote(parts.moment));
}

QString nodeText(const Parts &parts)
{
    const auto quote = [](const QString &value) { return quoted(value, Language::JavaScript); };
    const QString protocol = parts.plainHttp ? QStringLiteral("\n    protocol: \"http\",") : QString();
    return QStringLiteral(R"(// %1
// npm install @alicloud/r-kvstore20150101 @alicloud/openapi-core @alicloud/credentials
"use strict";

const { default: Client, ModifyInstanceMinorVersionRequest } = require("@alicloud/r-kvstore20150101");
const { $OpenApiUtil } = require("@alicloud/openapi-core");
const { default: Credential } = require("@alicloud/credentials");

async function main() {
  const client = new Client(new $OpenApiUtil.Config({
    credential: new Credential(),%2
    endpoint: %3,
  }));
  const response = await client.modifyInstanceMinorVersion(new ModifyInstanceMinorVersionRequest({
    instanceId: %4,
    minorversion: %5,
    effectiveTime: %6,
  }));
  console.log("RequestId:", response.body.requestId);
}

main().catch((error) => {
  console.error(error.code, error.message);
  process.exitCode = 1;
});
)")
        .arg(parts.summary, protocol, quote(parts.host), quote(parts.instance), quote(parts.version),
             quote(parts.moment));
}

QString rosNote()
{
    return QCoreApplication::translate(
        "uplift::report",
        "The page of ALIYUN::REDIS::UpgradeVersion (May 2025) speaks of major versions and tells to set "
        "MinorVersion to latest_version; try it on a test instance first.");
}

} // namespace

QString effectiveTime(Moment moment)
{
    return moment == Moment::Now ? QStringLiteral("Immediately") : QStringLiteral("MaintainTime");
}

QString effectTime(Moment moment)
{
    return moment == Moment::Now ? QStringLiteral("0") : QStringLiteral("1");
}

QString namingNote(MomentNaming naming)
{
    switch (naming) {
    case MomentNaming::Both:
        return QCoreApplication::translate(
            "uplift::report",
            "Uplift sends the moment under both of its names, EffectiveTime and EffectTime. The CLI, ROS and "
            "the SDKs send EffectiveTime only.");
    case MomentNaming::EffectiveTime:
        return QCoreApplication::translate(
            "uplift::report",
            "This account sends the moment as EffectiveTime only, as the CLI, ROS and the SDKs do.");
    case MomentNaming::EffectTime:
        break;
    }
    return QCoreApplication::translate(
        "uplift::report",
        "This account sends the moment as EffectTime only. The CLI, ROS and the SDKs send "
        "EffectiveTime only: a "
        "service that knows just the old name would ignore it and upgrade at once.");
}

RequestExample requestExample(Example kind, const upgrade::StepPlan &plan, const QString &origin)
{
    const Parts parts = partsOf(plan, origin);
    RequestExample example;
    example.kind = kind;
    example.note = namingNote(plan.momentNaming);
    const auto fill = [&example](const QString &title, const QString &fileName, const QString &code) {
        example.title = title;
        example.fileName = fileName;
        example.code = code;
    };
    switch (kind) {
    case Example::Cli:
        fill(QStringLiteral("aliyun CLI"), QStringLiteral("upgrade.sh"), cliText(parts));
        break;
    case Example::Ros:
        fill(QStringLiteral("ROS"), QStringLiteral("upgrade.yaml"), rosText(parts));
        example.note += u' ' + rosNote();
        break;
    case Example::Python:
        fill(QStringLiteral("Python"), QStringLiteral("upgrade.py"), pythonText(parts));
        break;
    case Example::Java:
        fill(QStringLiteral("Java"), QStringLiteral("UpgradeMinorVersion.java"), javaText(parts));
        break;
    case Example::Go:
        fill(QStringLiteral("Go"), QStringLiteral("upgrade.go"), goText(parts));
        break;
    case Example::Node:
        fill(QStringLiteral("Node.js"), QStringLiteral("upgrade.js"), nodeText(parts));
        break;
    }
    return example;
}

QList<RequestExample> requestExamples(const upgrade::StepPlan &plan, const QString &origin)
{
    QList<RequestExample> examples;
    for (const Example kind :
         {Example::Cli, Example::Ros, Example::Python, Example::Java, Example::Go, Example::Node})
        examples.append(requestExample(kind, plan, origin));
    return examples;
}

} // namespace uplift::report
