import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Person } from './stage.ts'

type Message = { readonly to: string; readonly subject: string; readonly text: string }

const WAIT_MS = 10_000
const PAUSE_MS = 50

export const messagesTo = async (page: Page, { email }: Person): Promise<Message[]> => {
  const messages: Message[] = await (await page.request.get('/_mailbox/messages.json')).json()
  return messages.filter(({ to }) => to === email)
}

/** The newest message to somebody whose subject fits, once it is there. */
export const messageTo = async (page: Page, person: Person, subject: RegExp): Promise<Message> => {
  for (let waited = 0; waited < WAIT_MS; waited += PAUSE_MS) {
    const found = (await messagesTo(page, person)).find((message) => subject.test(message.subject))
    if (found) return found
    await sleep(PAUSE_MS)
  }
  throw new Error(`no message to ${person.email} with a subject like ${subject}`)
}

export const codeSentTo = async (page: Page, person: Person): Promise<string> =>
  (await messageTo(page, person, /^\d{6} : votre code/)).subject.slice(0, 6)
