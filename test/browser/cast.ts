import type { BrowserContextOptions } from 'playwright-core'
import type { Choice } from '../../web/choice.ts'
import { book, cancel, freeHour, signIn } from './shortcuts.ts'
import { aPerson, type Stage } from './stage.ts'

type KeptSession = NonNullable<BrowserContextOptions['storageState']>

/** People who are signed in, and what they hold: what the states of the pages are about. */
export type Cast = {
  /** Holds a booking, and has cancelled another. */
  readonly member: KeptSession
  readonly newcomer: KeptSession
  readonly nameless: KeptSession
  readonly booking: string
  readonly cancelled: string
  /** A time that stays free. */
  readonly choice: Choice
}

const LONG_NAME = 'Association des amis de la bibliothèque intercommunale de Saint-Barthélemy'

export const castFor = async ({ visit }: Stage): Promise<Cast> => {
  const session = async (named: boolean, name?: string) => {
    const { page } = await visit()
    await signIn(page, aPerson(name), { named })
    return { page, kept: await page.context().storageState() }
  }
  const member = await session(true, LONG_NAME)
  const choice = await freeHour(member.page)
  const cancelled = await book(member.page, choice)
  await cancel(member.page, cancelled.id)
  const booking = await book(member.page, choice)
  return {
    member: member.kept,
    newcomer: (await session(true)).kept,
    nameless: (await session(false)).kept,
    booking: booking.id,
    cancelled: cancelled.id,
    choice,
  }
}
