import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Choice } from '../../web/availability/choice.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import {
  book,
  bookSeries,
  cancel,
  cancelSeries,
  freeHour,
  freeHours,
  freeTwice,
  MONTPEZAT,
  signIn,
  waitFor,
} from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, type Stage } from './stage.ts'

type KeptSession = NonNullable<BrowserContextOptions['storageState']>

/** Signed-in people and their bookings, for the states of the pages. */
export type Cast = {
  /** Has a booking and a cancelled one. */
  readonly member: KeptSession
  readonly newcomer: KeptSession
  readonly nameless: KeptSession
  /** Manages the third site, which has a request for the room and a booking for somebody. */
  readonly staff: KeptSession
  readonly asked: string
  readonly askedDate: string
  readonly booking: string
  readonly cancelled: string
  /** A time that stays free. */
  readonly choice: Choice
  /** The times of the series; somebody else has the first one. */
  readonly repeated: Choice
  /** A series of the member with one refused date. */
  readonly series: string
  readonly cancelledSeries: string
  /** A waitlist entry of the member, for a place that somebody else has. */
  readonly wait: string
}

const LONG_NAME = 'Association des amis de la bibliothèque intercommunale de Saint-Barthélemy'

/** A date on which the member has no booking. */
const repeatable = async (page: Page, { date: held }: Choice): Promise<Choice> => {
  const free = await freeHours(page, MONTPEZAT)
  const desk = free.findLast(({ space, date }) => space === 'bureau-1' && date < held)
  if (!desk) throw new Error('no desk is free at Montpezat')
  return desk
}

const seriesFor = async (member: Page, rival: Page, held: Choice) => {
  const repeated = await repeatable(rival, held)
  await book(rival, repeated)
  const repetition = { rhythm: 'week', until: laterDate(repeated.date, 28) } as const
  const cancelled = await bookSeries(member, repeated, repetition)
  await cancelSeries(member, cancelled.id)
  const { id } = await bookSeries(member, repeated, repetition)
  const { site, date, start: from, end: to, use } = repeated
  const awaited = { site, date, from, to, minutes: 60, use, space: repeated.space }
  return { repeated, series: id, cancelledSeries: cancelled.id, wait: (await waitFor(member, awaited)).id }
}

const staffFor = async ({ visit, folder, origin }: Stage) => {
  const { page } = await visit()
  const manager = { ...aPerson('Dominique'), role: 'manager' as const, site: MONTPEZAT }
  await signInWithRole(page, manager, { folder, origin })
  const times = await freeTwice(page, MONTPEZAT)
  const whom = { name: LONG_NAME, phone: '06 12 34 56 78' }
  const take = async (space: string, use: 'desk' | 'room', from = '') => {
    const time = times.find((each) => each.space === space && each.date > from)
    if (!time) throw new Error(`nothing is free in ${space}`)
    return book(page, { ...time, use, for: whom })
  }
  const request = await take('salle-reunion', 'room')
  await take('bureau-2', 'desk', request.date)
  return { staff: await page.context().storageState(), asked: request.id, askedDate: request.date }
}

export const castFor = async (stage: Stage): Promise<Cast> => {
  const { visit } = stage
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
    ...(await staffFor(stage)),
    booking: booking.id,
    cancelled: cancelled.id,
    choice,
    ...(await seriesFor(member.page, (await session(true)).page, choice)),
  }
}
