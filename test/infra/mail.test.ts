import { Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { expect, it } from 'vitest'
import { aStack, MAIL_KEY, propertiesOf, readable } from './synthesised.ts'

const mailFrom = 'bonjour@example.fr'
const bySes = Template.fromStack(aStack())

it('mails by SES travel encrypted, and what bounces, is complained of or rejected is called about', () => {
  expect(propertiesOf(bySes, 'AWS::SES::ConfigurationSet')).toEqual({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    ReputationOptions: { ReputationMetricsEnabled: true },
    SuppressionOptions: { SuppressedReasons: [] },
  })
  const { EventDestination } = propertiesOf(bySes, 'AWS::SES::ConfigurationSetEventDestination')
  expect(EventDestination).toMatchObject({
    Enabled: true,
    MatchingEventTypes: ['bounce', 'complaint', 'reject'],
  })
  const { EventPattern, Targets } = propertiesOf(bySes, 'AWS::Events::Rule', 'MailFeedback')
  expect(readable(EventPattern)).toEqual({
    account: ['<AWS::AccountId>'],
    source: ['aws.ses'],
    detail: { mail: { tags: { 'ses:configuration-set': ['<MailFeedbackMails>'] } } },
  })
  expect(readable(Targets)).toEqual([{ Arn: '<MailFeedbackNoteFunction.Arn>', Id: 'Target0' }])
})

it('mails by a server of one’s own need nothing of SES, and its login is read where it is kept', () => {
  const stack = aStack({ mailFrom, smtp: { url: 'smtps://mail.example.fr', secret: 'restante/smtp' } })
  const template = Template.fromStack(stack)
  for (const id of ['SendMessages', 'SendReminders'])
    expect(readable(propertiesOf(template, 'AWS::Lambda::Function', id).Environment)).toEqual({
      Variables: {
        RESTANTE_TABLE: '<Table>',
        RESTANTE_ORIGIN: 'https://<SiteDistribution.DomainName>',
        RESTANTE_MAIL_FROM: mailFrom,
        RESTANTE_SMTP_URL: 'smtps://mail.example.fr',
        RESTANTE_SMTP_USER: '{{resolve:secretsmanager:restante/smtp:SecretString:username::}}',
        RESTANTE_SMTP_PASSWORD: '{{resolve:secretsmanager:restante/smtp:SecretString:password::}}',
        ...MAIL_KEY,
      },
    })
  expect(template.findResources('AWS::SES::ConfigurationSet')).toEqual({})
  expect(JSON.stringify(template.toJSON())).not.toContain('ses:')
  expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([])
})

it('an alarm rings at once when the sender of mails is refused', () => {
  expect(propertiesOf(bySes, 'AWS::Logs::MetricFilter', 'SendMessagesRefused')).toMatchObject({
    FilterPattern: '"SenderRefusedError"',
  })
})
