import type { Duration } from 'aws-cdk-lib'
import { Rule, Schedule as Times } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import type { WatchedFunction } from './watched-function.ts'

export type ScheduleProps = { readonly every: Duration; readonly calls: WatchedFunction }

/** Neither EventBridge nor Lambda repeats a failed call: the next one does the rest. */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, { every, calls }: ScheduleProps) {
    super(scope, id)
    calls.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: every })
    new Rule(this, 'Rule', {
      schedule: Times.rate(every),
      targets: [new LambdaFunction(calls.lambda, { retryAttempts: 0, maxEventAge: every })],
    })
  }
}
