import { Duration, Stack, Validations } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { STREAM_BATCH_SIZE } from '../time-limits.ts'
import { ALARM_PERIOD, alarmOn, type Watched } from './alarms.ts'
import { dynamodb } from './table-rights.ts'
import type { WatchedFunction } from './watched-function.ts'

export type StreamRecords = {
  readonly events: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[]
} & (
  | { readonly partitionPrefix: string | readonly string[] }
  | { readonly sortPrefix: string | readonly string[] }
)

export type StreamDeliveryProps = Watched & {
  readonly table: Table
  readonly to: WatchedFunction
  readonly records: readonly StreamRecords[]
  readonly givesUpAfter: { readonly age: Duration; readonly attempts: number }
}

const filterOf = ({ events, ...keys }: StreamRecords) => {
  const [name, prefixes] = 'sortPrefix' in keys ? ['sk', keys.sortPrefix] : ['pk', keys.partitionPrefix]
  return FilterCriteria.filter({
    eventName: FilterRule.or(...events),
    dynamodb: {
      Keys: { [name]: { S: [prefixes].flat().flatMap((prefix) => FilterRule.beginsWith(prefix)) } },
    },
  })
}

/** At least once and in order; undeliverable records are set aside. */
export class StreamDelivery extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { table, to, records, givesUpAfter, ...watched }: StreamDeliveryProps,
  ) {
    super(scope, id)
    const streamArn = table.tableStreamArn
    if (!streamArn) throw new Error('the table has no stream')
    to.allow({
      actions: dynamodb('DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'),
      resources: [streamArn],
    })
    const setAside = new Queue(this, 'SetAside', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    Validations.of(setAside).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'This queue is the dead-letter queue: of the event source mapping, which the rule does not look at.',
    })
    new EventSourceMapping(this, 'Mapping', {
      target: to.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: STREAM_BATCH_SIZE,
      filters: records.map(filterOf),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: givesUpAfter.age,
      retryAttempts: givesUpAfter.attempts,
      onFailure: new SqsDlq(setAside),
    }).node.addDependency(to)
    const waiting = setAside.metricApproximateNumberOfMessagesVisible({
      period: ALARM_PERIOD,
      statistic: 'Maximum',
    })
    const late = to.lambda.metric('IteratorAge', { period: ALARM_PERIOD, statistic: 'Maximum' })
    // Records that nothing could ever deliver are no failure of the function: only its log has them.
    const setAsideInLog = new MetricFilter(this, 'SetAsideInLog', {
      logGroup: to.logs,
      filterPattern: FilterPattern.literal('"record set aside"'),
      metricNamespace: Stack.of(this).stackName,
      metricName: `${id}SetAsideInLog`,
    }).metric({ period: ALARM_PERIOD, statistic: 'Sum' })
    alarmOn(this, 'SetAsideAlarm', { ...watched, metric: waiting, atLeast: 1 })
    alarmOn(this, 'SetAsideInLogAlarm', { ...watched, metric: setAsideInLog, atLeast: 1 })
    alarmOn(this, 'LateAlarm', { ...watched, metric: late, atLeast: Duration.minutes(10).toMilliseconds() })
  }
}
