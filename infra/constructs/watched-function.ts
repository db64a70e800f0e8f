import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  Effect,
  PolicyStatement,
  type PolicyStatementProps,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { ALARM_PERIOD, alarmOn, type Watched } from './alarms.ts'

export type WatchedFunctionProps = Watched & {
  readonly bundle: string
  readonly memoryMegabytes: number
  readonly timeout: Duration
  readonly environment: Readonly<Record<string, string>>
}

/** Has only the rights of `allow`, and an alarm on failures and throttles. */
export class WatchedFunction extends Construct {
  readonly lambda: Lambda
  readonly logs: LogGroup
  private readonly role: Role

  constructor(scope: Construct, id: string, { bundle, memoryMegabytes, ...props }: WatchedFunctionProps) {
    super(scope, id)
    this.logs = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.logs.grantWrite(this.role)
    this.lambda = new Lambda(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      memorySize: memoryMegabytes,
      timeout: props.timeout,
      environment: props.environment,
      role: this.role,
      logGroup: this.logs,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    })
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray has no resources to name: PutTraceSegments and PutTelemetryRecords are granted on * or not at all.',
    })
    const errors = this.lambda.metricErrors({ period: ALARM_PERIOD })
    const throttles = this.lambda.metricThrottles({ period: ALARM_PERIOD })
    alarmOn(this, 'Errors', { ...props, metric: errors, atLeast: 1 })
    alarmOn(this, 'Throttles', { ...props, metric: throttles, atLeast: 1 })
  }

  allow(
    statement: Required<Pick<PolicyStatementProps, 'actions' | 'resources'>> & PolicyStatementProps,
  ): void {
    this.role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, ...statement }))
  }
}
