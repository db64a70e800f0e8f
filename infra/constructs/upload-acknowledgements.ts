import { type CfnElement, DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment'

const wildcard = (finding: string, reason: string) => ({ id: `AwsSolutions-IAM5[${finding}]`, reason })

const ACTIONS = ['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*']

const STAGING = `arn:<AWS::Partition>:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-<AWS::Region>/*`

/** CDK's upload function has rights that cannot be narrowed; it runs only at deployment. */
export const acknowledgeUploads = ({ handlerRole }: BucketDeployment, bucket: IBucket): void => {
  const target = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement)
  Validations.of(handlerRole.node.scope ?? handlerRole).acknowledge(
    { id: 'AwsSolutions-L1', reason: 'CDK ships this function and chooses the Python that it runs on.' },
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason: 'CDK gives its function this policy, which lets it write logs and nothing else.',
    },
    ...ACTIONS.map((action) =>
      wildcard(
        `Action::${action}`,
        'CDK abbreviates the reads and writes of objects, on the two buckets below only.',
      ),
    ),
    wildcard(
      `Resource::${STAGING}`,
      'The built site is read from the bucket where cdk bootstrap stages files.',
    ),
    wildcard(`Resource::<${target}.Arn>/*`, 'The built site is copied to any name in the bucket of pages.'),
    wildcard(
      'Resource::*',
      'CDK grants cloudfront:CreateInvalidation on *, and has no property to name a distribution.',
    ),
  )
}
