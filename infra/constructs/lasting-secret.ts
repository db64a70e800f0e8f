import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'

export type LastingSecretProps = { readonly description: string; readonly notRotated: string }

/** AWS generates the value, which outlives the stack; `notRotated` says why it never changes. */
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
