import { Duration, Stack } from 'aws-cdk-lib'
import { EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import {
  type CfnConfigurationSet,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import { TIME_LIMIT_SECONDS } from '../time-limits.ts'
import type { Watched } from './alarms.ts'
import type { InventoryTable } from './inventory-table.ts'
import { WatchedFunction } from './watched-function.ts'

export type MailFeedbackProps = Pick<Watched, 'alarmTopic'> & {
  readonly table: InventoryTable
  readonly bundle: string
}

/** How mails leave by SES, and how bounces and complaints come back. */
export class MailFeedback extends Construct {
  readonly configurationSet: string

  constructor(scope: Construct, id: string, { table, bundle, alarmTopic }: MailFeedbackProps) {
    super(scope, id)
    const mails = new ConfigurationSet(this, 'Mails', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    })
    // The service judges whom it writes to: a code may be tried again at an address that failed.
    const { defaultChild } = mails.node
    ;(defaultChild as CfnConfigurationSet).suppressionOptions = { suppressedReasons: [] }
    this.configurationSet = mails.configurationSetName
    mails.addEventDestination('Undelivered', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    })
    const job = new WatchedFunction(this, 'Note', {
      alarm: { impact: 'People may not be called though no message reaches them.' },
      ...{ alarmTopic, bundle },
      memoryMegabytes: 512,
      timeout: Duration.seconds(TIME_LIMIT_SECONDS['mail-feedback']),
      environment: { RESTANTE_TABLE: table.tableName },
    })
    table.allowChangesBy(job)
    new Rule(this, 'Rule', {
      eventPattern: {
        account: [Stack.of(this).account],
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet] } } },
      },
      targets: [new LambdaFunction(job.lambda)],
    })
  }
}
