import { Validations } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** A bucket of what everybody may read, by the distribution alone. */
export const publicFiles = (
  scope: Construct,
  versions: Pick<BucketProps, 'versioned' | 'lifecycleRules'> = {},
): IBucket => {
  const bucket = new Bucket(scope, 'Bucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    ...versions,
  })
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Everything in it is public and only the distribution reads it: a log of reads would say nothing new.',
  })
  // CDK's Bucket fails to be an IBucket only under exactOptionalPropertyTypes.
  return bucket as IBucket
}
