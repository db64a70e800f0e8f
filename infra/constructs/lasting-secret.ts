import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'

export type LastingSecretProps = { readonly description: string; readonly notRotated: string }

/** A long one, made by AWS, that outlives the stack; `notRotated` says why nothing changes it by itself. */
export const lastingSecret = (
  scope: Construct,
  id: string,
  { description, notRotated }: LastingSecretProps,
): Secret => {
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  })
  Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: notRotated })
  return secret
}
