import { fileURLToPath } from 'node:url'
import { Template } from 'aws-cdk-lib/assertions'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { aStack, propertiesOf, readable } from './synthesised.ts'

type Statement = {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: unknown
}

const template = Template.fromStack(aStack())

const TRACES = { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' }
const logsOf = (id: string) => ({
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: `<${id}Logs.Arn>`,
})

/** Of whatever changes bookings. */
const inventoryOf = (id: string) => [
  logsOf(id),
  TRACES,
  {
    Action: [
      'dynamodb:BatchGetItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ],
    Resource: '<Table.Arn>',
  },
  { Action: 'dynamodb:Query', Resource: '<Table.Arn>/index/by-holder' },
]

const onlyIn = (partition: string, ...actions: readonly string[]) => ({
  Action: actions.length > 1 ? actions : String(actions[0]),
  Resource: '<Table.Arn>',
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partition] } },
})

/** Of whatever sends mails. */
const mailerOf = (id: string) => [
  logsOf(id),
  TRACES,
  { Action: ['dynamodb:BatchGetItem', 'dynamodb:Query'], Resource: '<Table.Arn>' },
  {
    Action: ['dynamodb:DeleteItem', 'dynamodb:PutItem'],
    Resource: '<Table.Arn>',
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SENT#*', 'REMINDER#*'] } },
  },
  onlyIn('HOLDER#*', 'dynamodb:ConditionCheckItem', 'dynamodb:UpdateItem'),
  onlyIn('SITE#*', 'dynamodb:PutItem'),
  { Action: 'dynamodb:Query', Resource: '<Table.Arn>/index/by-holder' },
  {
    Action: ['ses:SendEmail', 'ses:SendRawEmail'],
    Resource: [
      'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/example.fr',
      'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:configuration-set/<MailFeedbackMails>',
    ],
    Condition: { StringEquals: { 'ses:FromAddress': 'bonjour@example.fr' } },
  },
]

const followingTo = (id: string) => [
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
    Resource: `<${id}SetAside.Arn>`,
  },
]

const writesOf = (partitions: string) => ({
  Action: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  Resource: '<Table.Arn>',
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions] } },
})

const EXPECTED: Record<string, readonly Omit<Statement, 'Effect'>[]> = {
  Api: [
    ...inventoryOf('Api'),
    { Action: 'dynamodb:Query', Resource: '<Table.Arn>/index/by-lookup' },
    { Action: 'dynamodb:PutItem', Resource: '<Ledger.Arn>' },
  ],
  SendReminders: mailerOf('SendReminders'),
  SendMessages: [...mailerOf('SendMessages'), ...followingTo('Messages')],
  ToolsTell: [
    logsOf('ToolsTell'),
    TRACES,
    { Action: ['dynamodb:BatchGetItem', 'dynamodb:Query'], Resource: '<Table.Arn>' },
    writesOf('HOOK*'),
    ...followingTo('ToolsChanges'),
  ],
  ToolsDeliver: [
    logsOf('ToolsDeliver'),
    TRACES,
    { Action: ['dynamodb:BatchGetItem', 'dynamodb:Query'], Resource: '<Table.Arn>' },
    writesOf('HOOK*'),
    { Action: 'dynamodb:Query', Resource: '<Table.Arn>/index/by-lookup' },
  ],
  MailFeedbackNote: inventoryOf('MailFeedbackNote'),
  EndDue: inventoryOf('EndDue'),
  ExtendSeries: inventoryOf('ExtendSeries'),
  ReviewSites: inventoryOf('ReviewSites'),
  WrittenPagesWrite: [
    logsOf('WrittenPagesWrite'),
    TRACES,
    { Action: ['dynamodb:BatchGetItem', 'dynamodb:Query'], Resource: '<Table.Arn>' },
    {
      Action: ['dynamodb:DeleteItem', 'dynamodb:PutItem'],
      Resource: '<Table.Arn>',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PAGE*'] } },
    },
    { Action: 's3:PutObject', Resource: '<WrittenPagesBucket.Arn>/*' },
  ],
  PurgePast: [
    ...inventoryOf('PurgePast'),
    { Action: 'dynamodb:Query', Resource: '<Table.Arn>/index/by-lookup' },
    { Action: ['dynamodb:Query', 'dynamodb:UpdateItem'], Resource: '<Ledger.Arn>' },
  ],
}

describe.each(Object.keys(EXPECTED))('%s', (id) => {
  const { PolicyDocument } = readable(propertiesOf(template, 'AWS::IAM::Policy', `${id}Role`)) as {
    PolicyDocument: { Statement: Statement[] }
  }

  it('has exactly the rights that are written here', () => {
    expect(PolicyDocument.Statement).toEqual(EXPECTED[id]?.map((each) => ({ ...each, Effect: 'Allow' })))
  })

  it('names every action and every resource, except for traces', () => {
    for (const { Action, Resource } of PolicyDocument.Statement) {
      expect([Action].flat().join()).not.toMatch(/\*|Scan/)
      if (![Action].flat().join().startsWith('xray:'))
        // Its bucket has nothing but what it writes.
        expect([Resource].flat().join().replace('<WrittenPagesBucket.Arn>/*', '')).not.toContain('*')
    }
  })

  it('has no other policy', () => {
    expect(Object.keys(propertiesOf(template, 'AWS::IAM::Role', `${id}Role`))).toEqual([
      'AssumeRolePolicyDocument',
    ])
  })
})

const WRITES_OF_TRANSACTIONS: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

/** The actions of all commands and transaction writes that a function's own code contains. */
const actionsIn = async (entry: string): Promise<Set<string>> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    packages: 'external',
    format: 'esm',
    platform: 'node',
  })
  const code = outputFiles[0]?.text ?? ''
  const sent = [...code.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name ?? '')
  const written = [...code.matchAll(/\b(Put|Update|Delete|ConditionCheck): /g)].map(([, name = '']) => name)
  const actions = [...sent, ...written.map((name) => WRITES_OF_TRANSACTIONS[name] ?? name)]
  return new Set(actions.filter((name) => name !== 'TransactWriteItems').map((name) => `dynamodb:${name}`))
}

it.each([
  ['Api', 'functions/api/handler.ts'],
  ['EndDue', 'functions/jobs/end-due/handler.ts'],
  ['ExtendSeries', 'functions/jobs/extend-series/handler.ts'],
  ['ReviewSites', 'functions/jobs/review-sites/handler.ts'],
  ['PurgePast', 'functions/jobs/purge-past/handler.ts'],
])('the rights let %s do what its code asks for, and no more', async (id, entry) => {
  const asked = await actionsIn(entry)
  const allowed = (EXPECTED[id] ?? [])
    .filter(({ Resource }) => Resource === '<Table.Arn>')
    .flatMap(({ Action }) => Action)
  expect([...asked].sort()).toEqual(allowed.sort())
})

it('the rights let schedules and the API’s entrance call their functions, and nobody else', () => {
  const callers = Object.values(template.findResources('AWS::Lambda::Permission')).map(({ Properties }) => [
    readable(Properties.FunctionName),
    Properties.Principal,
  ])
  expect(callers).toEqual([
    ['<WrittenPagesWriteFunction.Arn>', 'events.amazonaws.com'],
    ['<ToolsDeliverFunction.Arn>', 'events.amazonaws.com'],
    ['<ApiFunction.Arn>', 'apigateway.amazonaws.com'],
    ['<MailFeedbackNoteFunction.Arn>', 'events.amazonaws.com'],
    ['<SendRemindersFunction.Arn>', 'events.amazonaws.com'],
    ['<ExtendSeriesFunction.Arn>', 'events.amazonaws.com'],
    ['<ReviewSitesFunction.Arn>', 'events.amazonaws.com'],
    ['<EndDueFunction.Arn>', 'events.amazonaws.com'],
    ['<PurgePastFunction.Arn>', 'events.amazonaws.com'],
  ])
})
