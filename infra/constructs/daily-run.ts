import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { ALARM_PERIOD, alarmOn, type Watched } from './alarms.ts'
import type { WatchedFunction } from './watched-function.ts'

export type DailyRunProps = Watched & { readonly of: WatchedFunction }

/** At 01:30 UTC: after midnight in mainland France, in winter and in summer. */
const EVERY_NIGHT = Schedule.cron({ hour: '1', minute: '30' })

/** Runs a function once a day; one that fails is run again, twice, by Lambda. */
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
