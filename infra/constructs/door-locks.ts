import { Duration } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { BOOKINGS } from '../../shared/store/keys/booking-keys.ts'
import { DOORS } from '../../shared/store/keys/door-keys.ts'
import { TIME_LIMIT_SECONDS } from '../time-limits.ts'
import { lastingSecret } from './lasting-secret.ts'
import { StreamDelivery } from './stream-delivery.ts'
import { dynamodb, onlyPartitionsOf } from './table-rights.ts'
import { WatchedFunction } from './watched-function.ts'

export type DoorLocksProps = {
  readonly table: Table
  readonly bundle: string
  readonly url: string
  readonly alarmTopic: ITopic
}

export class DoorLocks extends Construct {
  private readonly keys = this.secret('Keys', 'From which the codes of doors are derived')
  private readonly secrets = this.secret('Secrets', 'What locks are told is signed with it')

  constructor(scope: Construct, id: string, { table, bundle, url, alarmTopic }: DoorLocksProps) {
    super(scope, id)
    const watched = {
      alarm: { impact: 'People may stand before a door that does not know their code.' },
      alarmTopic,
    }
    const job = new WatchedFunction(this, 'Tell', {
      ...watched,
      bundle,
      memoryMegabytes: 512,
      timeout: Duration.seconds(TIME_LIMIT_SECONDS['tell-locks']),
      environment: {
        RESTANTE_TABLE: table.tableName,
        RESTANTE_LOCK_URL: url,
        RESTANTE_LOCK_SECRETS: this.secrets.secretValue.unsafeUnwrap(),
        ...this.environment,
      },
    })
    job.allow({ actions: dynamodb('BatchGetItem', 'Query'), resources: [table.tableArn] })
    job.allow({
      actions: dynamodb('PutItem', 'UpdateItem'),
      resources: [table.tableArn],
      conditions: onlyPartitionsOf(DOORS),
    })
    new StreamDelivery(this, 'Codes', {
      ...watched,
      table,
      to: job,
      records: [{ events: ['INSERT', 'MODIFY'], partitionPrefix: BOOKINGS }],
      givesUpAfter: { age: Duration.hours(3), attempts: 100 },
    })
  }

  /** The template only refers to the secret; CloudFormation resolves it at deployment. */
  get environment(): Readonly<Record<string, string>> {
    return { RESTANTE_DOOR_KEYS: this.keys.secretValue.unsafeUnwrap() }
  }

  private secret(id: string, description: string): Secret {
    const notRotated =
      'Who changes it keeps the one before beside it until the last code by it has opened: see docs/doors.md.'
    return lastingSecret(this, id, { description, notRotated })
  }
}
