import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { ALARM_PERIOD, alarmOn, type Watched } from './alarms.ts'
import type { WatchedFunction } from './watched-function.ts'

export type DailyRunProps = Watched & { readonly of: WatchedFunction }

/** 01:30 UTC is after midnight in mainland France all year. */
const EVERY_NIGHT = Schedule.cron({ hour: '1', minute: '30' })

/** Lambda repeats a failed run twice. */
export class DailyRun extends Construct {
  constructor(scope: Construct, id: string, { of, ...watched }: DailyRunProps) {
    super(scope, id)
    const rule = new Rule(this, 'Rule', { schedule: EVERY_NIGHT, targets: [new LambdaFunction(of.lambda)] })
    const notRun = new Metric({
      namespace: 'AWS/Events',
      metricName: 'FailedInvocations',
      dimensionsMap: { RuleName: rule.ruleName },
      statistic: 'Sum',
      period: ALARM_PERIOD,
    })
    alarmOn(this, 'NotRun', { ...watched, metric: notRun, atLeast: 1 })
  }
}
