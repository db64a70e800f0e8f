import { Duration, Stack } from 'aws-cdk-lib'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { HOLDERS } from '../../shared/store/keys/holder-keys.ts'
import { BY_HOLDER } from '../../shared/store/keys/key.ts'
import { SENT } from '../../shared/store/keys/message-keys.ts'
import { REMINDERS } from '../../shared/store/keys/reminder-keys.ts'
import { SITES } from '../../shared/store/keys/site-keys.ts'
import { type SmtpSettings, smtpVariables } from '../settings.ts'
import { TIME_LIMIT_SECONDS } from '../time-limits.ts'
import { ALARM_PERIOD, alarmOn, type Watched } from './alarms.ts'
import type { InventoryTable } from './inventory-table.ts'
import { dynamodb, onlyPartitionsOf } from './table-rights.ts'
import { WatchedFunction } from './watched-function.ts'

/** Who mails are from, where their links lead, and how they leave: by SES, unless a server is named. */
export type Sender = {
  readonly mailFrom: string
  readonly origin: string
  readonly smtp?: SmtpSettings | undefined
  readonly configurationSet?: string | undefined
}

export type MailSenderProps = Watched & {
  readonly table: InventoryTable
  readonly bundle: string
  readonly name: 'send-messages' | 'send-reminders'
  readonly from: Sender
  readonly secrets: Readonly<Record<string, string>>
}

/** Enough for one processor: a morning's reminders come all at once. */
const MEGABYTES = { 'send-messages': 512, 'send-reminders': 1769 }

const domainOf = (mailAddress: string): string => mailAddress.slice(mailAddress.indexOf('@') + 1)

/** Who refuses a mail at once is marked, and listed to be called. */
const allowNotesOfUndelivered = (sender: WatchedFunction, table: InventoryTable): void => {
  const on = (prefix: string, ...actions: string[]) =>
    sender.allow({
      actions: dynamodb(...actions),
      resources: [table.tableArn],
      conditions: onlyPartitionsOf(prefix),
    })
  on(HOLDERS, 'ConditionCheckItem', 'UpdateItem')
  on(SITES, 'PutItem')
  table.allowQueriesBy(sender, BY_HOLDER)
}

const allowSes = (sender: WatchedFunction, { mailFrom, configurationSet }: Sender): void => {
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(sender).formatArn({ service: 'ses', resource, resourceName })
  sender.allow({
    // What is sent as a whole is checked against both.
    actions: ['ses:SendEmail', 'ses:SendRawEmail'],
    resources: [
      arnOf('identity', domainOf(mailFrom)),
      ...(configurationSet ? [arnOf('configuration-set', configurationSet)] : []),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
  })
}

/** At once: nobody gets a mail until somebody mends it. */
const ringWhenRefused = (sender: WatchedFunction, alarmTopic: Watched['alarmTopic']): void => {
  const metric = new MetricFilter(sender, 'Refused', {
    logGroup: sender.logs,
    filterPattern: FilterPattern.literal('"SenderRefusedError"'),
    metricNamespace: Stack.of(sender).stackName,
    metricName: `${sender.node.id}Refused`,
  }).metric({ period: ALARM_PERIOD, statistic: 'Sum' })
  const alarm = { impact: 'People may get no mail at all: the account that sends them is refused.' }
  alarmOn(sender, 'RefusedAlarm', { alarm, alarmTopic, metric, atLeast: 1 })
}

/** Reads the table, notes what it has sent, and sends mails. */
export const mailSender = (
  scope: Construct,
  id: string,
  { table, name, from, secrets, ...props }: MailSenderProps,
): WatchedFunction => {
  const sender = new WatchedFunction(scope, id, {
    ...props,
    memoryMegabytes: MEGABYTES[name],
    timeout: Duration.seconds(TIME_LIMIT_SECONDS[name]),
    environment: {
      RESTANTE_TABLE: table.tableName,
      RESTANTE_ORIGIN: from.origin,
      RESTANTE_MAIL_FROM: from.mailFrom,
      ...(from.configurationSet && { RESTANTE_MAIL_CONFIGURATION_SET: from.configurationSet }),
      ...smtpVariables(from.smtp),
      ...secrets,
    },
  })
  sender.allow({ actions: dynamodb('BatchGetItem', 'Query'), resources: [table.tableArn] })
  sender.allow({
    actions: dynamodb('DeleteItem', 'PutItem'),
    resources: [table.tableArn],
    conditions: onlyPartitionsOf(SENT, REMINDERS),
  })
  allowNotesOfUndelivered(sender, table)
  if (!from.smtp) allowSes(sender, from)
  ringWhenRefused(sender, props.alarmTopic)
  return sender
}
