import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Person } from './stage.ts'

type Message = { readonly to: string; readonly subject: string; readonly text: string }

const WAIT_MS = 20_000
const PAUSE_MS = 50

export const messagesTo = async (page: Page, { email }: Person): Promise<Message[]> => {
  const messages: Message[] = await (await page.request.get('/_mailbox/messages.json')).json()
  return messages.filter(({ to }) => to === email)
}

/** Waits for the newest message to somebody with a matching subject, beyond a number of earlier ones. */
export const messageTo = async (
  page: Page,
  person: Person,
  subject: RegExp,
  earlier = 0,
): Promise<Message> => {
  for (let waited = 0; waited < WAIT_MS; waited += PAUSE_MS) {
    const found = (await messagesTo(page, person)).filter((message) => subject.test(message.subject))
    if (found[0] && found.length > earlier) return found[0]
    await sleep(PAUSE_MS)
  }
  throw new Error(`no message to ${person.email} with a subject like ${subject}`)
}

const CODE = /^\d{6} : votre code/

export const codesSentTo = async (page: Page, person: Person): Promise<number> =>
  (await messagesTo(page, person)).filter(({ subject }) => CODE.test(subject)).length

export const codeSentTo = async (page: Page, person: Person, earlier = 0): Promise<string> =>
  (await messageTo(page, person, CODE, earlier)).subject.slice(0, 6)
