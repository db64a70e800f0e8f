import { type CfnElement, Duration, Stack, Validations } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct, type IDependable } from 'constructs'
import { PAGES } from '../../shared/store/keys/page-keys.ts'
import { TIME_LIMIT_SECONDS } from '../time-limits.ts'
import type { Watched } from './alarms.ts'
import type { InventoryTable } from './inventory-table.ts'
import { publicFiles } from './public-files.ts'
import { Schedule } from './schedule.ts'
import { dynamodb, onlyPartitionsOf } from './table-rights.ts'
import { WatchedFunction } from './watched-function.ts'

type Followed = Pick<Watched, 'alarmTopic'> & {
  readonly writePagesBundle: string
  readonly origin: string
  /** What pages load is there before they name it. */
  readonly after: IDependable
}

/** The files that a function writes: it can write all of them again, so no earlier version is kept. */
export class WrittenPages extends Construct {
  readonly bucket: IBucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = publicFiles(this)
  }

  /** Writes each minute what has become due. */
  follow(table: InventoryTable, { writePagesBundle: bundle, origin, after, alarmTopic }: Followed): void {
    const job = new WatchedFunction(this, 'Write', {
      alarm: { impact: 'People may read on the page of a place what is no longer so.' },
      alarmTopic,
      bundle,
      memoryMegabytes: 1024,
      timeout: Duration.seconds(TIME_LIMIT_SECONDS['write-pages']),
      environment: {
        RESTANTE_TABLE: table.tableName,
        RESTANTE_ORIGIN: origin,
        RESTANTE_PAGES_BUCKET: this.bucket.bucketName,
      },
    })
    job.node.addDependency(after)
    job.allow({ actions: dynamodb('BatchGetItem', 'Query'), resources: [table.tableArn] })
    job.allow({
      actions: dynamodb('DeleteItem', 'PutItem'),
      resources: [table.tableArn],
      conditions: onlyPartitionsOf(PAGES),
    })
    job.allow({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects('*')] })
    Validations.of(job).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnElement)}.Arn>/*]`,
      reason: 'It writes the page of each site, and nothing else is in the bucket.',
    })
    new Schedule(this, 'EveryMinute', { every: Duration.minutes(1), calls: job })
  }
}
