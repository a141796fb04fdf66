#!/bin/sh
# orders-cache (r-bp1zxszhcgatnx4b2c) in cn-hangzhou, 7.0.1.8 to 7.0.1.14
# Needs the aliyun CLI with a configured profile: aliyun configure
aliyun r-kvstore ModifyInstanceMinorVersion \
  --region 'cn-hangzhou' \
  --endpoint 'r-kvstore.aliyuncs.com' --secure \
  --InstanceId 'r-bp1zxszhcgatnx4b2c' \
  --Minorversion 'latest_version' \
  --EffectiveTime 'Immediately'
