# orders-cache (r-bp1zxszhcgatnx4b2c) in cn-hangzhou, 7.0.1.8 to 7.0.1.14
# pip install alibabacloud_r_kvstore20150101 alibabacloud_tea_openapi alibabacloud_credentials
from alibabacloud_credentials.client import Client as CredentialClient
from alibabacloud_r_kvstore20150101.client import Client
from alibabacloud_r_kvstore20150101.models import ModifyInstanceMinorVersionRequest
from alibabacloud_tea_openapi.models import Config


def main():
    config = Config(
        credential=CredentialClient(),
        endpoint="r-kvstore.aliyuncs.com",
    )
    request = ModifyInstanceMinorVersionRequest(
        instance_id="r-bp1zxszhcgatnx4b2c",
        minorversion="latest_version",
        effective_time="Immediately",
    )
    response = Client(config).modify_instance_minor_version(request)
    print("RequestId:", response.body.request_id)


if __name__ == "__main__":
    main()
