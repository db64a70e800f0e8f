import type { Visitor } from '../kit/tab-memory.ts'

/** Where a tab of this browser waits for a code, and whose. */
type WaitingTab = { readonly address: string; readonly visitor: Visitor }

const WHERE = 'where'
const REPLY_MS = 1000

const openChannel = () => new BroadcastChannel('code')

/** Tells the tab that the link of a code's message opens where this one waits for it, until it is called off. */
export const answerCodeLink = (visitor: Visitor): (() => void) => {
  const channel = openChannel()
  channel.onmessage = ({ data }) => {
    if (data === WHERE) channel.postMessage({ address: location.pathname + location.search, visitor })
  }
  return () => channel.close()
}

/** Undefined where no tab waits, or none that answers: the link may be open in another browser. */
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

/** The code that the address brings, which no server sees; the address bar does not keep it. */
export const takeCodeOfLink = (): string | undefined => {
  const [, code] = CODE.exec(location.hash) ?? []
  if (code) history.replaceState(null, '', location.pathname + location.search)
  return code
}
