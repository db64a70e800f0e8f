import type { BrowserContext, ConsoleMessage } from 'playwright-core'
import type { Person } from './stage.ts'

export type Watch = {
  /** Every address that was asked for, of pages and of what they load. */
  readonly addresses: string[]
  /** What went wrong, in the browser's words: errors of scripts, refusals of the content policy, dialogs. */
  readonly faults: string[]
}

const NO_FAULT = [
  // Written by the browser itself for each answer that is not 2xx, and for a network that is cut.
  'Failed to load resource',
  // Which features exist differs from browser to browser; naming one that is not there does no harm.
  'Error with Permissions-Policy header: Unrecognized feature',
  // What was read early waits some seconds for the script that asks for it: on a slow machine, too long.
  /^The resource \S+ was preloaded using link preload but not used/,
]

const isFault = (message: ConsoleMessage): boolean =>
  ['error', 'warning'].includes(message.type()) &&
  !NO_FAULT.some((start) => message.text().search(start) === 0)

/** Notes what all pages of a browser do, from now on. */
export const watch = (context: BrowserContext, origin: string): Watch => {
  const addresses: string[] = []
  const faults: string[] = []
  context.on('request', (request) => {
    addresses.push(request.url())
    if (!request.url().startsWith(`${origin}/`)) faults.push(`a request to another origin: ${request.url()}`)
  })
  context.on('console', (message) => {
    if (isFault(message)) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { addresses, faults }
}

/** The addresses that tell who somebody is. */
export const tellingOf = (addresses: readonly string[], { name, email }: Person): string[] => {
  const secrets = [name, email, email.split('@')[0] ?? email].map((secret) => secret.toLowerCase())
  const readable = addresses.map((address) => decodeURIComponent(address.replaceAll('+', ' ')).toLowerCase())
  return readable.filter((address) => secrets.some((secret) => address.includes(secret)))
}
