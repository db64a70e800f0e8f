import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { ALARM_PERIOD, alarmOn, type Watched } from './alarms.ts'

export type HttpEntranceProps = Watched & {
  readonly handler: IFunction
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number }
}

/** Addresses, queries and paths are personal: a path names a booking. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  fault: '$context.integrationErrorMessage',
}

/** An HTTP API under `/api/`. */
export class HttpEntrance extends Construct {
  readonly domainName: string

  constructor(scope: Construct, id: string, { handler, throttle, ...watched }: HttpEntranceProps) {
    super(scope, id)
    const api = new HttpApi(this, 'Api', { createDefaultStage: false })
    const routes = api.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Function', handler),
    })
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    })
    const stack = Stack.of(this)
    this.domainName = `${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`
    alarmOn(this, 'ServerErrors', {
      ...watched,
      metric: api.metricServerError({ period: ALARM_PERIOD }),
      atLeast: 1,
    })
    for (const route of routes)
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Search is public, and the function itself checks the session cookie or key of every call that needs one.',
      })
  }
}
