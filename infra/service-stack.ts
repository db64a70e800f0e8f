import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { AlarmTopic } from './constructs/alarm-topic.ts'
import { DailyRun } from './constructs/daily-run.ts'
import { DoorLocks } from './constructs/door-locks.ts'
import { HttpEntrance } from './constructs/http-entrance.ts'
import { InventoryTable } from './constructs/inventory-table.ts'
import { lastingSecret } from './constructs/lasting-secret.ts'
import { LedgerTable } from './constructs/ledger-table.ts'
import { LinkedTools } from './constructs/linked-tools.ts'
import { MailFeedback } from './constructs/mail-feedback.ts'
import { mailSender, type Sender } from './constructs/mail-sender.ts'
import { PublicSite } from './constructs/public-site.ts'
import { Schedule } from './constructs/schedule.ts'
import { StreamDelivery } from './constructs/stream-delivery.ts'
import { dynamodb } from './constructs/table-rights.ts'
import { TOLD_BY_MAIL } from './constructs/told-by-mail.ts'
import { WatchedFunction } from './constructs/watched-function.ts'
import { WrittenPages } from './constructs/written-pages.ts'
import type { InlineHashes } from './security-headers.ts'
import { issuerVariables, type Settings } from './settings.ts'
import { TIME_LIMIT_SECONDS } from './time-limits.ts'

export type Built = {
  readonly apiBundle: string
  readonly sendMessagesBundle: string
  readonly sendRemindersBundle: string
  readonly tellToolsBundle: string
  readonly deliverHooksBundle: string
  readonly mailFeedbackBundle: string
  readonly extendSeriesBundle: string
  readonly reviewSitesBundle: string
  readonly endDueBundle: string
  readonly purgePastBundle: string
  readonly writePagesBundle: string
  readonly pages: string
  readonly inline: InlineHashes
}

export type ServiceStackProps = { readonly built: Built; readonly settings: Settings }

export class ServiceStack extends Stack {
  private readonly table = new InventoryTable(this, 'Table')
  private readonly ledger = new LedgerTable(this, 'Ledger')
  private readonly mailKey = lastingSecret(this, 'MailKey', {
    description: 'From which what messages carry is derived',
    notRotated: 'Who changes it ends the codes and invitations that are on their way: see docs/deploying.md.',
  })
  private readonly written = new WrittenPages(this, 'WrittenPages')
  private readonly alarmTopic = new AlarmTopic(this, 'Alarms')

  constructor(scope: Construct, id: string, { built, settings }: ServiceStackProps) {
    super(scope, id, { description: 'Restante: book what remains free in French post offices' })
    const variables = { ...this.tellTools(built, settings)?.environment, ...issuerVariables(settings) }
    const apiDomain = this.answerCalls(built, variables)
    const site = new PublicSite(this, 'Site', { ...built, apiDomain, written: this.written.bucket })
    const from = this.senderOf(built, { ...settings, origin: settings.origin ?? site.origin })
    this.sendMessages(built, from)
    this.sendReminders(built, from)
    this.written.follow(this.table, { ...built, ...from, after: site.assets, alarmTopic: this.alarmTopic })
    this.extendSeries(built)
    this.reviewSites(built)
    this.endDue(built)
    this.purgePast(built)
    this.output('Origin', site.origin, 'Where the service answers')
    this.output('TableName', this.table.tableName, 'What the import writes to')
    this.output('LedgerName', this.ledger.tableName, 'What erasures are replayed from')
    this.output('AlarmTopic', this.alarmTopic.topicArn, 'What to subscribe to')
  }

  /** A server of one's own says later what bounces, to its own sender only. */
  private senderOf(
    { mailFeedbackBundle: bundle }: Built,
    { mailFrom, origin, smtp }: Settings & { readonly origin: string },
  ): Sender {
    const { table, alarmTopic } = this
    if (smtp) return { mailFrom, origin, smtp }
    const { configurationSet } = new MailFeedback(this, 'MailFeedback', { table, bundle, alarmTopic })
    return { mailFrom, origin, configurationSet }
  }

  private output(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description })
  }

  private answerCalls({ apiBundle }: Built, environment: Readonly<Record<string, string>> = {}): string {
    const { table, alarmTopic } = this
    const watched = { alarm: { impact: 'People may be unable to search, book or cancel.' }, alarmTopic }
    const api = new WatchedFunction(this, 'Api', {
      ...watched,
      bundle: apiBundle,
      memoryMegabytes: 1024,
      timeout: Duration.seconds(TIME_LIMIT_SECONDS.api),
      environment: {
        RESTANTE_TABLE: table.tableName,
        RESTANTE_LEDGER: this.ledger.tableName,
        ...this.mailVariables,
        ...environment,
      },
    })
    table.allowChangesBy(api)
    table.allowLookupsBy(api)
    api.allow({ actions: dynamodb('PutItem'), resources: [this.ledger.tableArn] })
    const throttle = { rateLimit: 200, burstLimit: 400 }
    return new HttpEntrance(this, 'Entrance', { ...watched, handler: api.lambda, throttle }).domainName
  }

  private sendMessages({ sendMessagesBundle: bundle }: Built, from: Sender): void {
    const { table, alarmTopic } = this
    const watched = { alarm: { impact: 'People may wait for a sign-in code or a confirmation.' }, alarmTopic }
    const sender = mailSender(this, 'SendMessages', {
      ...{ ...watched, table, bundle, name: 'send-messages', from, secrets: this.mailVariables },
    })
    new StreamDelivery(this, 'Messages', {
      ...watched,
      table,
      to: sender,
      records: TOLD_BY_MAIL,
      givesUpAfter: { age: Duration.hours(3), attempts: 100 },
    })
  }

  /** Apart from other messages: a morning’s reminders keep nobody’s code waiting. */
  private sendReminders({ sendRemindersBundle: bundle }: Built, from: Sender): void {
    const { table, alarmTopic } = this
    const alarm = { impact: 'People may not be reminded of their bookings.' }
    const sender = mailSender(this, 'SendReminders', {
      ...{ alarm, alarmTopic, table, bundle, name: 'send-reminders', from, secrets: this.mailVariables },
    })
    new Schedule(this, 'RemindEveryMinute', { every: Duration.minutes(1), calls: sender })
  }

  /** The template only refers to the secret; CloudFormation resolves it at deployment. */
  private get mailVariables(): Readonly<Record<string, string>> {
    return { RESTANTE_MAIL_KEY: this.mailKey.secretValue.unsafeUnwrap() }
  }

  private tellTools(built: Built, { lockUrl: url }: Settings): DoorLocks | undefined {
    const { table, alarmTopic, mailVariables } = this
    const locks = url === undefined ? undefined : new DoorLocks(this, 'DoorLocks', { url })
    new LinkedTools(this, 'Tools', { ...built, table, locks, mailVariables, alarmTopic })
    return locks
  }

  private extendSeries({ extendSeriesBundle }: Built): void {
    const impact = 'People may not get the next dates of their series.'
    const { job, watched } = this.inventoryJob('ExtendSeries', extendSeriesBundle, impact, 'extend-series')
    new DailyRun(this, 'Daily', { ...watched, of: job })
  }

  private reviewSites({ reviewSitesBundle }: Built): void {
    const impact = 'People may keep bookings for which a place is no longer open.'
    const { job, watched } = this.inventoryJob('ReviewSites', reviewSitesBundle, impact, 'review-sites')
    new DailyRun(this, 'ReviewDaily', { ...watched, of: job })
  }

  private endDue({ endDueBundle }: Built): void {
    const impact = 'People may find places taken that nobody answered for or came to.'
    const { job } = this.inventoryJob('EndDue', endDueBundle, impact, 'end-due')
    new Schedule(this, 'EveryMinute', { every: Duration.minutes(1), calls: job })
  }

  private purgePast({ purgePastBundle }: Built): void {
    const impact = 'People may still be known by what should be forgotten.'
    const { job, watched } = this.inventoryJob('PurgePast', purgePastBundle, impact, 'purge-past')
    job.lambda.addEnvironment('RESTANTE_LEDGER', this.ledger.tableName)
    this.table.allowLookupsBy(job)
    job.allow({ actions: dynamodb('Query', 'UpdateItem'), resources: [this.ledger.tableArn] })
    new DailyRun(this, 'PurgeDaily', { ...watched, of: job })
  }

  /** Changes bookings by itself, like the API for people. */
  private inventoryJob(id: string, bundle: string, impact: string, name: keyof typeof TIME_LIMIT_SECONDS) {
    const watched = { alarm: { impact }, alarmTopic: this.alarmTopic }
    const job = new WatchedFunction(this, id, {
      ...watched,
      bundle,
      memoryMegabytes: 512,
      timeout: Duration.seconds(TIME_LIMIT_SECONDS[name]),
      environment: { RESTANTE_TABLE: this.table.tableName },
    })
    this.table.allowChangesBy(job)
    return { job, watched }
  }
}
