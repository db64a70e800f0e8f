import Mailer from 'nodemailer/lib/mailer'
import SmtpPool from 'nodemailer/lib/smtp-pool'
import { refusalError } from './refusals.ts'
import { type SmtpFailure, smtpRefusalOf } from './smtp-refusals.ts'
import type { Transport } from './transport.ts'

/** A server is reached by TLS (`smtps:`) or by STARTTLS (`smtp:`); on this machine alone, without. */
export type SmtpServer = {
  readonly url: string
  readonly login?: { readonly user: string; readonly pass: string } | undefined
  /** Certificates to trust beside those that Node knows. */
  readonly ca?: string | undefined
}

const LIMITS = { connectionTimeout: 5000, greetingTimeout: 5000, dnsTimeout: 5000, socketTimeout: 10_000 }
/** Shorter than servers wait: a frozen function would find the connection dead. */
const IDLE_MS = 5000
const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const

const isThisMachine = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host)

const optionsOf = ({ url, login, ca }: SmtpServer, connections: number) => {
  const { protocol, hostname, port } = new URL(url)
  const secure = protocol === 'smtps:'
  const isPlain = !secure && isThisMachine(hostname) && ca === undefined
  return {
    ...LIMITS,
    pool: true,
    maxConnections: connections,
    idleTimeout: IDLE_MS,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || PORTS[secure ? 'smtps:' : 'smtp:'],
    secure,
    requireTLS: !secure && !isPlain,
    ignoreTLS: isPlain,
    ...(login && { auth: login }),
    ...(ca && { tls: { ca } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const codeOf = ({ code, responseCode, command }: SmtpFailure): string =>
  ['SMTP', command, responseCode ?? code].filter(Boolean).join(' ')

/** Through a server of one's own. */
export const smtpTransport = (server: SmtpServer, connections: number): Transport => {
  const mailer = new Mailer(new SmtpPool(optionsOf(server, connections)))
  return async ({ from, to, raw }) => {
    try {
      await mailer.sendMail({ envelope: { from, to: [to] }, raw })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const refused = smtpRefusalOf(error)
      throw refused ? refusalError(refused, codeOf(error)) : error
    }
  }
}
