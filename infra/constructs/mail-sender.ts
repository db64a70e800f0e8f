import { Duration, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { SENT } from '../../shared/store/keys/message-keys.ts'
import { REMINDERS } from '../../shared/store/keys/reminder-keys.ts'
import { TIME_LIMIT_SECONDS } from '../time-limits.ts'
import type { Watched } from './alarms.ts'
import type { InventoryTable } from './inventory-table.ts'
import { dynamodb, onlyPartitionsOf } from './table-rights.ts'
import { WatchedFunction } from './watched-function.ts'

/** Who mails are from, and where their links lead. */
export type Sender = { readonly mailFrom: string; readonly origin: string }

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

/** Reads the table, notes what it has sent, and sends mails. */
export const mailSender = (
  scope: Construct,
  id: string,
  { table, name, from: { mailFrom, origin }, secrets, ...props }: MailSenderProps,
): WatchedFunction => {
  const sender = new WatchedFunction(scope, id, {
    ...props,
    memoryMegabytes: MEGABYTES[name],
    timeout: Duration.seconds(TIME_LIMIT_SECONDS[name]),
    environment: {
      RESTANTE_TABLE: table.tableName,
      RESTANTE_ORIGIN: origin,
      RESTANTE_MAIL_FROM: mailFrom,
      ...secrets,
    },
  })
  sender.allow({ actions: dynamodb('BatchGetItem', 'Query'), resources: [table.tableArn] })
  sender.allow({
    actions: dynamodb('DeleteItem', 'PutItem'),
    resources: [table.tableArn],
    conditions: onlyPartitionsOf(SENT, REMINDERS),
  })
  sender.allow({
    // What is sent as a whole is checked against both.
    actions: ['ses:SendEmail', 'ses:SendRawEmail'],
    resources: [
      Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName: domainOf(mailFrom) }),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
  })
  return sender
}
