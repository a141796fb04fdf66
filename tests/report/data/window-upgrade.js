// orders-cache (r-bp1zxszhcgatnx4b2c) in cn-hangzhou, 7.0.1.8 to 7.0.1.14
// npm install @alicloud/r-kvstore20150101 @alicloud/openapi-core @alicloud/credentials
"use strict";

const { default: Client, ModifyInstanceMinorVersionRequest } = require("@alicloud/r-kvstore20150101");
const { $OpenApiUtil } = require("@alicloud/openapi-core");
const { default: Credential } = require("@alicloud/credentials");

async function main() {
  const client = new Client(new $OpenApiUtil.Config({
    credential: new Credential(),
    endpoint: "r-kvstore.aliyuncs.com",
  }));
  const response = await client.modifyInstanceMinorVersion(new ModifyInstanceMinorVersionRequest({
    instanceId: "r-bp1zxszhcgatnx4b2c",
    minorversion: "latest_version",
    effectiveTime: "MaintainTime",
  }));
  console.log("RequestId:", response.body.requestId);
}

main().catch((error) => {
  console.error(error.code, error.message);
  process.exitCode = 1;
});
