import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** Starts the alarm's message, so it says what people feel. */
type Impact = { readonly impact: string }

export type Watched = { readonly alarm: Impact; readonly alarmTopic: ITopic }

export const ALARM_PERIOD = Duration.minutes(5)

type Limit = { readonly metric: IMetric; readonly atLeast: number }

/** Rings when a metric reaches `atLeast` in one period. */
export const alarmOn = (
  scope: Construct,
  id: string,
  { metric, atLeast, alarm, alarmTopic }: Limit & Watched,
): Alarm => {
  const created = new Alarm(scope, id, {
    metric,
    threshold: atLeast,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: alarm.impact,
  })
  created.addAlarmAction(new SnsAction(alarmTopic))
  return created
}
