import type { Visitor } from '../kit/tab-memory.ts'

/** Where a tab of this browser waits for a code, and whose. */
type WaitingTab = { readonly address: string; readonly visitor: Visitor }

const WHERE = 'where'
const REPLY_MS = 1000

const openChannel = () => new BroadcastChannel('code')

/** Tells the tab of a code's link where this tab waits, until the returned function is called. */
export const answerCodeLink = (visitor: Visitor): (() => void) => {
  const channel = openChannel()
  channel.onmessage = ({ data }) => {
    if (data === WHERE) channel.postMessage({ address: location.pathname + location.search, visitor })
  }
  return () => channel.close()
}

/** Undefined when no tab of this browser waits for a code. */
export const findWaitingTab = (): Promise<WaitingTab | undefined> =>
  new Promise((found) => {
    const channel = openChannel()
    const end = (tab?: WaitingTab) => {
      channel.close()
      found(tab)
    }
    channel.onmessage = ({ data }) => data !== WHERE && end(data)
    channel.postMessage(WHERE)
    setTimeout(end, REPLY_MS)
  })

const CODE = /^#(\d{6})$/

export const isCodeInLink = (): boolean => CODE.test(location.hash)

/** The code after the `#`, which no server sees; the address bar drops it. */
export const takeCodeOfLink = (): string | undefined => {
  const [, code] = CODE.exec(location.hash) ?? []
  if (code) history.replaceState(null, '', location.pathname + location.search)
  return code
}
