import { Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { aStack, MAIL_KEY, propertiesOf, readable } from './synthesised.ts'

const stack = aStack({ mailFrom: 'bonjour@example.fr', lockUrl: 'https://locks.example.fr/codes' })
const template = Template.fromStack(stack)

describe('where locks are told of codes', () => {
  it('a function tells them, and has its secrets looked up when it is deployed', () => {
    const { Environment, Timeout } = propertiesOf(template, 'AWS::Lambda::Function', 'DoorLocksTell')
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

  it('the secrets are made by AWS, long, and outlive the stack', () => {
    const secrets = Object.values(template.findResources('AWS::SecretsManager::Secret'))
    expect(
      secrets.map(({ Properties, DeletionPolicy }) => [Properties.GenerateSecretString, DeletionPolicy]),
    ).toEqual([
      [{ ExcludePunctuation: true, PasswordLength: 64 }, 'Retain'],
      [{ ExcludePunctuation: true, PasswordLength: 64 }, 'Retain'],
      [{ ExcludePunctuation: true, PasswordLength: 64 }, 'Retain'],
    ])
  })

  it('bookings are handed over, and what cannot be told is set aside', () => {
    expect(readable(propertiesOf(template, 'AWS::Lambda::EventSourceMapping', 'DoorLocks'))).toMatchObject({
      EventSourceArn: '<Table.StreamArn>',
      FunctionName: '<DoorLocksTellFunction>',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: '<DoorLocksCodesSetAside.Arn>' } },
      FilterCriteria: {
        Filters: [
          {
            Pattern:
              '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"BOOKING#"}]}}}}',
          },
        ],
      },
    })
  })

  it('the function may write codes of doors and nothing else', () => {
    const { PolicyDocument } = readable(propertiesOf(template, 'AWS::IAM::Policy', 'DoorLocksTellRole')) as {
      PolicyDocument: { Statement: object[] }
    }
    expect(PolicyDocument.Statement).toEqual(
      [
        { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '<DoorLocksTellLogs.Arn>' },
        { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' },
        { Action: ['dynamodb:BatchGetItem', 'dynamodb:Query'], Resource: '<Table.Arn>' },
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
          Resource: '<DoorLocksCodesSetAside.Arn>',
        },
      ].map((each) => ({ ...each, Effect: 'Allow' })),
    )
  })

  it('alarms ring when it fails, is held back, late, or sets something aside', () => {
    const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).filter(([id]) =>
      id.startsWith('DoorLocks'),
    )
    expect(alarms.map(([, { Properties }]) => Properties.MetricName)).toEqual([
      'Errors',
      'Throttles',
      'ApproximateNumberOfMessagesVisible',
      'IteratorAge',
    ])
    for (const [, { Properties }] of alarms)
      expect(Properties.AlarmDescription).toMatch(/^People may stand before/)
  })

  it('cdk-nag objects to nothing but what is acknowledged with a reason', () => {
    expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([])
  })
})

it('nothing of it is made where no lock is told', () => {
  const without = JSON.stringify(Template.fromStack(aStack()).toJSON())
  expect(without).not.toMatch(/DoorLocks|RESTANTE_DOOR_KEYS/)
})
