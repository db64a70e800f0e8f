import { Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { LEDGER_DEFINITION, TABLE_DEFINITION, TIME_TO_LIVE } from '../../shared/store/table.ts'
import { aStack, MAIL_KEY, type Properties, propertiesOf, readable } from './synthesised.ts'

const stack = aStack()
const template = Template.fromStack(stack)

const MAILER = {
  RESTANTE_TABLE: '<Table>',
  RESTANTE_ORIGIN: 'https://<SiteDistribution.DomainName>',
  RESTANTE_MAIL_FROM: 'bonjour@example.fr',
  RESTANTE_MAIL_CONFIGURATION_SET: '<MailFeedbackMails>',
  ...MAIL_KEY,
}

describe('the table', () => {
  it('is the store’s, with protection', () => {
    const { StreamSpecification, ...definition } = TABLE_DEFINITION
    expect(propertiesOf(template, 'AWS::DynamoDB::Table', 'Table')).toEqual({
      ...definition,
      StreamSpecification: { StreamViewType: StreamSpecification.StreamViewType },
      TimeToLiveSpecification: TIME_TO_LIVE,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true },
    })
  })

  it('has a ledger of erasures beside it, protected alike', () => {
    expect(propertiesOf(template, 'AWS::DynamoDB::Table', 'Ledger')).toEqual({
      ...LEDGER_DEFINITION,
      TimeToLiveSpecification: TIME_TO_LIVE,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true },
    })
  })

  it('outlives the stack, like its ledger', () => {
    template.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  })
})

describe('the functions', () => {
  it.each([
    ['Api', 10, { RESTANTE_TABLE: '<Table>', RESTANTE_LEDGER: '<Ledger>', ...MAIL_KEY }],
    ['PurgePast', 900, { RESTANTE_TABLE: '<Table>', RESTANTE_LEDGER: '<Ledger>' }],
    ['ReviewSites', 900, { RESTANTE_TABLE: '<Table>' }],
    ['EndDue', 60, { RESTANTE_TABLE: '<Table>' }],
    ['SendMessages', 60, MAILER],
    ['SendReminders', 60, MAILER],
    ['ToolsTell', 60, { RESTANTE_TABLE: '<Table>' }],
    ['ToolsDeliver', 60, { RESTANTE_TABLE: '<Table>', ...MAIL_KEY }],
    ['ExtendSeries', 900, { RESTANTE_TABLE: '<Table>' }],
  ])('include %s on arm64 and Node 24, with JSON logs and traces', (id, timeout, variables) => {
    const properties = propertiesOf(template, 'AWS::Lambda::Function', id)
    expect(readable(properties)).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Timeout: timeout,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: `<${id}Logs>` },
    })
    expect(readable(properties.Environment)).toEqual({ Variables: variables })
  })

  it('make links lead to the configured origin', () => {
    const own = Template.fromStack(
      aStack({ mailFrom: 'bonjour@example.fr', origin: 'https://restante.example.fr' }),
    )
    const { Environment } = propertiesOf(own, 'AWS::Lambda::Function', 'SendMessages')
    expect(Environment).toMatchObject({ Variables: { RESTANTE_ORIGIN: 'https://restante.example.fr' } })
  })

  it('know the issuer of staff, if any, and read its secret where it is kept', () => {
    const issuer = {
      url: 'https://issuer.example',
      name: 'ProConnect',
      clientId: 'restante',
      secret: 'restante/oidc',
    }
    const own = aStack({ mailFrom: 'bonjour@example.fr', origin: 'https://restante.example.fr', issuer })
    const withIssuer = Template.fromStack(own)
    expect(readable(propertiesOf(withIssuer, 'AWS::Lambda::Function', 'Api').Environment)).toEqual({
      Variables: {
        RESTANTE_LEDGER: '<Ledger>',
        RESTANTE_TABLE: '<Table>',
        ...MAIL_KEY,
        RESTANTE_ORIGIN: 'https://restante.example.fr',
        RESTANTE_OIDC_ISSUER: 'https://issuer.example',
        RESTANTE_OIDC_NAME: 'ProConnect',
        RESTANTE_OIDC_CLIENT_ID: 'restante',
        RESTANTE_OIDC_CLIENT_SECRET: '{{resolve:secretsmanager:restante/oidc:SecretString:::}}',
      },
    })
    const others = Object.entries(withIssuer.findResources('AWS::Lambda::Function')).filter(
      ([id]) => !/^Api/.test(id),
    )
    expect(JSON.stringify(others)).not.toContain('OIDC')
    expect(new AwsSolutionsChecks().validateScope(own).violations).toEqual([])
  })

  it('keep logs for a month', () => {
    for (const { Properties } of Object.values(template.findResources('AWS::Logs::LogGroup')))
      expect(Properties.RetentionInDays).toBe(30)
  })
})

describe('the delivery of messages', () => {
  it('passes codes and bookings on, and sets undeliverable ones aside', () => {
    expect(readable(propertiesOf(template, 'AWS::Lambda::EventSourceMapping', 'Messages'))).toEqual({
      EventSourceArn: '<Table.StreamArn>',
      FunctionName: '<SendMessagesFunction>',
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRecordAgeInSeconds: 3 * 3600,
      MaximumRetryAttempts: 100,
      DestinationConfig: { OnFailure: { Destination: '<MessagesSetAside.Arn>' } },
      FilterCriteria: {
        Filters: [
          { Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"CODE#"}]}}}}' },
          {
            Pattern:
              '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"BOOKING#"},{"prefix":"PROPOSAL#"},{"prefix":"WAIT#"}]}}}}',
          },
          {
            Pattern:
              '{"eventName":["MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"SERIES#"},{"prefix":"HOOKS"},{"prefix":"WORKSHOP#"}]}}}}',
          },
          { Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"INVITATION#"}]}}}}' },
          {
            Pattern:
              '{"eventName":["INSERT","MODIFY","REMOVE"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"MEMBER#"},{"prefix":"OUTSIDE#"},{"prefix":"SPACE#"}]}}}}',
          },
        ],
      },
    })
  })

  it('encrypts records that are set aside', () => {
    expect(propertiesOf(template, 'AWS::SQS::Queue', 'Messages')).toEqual({
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 3600,
    })
  })
})

describe('the tools that are linked', () => {
  it('hear of bookings, workshops, closures and calls', () => {
    const mapping = propertiesOf(template, 'AWS::Lambda::EventSourceMapping', 'Tools')
    expect(readable(mapping)).toMatchObject({
      FunctionName: '<ToolsTellFunction>',
      FilterCriteria: {
        Filters: [
          {
            Pattern:
              '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"BOOKING#"},{"prefix":"WORKSHOP#"}]}}}}',
          },
          {
            Pattern:
              '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"SITE#CLOSURE#"},{"prefix":"CALL#"},{"prefix":"CALLED#"}]}}}}',
          },
        ],
      },
    })
    // DynamoDB throttles a stream with more than two readers.
    expect(Object.keys(template.findResources('AWS::Lambda::EventSourceMapping'))).toHaveLength(2)
  })

  it('are served each minute', () => {
    const rule = propertiesOf(template, 'AWS::Events::Rule', 'ToolsEveryMinute')
    expect(rule.ScheduleExpression).toBe('rate(1 minute)')
    expect(readable(rule.Targets)).toMatchObject([{ Arn: '<ToolsDeliverFunction.Arn>' }])
  })
})

describe('the extension of series', () => {
  it('runs once a day', () => {
    const { ScheduleExpression, State, Targets } = propertiesOf(template, 'AWS::Events::Rule', 'Daily')
    expect([ScheduleExpression, State]).toEqual(['cron(30 1 * * ? *)', 'ENABLED'])
    expect(readable(Targets)).toEqual([{ Arn: '<ExtendSeriesFunction.Arn>', Id: 'Target0' }])
  })
})

describe('the purge', () => {
  it('runs once a day', () => {
    const { ScheduleExpression, State, Targets } = propertiesOf(template, 'AWS::Events::Rule', 'PurgeDaily')
    expect([ScheduleExpression, State]).toEqual(['cron(30 1 * * ? *)', 'ENABLED'])
    expect(readable(Targets)).toEqual([{ Arn: '<PurgePastFunction.Arn>', Id: 'Target0' }])
  })
})

describe('the review of bookings', () => {
  it('runs once a day', () => {
    const { ScheduleExpression, State, Targets } = propertiesOf(template, 'AWS::Events::Rule', 'ReviewDaily')
    expect([ScheduleExpression, State]).toEqual(['cron(30 1 * * ? *)', 'ENABLED'])
    expect(readable(Targets)).toEqual([{ Arn: '<ReviewSitesFunction.Arn>', Id: 'Target0' }])
  })
})

it.each([
  ['EveryMinute', 'EndDue'],
  ['RemindEveryMinute', 'SendReminders'],
])('the schedule %s calls %s each minute, and a failed call leaves the rest to the next', (rule, id) => {
  const { ScheduleExpression, State, Targets } = propertiesOf(template, 'AWS::Events::Rule', rule)
  expect([ScheduleExpression, State]).toEqual(['rate(1 minute)', 'ENABLED'])
  expect(readable(Targets)).toEqual([
    {
      Arn: `<${id}Function.Arn>`,
      Id: 'Target0',
      RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
    },
  ])
  expect(propertiesOf(template, 'AWS::Lambda::EventInvokeConfig', id)).toMatchObject({
    MaximumEventAgeInSeconds: 60,
    MaximumRetryAttempts: 0,
  })
})

describe('the HTTP API', () => {
  it('is throttled and answers under /api/ only', () => {
    const { RouteKey } = propertiesOf(template, 'AWS::ApiGatewayV2::Route')
    expect(RouteKey).toBe('ANY /api/{proxy+}')
    const { DefaultRouteSettings } = propertiesOf(template, 'AWS::ApiGatewayV2::Stage')
    expect(DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 })
  })

  it('logs neither callers nor bookings', () => {
    const { AccessLogSettings } = propertiesOf(template, 'AWS::ApiGatewayV2::Stage') as {
      AccessLogSettings: { Format: string }
    }
    expect(AccessLogSettings.Format.match(/\$context\.[\w.]+/g)).toEqual([
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.httpMethod',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.integrationErrorMessage',
    ])
  })
})

it('an alarm covers each function, the API, late or failed messages and missed runs, and says whom it hurts', () => {
  const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm'))
  expect(
    alarms.map(([id, { Properties }]) => [id.slice(0, -8), Properties.MetricName, Properties.Threshold]),
  ).toEqual([
    ['WrittenPagesWriteErrors', 'Errors', 1],
    ['WrittenPagesWriteThrottles', 'Throttles', 1],
    ['ToolsTellErrors', 'Errors', 1],
    ['ToolsTellThrottles', 'Throttles', 1],
    ['ToolsChangesSetAsideAlarm', 'ApproximateNumberOfMessagesVisible', 1],
    ['ToolsChangesSetAsideInLogAlarm', 'ChangesSetAsideInLog', 1],
    ['ToolsChangesLateAlarm', 'IteratorAge', 600_000],
    ['ToolsDeliverErrors', 'Errors', 1],
    ['ToolsDeliverThrottles', 'Throttles', 1],
    ['ApiErrors', 'Errors', 1],
    ['ApiThrottles', 'Throttles', 1],
    ['EntranceServerErrors', '5xx', 1],
    ['MailFeedbackNoteErrors', 'Errors', 1],
    ['MailFeedbackNoteThrottles', 'Throttles', 1],
    ['SendMessagesErrors', 'Errors', 1],
    ['SendMessagesThrottles', 'Throttles', 1],
    ['SendMessagesRefusedAlarm', 'SendMessagesRefused', 1],
    ['MessagesSetAsideAlarm', 'ApproximateNumberOfMessagesVisible', 1],
    ['MessagesSetAsideInLogAlarm', 'MessagesSetAsideInLog', 1],
    ['MessagesLateAlarm', 'IteratorAge', 600_000],
    ['SendRemindersErrors', 'Errors', 1],
    ['SendRemindersThrottles', 'Throttles', 1],
    ['SendRemindersRefusedAlarm', 'SendRemindersRefused', 1],
    ['ExtendSeriesErrors', 'Errors', 1],
    ['ExtendSeriesThrottles', 'Throttles', 1],
    ['DailyNotRun', 'FailedInvocations', 1],
    ['ReviewSitesErrors', 'Errors', 1],
    ['ReviewSitesThrottles', 'Throttles', 1],
    ['ReviewDailyNotRun', 'FailedInvocations', 1],
    ['EndDueErrors', 'Errors', 1],
    ['EndDueThrottles', 'Throttles', 1],
    ['PurgePastErrors', 'Errors', 1],
    ['PurgePastThrottles', 'Throttles', 1],
    ['PurgeDailyNotRun', 'FailedInvocations', 1],
  ])
  for (const [, { Properties }] of alarms) {
    expect(Properties.AlarmDescription).toMatch(/^People may .+\.$/)
    expect(readable(Properties.AlarmActions)).toEqual(['<Alarms>'])
  }
})

it('the topic that every alarm publishes to lets the alarms of this account publish', () => {
  const { Topics, PolicyDocument } = propertiesOf(template, 'AWS::SNS::TopicPolicy')
  expect(readable(Topics)).toEqual(['<Alarms>'])
  const allowed = (PolicyDocument as { Statement: Properties[] }).Statement.filter(
    ({ Effect }) => Effect === 'Allow',
  )
  expect(readable(allowed)).toEqual([
    {
      Sid: 'AlarmsOfThisAccountPublish',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: '<Alarms>',
      Condition: { StringEquals: { 'aws:SourceAccount': '<AWS::AccountId>' } },
    },
  ])
})

it('the stack passes cdk-nag, except for findings acknowledged with a reason', () => {
  expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([])
})
