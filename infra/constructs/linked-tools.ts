import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { BOOKINGS } from '../../shared/store/keys/booking-keys.ts'
import { CALLS, MADE_CALLS } from '../../shared/store/keys/call-keys.ts'
import { DOORS } from '../../shared/store/keys/door-keys.ts'
import { ALL_HOOKS } from '../../shared/store/keys/hook-keys.ts'
import { CLOSURES } from '../../shared/store/keys/site-keys.ts'
import { WORKSHOPS } from '../../shared/store/keys/workshop-keys.ts'
import { TIME_LIMIT_SECONDS } from '../time-limits.ts'
import type { DoorLocks } from './door-locks.ts'
import type { InventoryTable } from './inventory-table.ts'
import { Schedule } from './schedule.ts'
import { StreamDelivery } from './stream-delivery.ts'
import { dynamodb, onlyPartitionsOf } from './table-rights.ts'
import { WatchedFunction } from './watched-function.ts'

export type LinkedToolsProps = {
  readonly table: InventoryTable
  readonly tellToolsBundle: string
  readonly deliverHooksBundle: string
  readonly locks: DoorLocks | undefined
  readonly mailVariables: Readonly<Record<string, string>>
  readonly alarmTopic: ITopic
}

/** Locks are told of changes at once; what hooks are told is noted, and delivered apart from them. */
export class LinkedTools extends Construct {
  constructor(scope: Construct, id: string, props: LinkedToolsProps) {
    super(scope, id)
    this.tell(props)
    this.deliver(props)
  }

  private tell({ table, tellToolsBundle: bundle, locks, alarmTopic }: LinkedToolsProps): void {
    const impact = locks
      ? 'People may stand before a door that does not know their code, or miss in their tools what happens.'
      : 'People may miss in their own tools what happens.'
    const watched = { alarm: { impact }, alarmTopic }
    const job = new WatchedFunction(this, 'Tell', {
      ...watched,
      bundle,
      memoryMegabytes: 512,
      timeout: Duration.seconds(TIME_LIMIT_SECONDS['tell-tools']),
      environment: { RESTANTE_TABLE: table.tableName, ...locks?.tellingEnvironment },
    })
    job.allow({ actions: dynamodb('BatchGetItem', 'Query'), resources: [table.tableArn] })
    for (const prefix of [ALL_HOOKS, ...(locks ? [DOORS] : [])])
      job.allow({
        actions: dynamodb('PutItem', 'UpdateItem'),
        resources: [table.tableArn],
        conditions: onlyPartitionsOf(prefix),
      })
    new StreamDelivery(this, 'Changes', {
      ...watched,
      table,
      to: job,
      records: [
        { events: ['INSERT', 'MODIFY'], partitionPrefix: [BOOKINGS, WORKSHOPS] },
        { events: ['INSERT', 'MODIFY'], sortPrefix: [CLOSURES, CALLS, MADE_CALLS] },
      ],
      givesUpAfter: { age: Duration.hours(3), attempts: 100 },
    })
  }

  private deliver({ table, deliverHooksBundle: bundle, mailVariables, alarmTopic }: LinkedToolsProps): void {
    const job = new WatchedFunction(this, 'Deliver', {
      ...{ alarm: { impact: 'People may learn late in their own tools what happens.' }, alarmTopic },
      bundle,
      memoryMegabytes: 512,
      timeout: Duration.seconds(TIME_LIMIT_SECONDS['deliver-hooks']),
      environment: { RESTANTE_TABLE: table.tableName, ...mailVariables },
    })
    job.allow({ actions: dynamodb('BatchGetItem', 'Query'), resources: [table.tableArn] })
    job.allow({
      actions: dynamodb('PutItem', 'UpdateItem'),
      resources: [table.tableArn],
      conditions: onlyPartitionsOf(ALL_HOOKS),
    })
    table.allowLookupsBy(job)
    new Schedule(this, 'EveryMinute', { every: Duration.minutes(1), calls: job })
  }
}
