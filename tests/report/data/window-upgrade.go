// orders-cache (r-bp1zxszhcgatnx4b2c) in cn-hangzhou, 7.0.1.8 to 7.0.1.14
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
		Credential: credential,
		Endpoint:   tea.String("r-kvstore.aliyuncs.com"),
	})
	if err != nil {
		log.Fatal(err)
	}
	response, err := client.ModifyInstanceMinorVersion(&rkvstore.ModifyInstanceMinorVersionRequest{
		InstanceId:    tea.String("r-bp1zxszhcgatnx4b2c"),
		Minorversion:  tea.String("latest_version"),
		EffectiveTime: tea.String("MaintainTime"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("RequestId:", tea.StringValue(response.Body.RequestId))
}
