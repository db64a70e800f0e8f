import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { MessageRejected, SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { mockClient } from 'aws-sdk-client-mock'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { UndeliverableError } from '../../functions/invocation/each-record.ts'
import {
  RecipientRefusedError,
  SenderRefusedError,
} from '../../functions/jobs/send-messages/transports/refusals.ts'
import { sesTransport } from '../../functions/jobs/send-messages/transports/ses-transport.ts'
import {
  type SmtpServer,
  smtpTransport,
} from '../../functions/jobs/send-messages/transports/smtp-transport.ts'
import { LOCAL_CERTIFICATE } from '../support/local-certificate.ts'

const FROM = 'bonjour@restante.example'
const ENVELOPE = {
  from: FROM,
  to: 'camille@example.org',
  raw: Buffer.from('Subject: Bonjour\r\n\r\nCorps\r\n'),
}
const LOGIN = { user: 'restante', pass: 'un-secret' }

const running: SMTPServer[] = []

afterEach(async () => {
  await Promise.all(
    running.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))),
  )
})

const started = async (options: SMTPServerOptions = {}) => {
  const received: { to: string[]; raw: string; user: unknown; isSecure: boolean }[] = []
  const server = new SMTPServer({
    ...{ disableReverseLookup: true, closeTimeout: 10, authOptional: !options.onAuth },
    onData: async (stream, { envelope, user, secure }, answer) => {
      const to = envelope.rcptTo.map(({ address }) => address)
      received.push({ to, raw: await text(stream), user, isSecure: secure })
      answer()
    },
    ...options,
  })
  server.on('error', () => {})
  running.push(server)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  return { received, port: typeof address === 'object' ? (address?.port ?? 0) : 0 }
}

const PLAIN = { disabledCommands: ['AUTH', 'STARTTLS'] }

const sending = (server: SmtpServer) => smtpTransport(server, 2)(ENVELOPE)

const refusing = (step: 'onMailFrom' | 'onRcptTo' | 'onData', answer: string): SMTPServerOptions => {
  const error = () => Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) })
  return step === 'onData'
    ? {
        ...PLAIN,
        onData: (stream, _, done) => {
          stream.on('end', () => done(error()))
          stream.resume()
        },
      }
    : { ...PLAIN, [step]: (_: unknown, __: unknown, done: (error: Error) => void) => done(error()) }
}

describe('a mail server', () => {
  it('gets the message as it is, for its one recipient', async () => {
    const { received, port } = await started(PLAIN)
    await sending({ url: `smtp://127.0.0.1:${port}` })
    expect(received).toEqual([
      { to: ['camille@example.org'], raw: String(ENVELOPE.raw), user: undefined, isSecure: false },
    ])
  })

  it.each(['smtp', 'smtps'])('gets the login only on a connection that is safe: %s', async (protocol) => {
    const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _, done) =>
      done(null, { user: `${username}:${password}` })
    const { received, port } = await started({ ...LOCAL_CERTIFICATE, secure: protocol === 'smtps', onAuth })
    await sending({ url: `${protocol}://localhost:${port}`, login: LOGIN, ca: LOCAL_CERTIFICATE.cert })
    expect(received).toMatchObject([{ user: 'restante:un-secret', isSecure: true }])
  })

  it.each([
    ['nobody vouches for its certificate', {}],
    ['it offers no TLS', PLAIN],
  ])('gets neither a message nor the login, and the alarm rings, when %s', async (_, options) => {
    const attempts: unknown[] = []
    const { received, port } = await started({
      ...options,
      onAuth: (auth, __, done) => {
        attempts.push(auth)
        done(null, { user: 'x' })
      },
    })
    const server = { url: `smtp://localhost:${port}`, login: LOGIN, ca: LOCAL_CERTIFICATE.cert }
    await expect(sending(server)).rejects.toThrow(SenderRefusedError)
    expect({ received, attempts }).toEqual({ received: [], attempts: [] })
  })

  it('is asked again when it is away', async () => {
    const failed = await sending({ url: 'smtp://127.0.0.1:9' }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Error)
    expect(failed).not.toBeInstanceOf(SenderRefusedError)
    expect(failed).not.toBeInstanceOf(UndeliverableError)
  })

  it('refuses the sender when it knows no such login', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (_, __, done) => done(new Error('no'))
    const { port } = await started({ ...LOCAL_CERTIFICATE, onAuth })
    const server = { url: `smtp://localhost:${port}`, login: LOGIN, ca: LOCAL_CERTIFICATE.cert }
    await expect(sending(server)).rejects.toThrow(new SenderRefusedError('SMTP AUTH PLAIN 535'))
  })

  it.each([
    ['onRcptTo', '550 5.1.1 no such user', RecipientRefusedError],
    ['onRcptTo', '550 no such user', RecipientRefusedError],
    ['onRcptTo', '553 5.1.3 bad address', RecipientRefusedError],
    ['onRcptTo', '552 5.2.2 mailbox full', RecipientRefusedError],
    ['onRcptTo', '554 5.7.1 relay access denied', SenderRefusedError],
    ['onRcptTo', '550 5.7.1 not from you', SenderRefusedError],
    ['onRcptTo', '550 5.1.8 your domain does not exist', SenderRefusedError],
    ['onRcptTo', '554 not here', SenderRefusedError],
    ['onRcptTo', '530 5.7.0 sign in first', SenderRefusedError],
    ['onMailFrom', '550 5.1.7 no such sender', SenderRefusedError],
    ['onMailFrom', '553 not yours', SenderRefusedError],
    ['onData', '550 5.7.26 unauthenticated sender', SenderRefusedError],
    ['onData', '550 5.1.1 no such user', RecipientRefusedError],
    ['onData', '552 5.2.2 mailbox full', RecipientRefusedError],
    ['onData', '554 5.6.0 not a message', UndeliverableError],
    ['onData', '554 no', UndeliverableError],
  ] as const)('refuses who it says by answering %s with "%s"', async (step, answer, refused) => {
    const { port } = await started(refusing(step, answer))
    await expect(sending({ url: `smtp://127.0.0.1:${port}` })).rejects.toThrow(refused)
  })

  it.each([
    ['onMailFrom', '451 4.7.0 too many'],
    ['onRcptTo', '450 4.2.0 come again'],
    ['onRcptTo', '421 4.7.0 too busy'],
    ['onData', '452 4.3.1 no space'],
  ] as const)('is asked again after answering %s with "%s"', async (step, answer) => {
    const { port } = await started(refusing(step, answer))
    const failed = await sending({ url: `smtp://127.0.0.1:${port}` }).catch((error: unknown) => error)
    for (const refused of [RecipientRefusedError, SenderRefusedError, UndeliverableError])
      expect(failed).not.toBeInstanceOf(refused)
    expect(failed).toBeInstanceOf(Error)
  })
})

describe('Amazon SES', () => {
  const ses = mockClient(SESv2Client)
  afterEach(() => ses.reset())

  it('gets the message as it is, with the configuration set that brings bounces back', async () => {
    ses.on(SendEmailCommand).resolves({})
    await sesTransport('restante')(ENVELOPE)
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
      FromEmailAddress: FROM,
      Destination: { ToAddresses: ['camille@example.org'] },
      Content: { Raw: { Data: ENVELOPE.raw } },
      ConfigurationSetName: 'restante',
    })
  })

  const failure = (name: string, message: string) =>
    name === 'MessageRejected'
      ? new MessageRejected({ message, $metadata: {} })
      : new SESv2ServiceException({ name, message, $fault: 'client', $metadata: {} })

  it.each([
    ['MessageRejected', 'Email address is not verified. The following identities failed', SenderRefusedError],
    ['MessageRejected', 'Sending paused for this account', SenderRefusedError],
    ['AccountSuspendedException', 'suspended', SenderRefusedError],
    ['SendingPausedException', 'paused', SenderRefusedError],
    ['MailFromDomainNotVerifiedException', 'MX missing', SenderRefusedError],
    ['LimitExceededException', 'Daily message quota exceeded', SenderRefusedError],
    ['TooManyRequestsException', 'Maximum sending rate exceeded', SenderRefusedError],
    ['AccessDeniedException', 'not authorized', SenderRefusedError],
    ['NotFoundException', 'Configuration set does not exist', SenderRefusedError],
    ['BadRequestException', 'Missing final @domain', RecipientRefusedError],
    ['BadRequestException', 'Invalid header', UndeliverableError],
    ['MessageRejected', 'Email contains a virus', UndeliverableError],
  ])('refuses who it says by %s: "%s"', async (name, message, refused) => {
    ses.on(SendEmailCommand).rejects(failure(name, message))
    await expect(sesTransport(undefined)(ENVELOPE)).rejects.toThrow(refused)
  })

  it('is asked again when it is away', async () => {
    ses
      .on(SendEmailCommand)
      .rejects(new SESv2ServiceException({ name: 'InternalFailure', $fault: 'server', $metadata: {} }))
    await expect(sesTransport(undefined)(ENVELOPE)).rejects.toThrow(SESv2ServiceException)
  })
})
