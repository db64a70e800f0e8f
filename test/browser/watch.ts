import type { BrowserContext, ConsoleMessage } from 'playwright-core'
import type { Person } from './stage.ts'

export type Watch = {
  /** All requested addresses, of pages and of their resources. */
  readonly addresses: string[]
  /** Script errors, content policy violations and dialogs, in the browser's words. */
  readonly faults: string[]
}

const NO_FAULT = [
  // The browser logs each answer that is not 2xx, and a network that is cut.
  'Failed to load resource',
  // Most visits have no service worker.
  'Service Worker registration blocked by Playwright',
  // Browsers differ in their features and ignore unknown names.
  'Error with Permissions-Policy header: Unrecognized feature',
  // A slow machine warns of a preload whose script comes late.
  /^The resource \S+ was preloaded using link preload but not used/,
  // The service worker took the page over while it loaded: the script is fetched again.
  /^A preload for '\S+' is found, but is not used because it is a cross-world service worker resource/,
]

const isFault = (message: ConsoleMessage): boolean =>
  ['error', 'warning'].includes(message.type()) &&
  !NO_FAULT.some((start) => message.text().search(start) === 0)

/** Watches all pages of a browser context. */
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

/** Requested addresses that tell who somebody is. */
export const tellingOf = (addresses: readonly string[], { name, email }: Person): string[] => {
  const secrets = [name, email, email.split('@')[0] ?? email].map((secret) => secret.toLowerCase())
  const readable = addresses.map((address) => decodeURIComponent(address.replaceAll('+', ' ')).toLowerCase())
  return readable.filter((address) => secrets.some((secret) => address.includes(secret)))
}
