import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { lastingSecret } from './lasting-secret.ts'

/** Where codes of doors are sent, and the secrets that they are derived and signed with. */
export class DoorLocks extends Construct {
  private readonly keys = this.secret('Keys', 'From which the codes of doors are derived')
  private readonly secrets = this.secret('Secrets', 'What locks are told is signed with it')
  private readonly url: string

  constructor(scope: Construct, id: string, { url }: { readonly url: string }) {
    super(scope, id)
    this.url = url
  }

  /** The template only refers to the secret; CloudFormation resolves it at deployment. */
  get environment(): Readonly<Record<string, string>> {
    return { RESTANTE_DOOR_KEYS: this.keys.secretValue.unsafeUnwrap() }
  }

  /** For the function that tells locks. */
  get tellingEnvironment(): Readonly<Record<string, string>> {
    return {
      RESTANTE_LOCK_URL: this.url,
      RESTANTE_LOCK_SECRETS: this.secrets.secretValue.unsafeUnwrap(),
      ...this.environment,
    }
  }

  private secret(id: string, description: string): Secret {
    const notRotated =
      'Who changes it keeps the one before beside it until the last code by it has opened: see docs/doors.md.'
    return lastingSecret(this, id, { description, notRotated })
  }
}
