// orders-cache (r-bp1zxszhcgatnx4b2c) in cn-hangzhou, 7.0.1.8 to 7.0.1.14
// Maven: com.aliyun:r_kvstore20150101, com.aliyun:tea-openapi, com.aliyun:credentials-java
import com.aliyun.r_kvstore20150101.Client;
import com.aliyun.r_kvstore20150101.models.ModifyInstanceMinorVersionRequest;
import com.aliyun.r_kvstore20150101.models.ModifyInstanceMinorVersionResponse;
import com.aliyun.teaopenapi.models.Config;

public class UpgradeMinorVersion {
    public static void main(String[] args) throws Exception {
        Config config = new Config()
                .setCredential(new com.aliyun.credentials.Client())
                .setEndpoint("r-kvstore.aliyuncs.com");
        ModifyInstanceMinorVersionRequest request = new ModifyInstanceMinorVersionRequest()
                .setInstanceId("r-bp1zxszhcgatnx4b2c")
                .setMinorversion("latest_version")
                .setEffectiveTime("Immediately");
        ModifyInstanceMinorVersionResponse response = new Client(config).modifyInstanceMinorVersion(request);
        System.out.println("RequestId: " + response.getBody().getRequestId());
    }
}
