import { Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { aStack, MAIL_KEY, propertiesOf, readable } from './synthesised.ts'

const stack = aStack({ mailFrom: 'bonjour@example.fr', lockUrl: 'https://locks.example.fr/codes' })
const template = Template.fromStack(stack)

describe('the door locks of a stack', () => {
  it('have a function, whose secrets are resolved at deployment', () => {
    const { Environment, Timeout } = propertiesOf(template, 'AWS::Lambda::Function', 'ToolsTell')
    const lookedUp = (name: string) => `{{resolve:secretsmanager:<DoorLocks${name}>:SecretString:::}}`
    expect([Timeout, readable(Environment)]).toEqual([
      60,
      {
        Variables: {
          RESTANTE_TABLE: '<Table>',
          RESTANTE_LOCK_URL: 'https://locks.example.fr/codes',
          RESTANTE_LOCK_SECRETS: lookedUp('Secrets'),
          RESTANTE_DOOR_KEYS: lookedUp('Keys'),
        },
      },
    ])
    const api = propertiesOf(template, 'AWS::Lambda::Function', 'Api')
    expect(readable(api.Environment)).toEqual({
      Variables: {
        RESTANTE_TABLE: '<Table>',
        RESTANTE_LEDGER: '<Ledger>',
        ...MAIL_KEY,
        RESTANTE_DOOR_KEYS: lookedUp('Keys'),
      },
    })
  })

  it('have long secrets that AWS generates and that outlive the stack', () => {
    const secrets = Object.values(template.findResources('AWS::SecretsManager::Secret'))
    expect(
      secrets.map(({ Properties, DeletionPolicy }) => [Properties.GenerateSecretString, DeletionPolicy]),
    ).toEqual([
      [{ ExcludePunctuation: true, PasswordLength: 64 }, 'Retain'],
      [{ ExcludePunctuation: true, PasswordLength: 64 }, 'Retain'],
      [{ ExcludePunctuation: true, PasswordLength: 64 }, 'Retain'],
    ])
  })

  it('receive bookings, and set undeliverable ones aside', () => {
    expect(readable(propertiesOf(template, 'AWS::Lambda::EventSourceMapping', 'Tools'))).toMatchObject({
      EventSourceArn: '<Table.StreamArn>',
      FunctionName: '<ToolsTellFunction>',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: '<ToolsChangesSetAside.Arn>' } },
    })
  })

  it('may write door codes, beside what hooks are told, and nothing else', () => {
    const { PolicyDocument } = readable(propertiesOf(template, 'AWS::IAM::Policy', 'ToolsTellRole')) as {
      PolicyDocument: { Statement: object[] }
    }
    expect(PolicyDocument.Statement).toEqual(
      [
        { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '<ToolsTellLogs.Arn>' },
        { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' },
        { Action: ['dynamodb:BatchGetItem', 'dynamodb:Query'], Resource: '<Table.Arn>' },
        {
          Action: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
          Resource: '<Table.Arn>',
          Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['HOOK*'] } },
        },
        {
          Action: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
          Resource: '<Table.Arn>',
          Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DOOR#*'] } },
        },
        {
          Action: [
            'dynamodb:DescribeStream',
            'dynamodb:GetRecords',
            'dynamodb:GetShardIterator',
            'dynamodb:ListStreams',
          ],
          Resource: '<Table.StreamArn>',
        },
        {
          Action: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
          Resource: '<ToolsChangesSetAside.Arn>',
        },
      ].map((each) => ({ ...each, Effect: 'Allow' })),
    )
  })

  it('ring alarms that say whom it hurts', () => {
    const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).filter(([id]) =>
      /^Tools(Tell|Changes)/.test(id),
    )
    expect(alarms).toHaveLength(5)
    for (const [, { Properties }] of alarms)
      expect(Properties.AlarmDescription).toMatch(/^People may stand before/)
  })

  it('pass cdk-nag, except for findings acknowledged with a reason', () => {
    expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([])
  })
})

it('a stack without a lock URL has no part of door locks', () => {
  const without = JSON.stringify(Template.fromStack(aStack()).toJSON())
  expect(without).not.toMatch(/DoorLocks|RESTANTE_DOOR_KEYS/)
})
