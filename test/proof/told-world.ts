import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { expect } from 'vitest'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessages } from '../../functions/jobs/send-messages/send-messages.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { HolderId, SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { seatIn, type Workshop } from '../../shared/domain/workshop.ts'
import { isNewToPeople } from '../../shared/domain/workshop-edit.ts'
import { bookingOf } from '../../shared/store/booking-item.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { reminderStore } from '../../shared/store/reminder-store.ts'
import { waitlistEntryOf } from '../../shared/store/waitlist-item.ts'
import { workshopOf } from '../../shared/store/workshop-item.ts'
import { type Answer, aKey, untilDecided } from '../support/api.ts'
import { anOpening, aSite } from '../support/builders.ts'
import { lentFloor, NEAR } from '../support/closures.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { scanImages } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import type { RunningEngine } from '../support/start-engines.ts'
import { aWorkshopRoom, aWorkshopStage } from '../support/workshops.ts'
import { lentSpace, quietly } from './house.ts'

type Images = Map<string, NonNullable<Awaited<ReturnType<typeof scanImages>>[number]>>

/** A person with an address, or one for whom an agent acts. */
export type Somebody = {
  readonly name: string
  readonly holder: HolderId
  readonly cookie?: string
  readonly email?: string
}

export const DAYS = ['2026-11-23', '2026-11-24', '2026-12-01'] as const

const NAMES = ['Jeanne', 'Marcel', 'Colette', 'Lucien']
const EMAILS = 3
const OPEN = { noticeMinutes: 0, horizonDays: 60, shortestMinutes: 60, longestMinutes: 600 }

const spacesHere = () => [
  lentSpace('reunion', { capacity: 1, approval: { hours: 24 } }),
  {
    ...lentFloor('matin', 2),
    openings: [anOpening()],
    checkIn: { opensMinutes: 30, closesMinutes: 15, releases: true },
  },
  aWorkshopRoom({ id: 'atelier' as SpaceId }),
]

const bookingsIn = (images: Images): Map<string, Booking> =>
  new Map(
    [...images]
      .filter(([name]) => name.startsWith('BOOKING#'))
      .map(([, image]) => {
        const booking = bookingOf(unmarshall(image))
        return [booking.id, booking]
      }),
  )

const waitsIn = (images: Images): Map<string, WaitlistEntry> =>
  new Map(
    [...images]
      .filter(([name]) => name.startsWith('WAIT#'))
      .map(([, image]) => {
        const wait = waitlistEntryOf(unmarshall(image))
        return [wait.id, wait]
      }),
  )

/** A site with spaces of several kinds, one site near, staff, and people of whom half get no message. */
export const aToldWorld = async (engine: RunningEngine) => {
  const stage = await aWorkshopStage(engine, spacesHere())
  const { api, table } = stage
  await seed(table, NEAR, [lentFloor('pres', 2)])
  const [agent, manager] = [await stage.withRole('agent', 'Odile'), await stage.withRole('manager', 'Paul')]
  const colleague = await stage.withRole('mediator', 'Karim')
  const agentNear = await stage.withRole('agent', 'Nora')
  await api.deps.grants.give(agentNear.holder, { role: 'agent', scope: { kind: 'site', site: NEAR.id } })
  const call = (method: string, path: string, cookie: string, body?: object): Promise<Answer> => {
    const headers = method === 'POST' ? aKey() : {}
    return untilDecided(() => api.call(method, path, { cookie, headers, ...(body && { body }) }))
  }
  const site = aSite().id
  const lent = await call('POST', `/sites/${site}/spaces`, manager.cookie, {
    ...aSetUp({ capacity: 2, limits: OPEN, openings: [fixedOpening('08:00', '20:00')] }),
  })
  expect(lent.status).toBe(201)
  const people: Somebody[] = []
  for (const name of NAMES) {
    // A person who books far away first is known from then on.
    const phone = `03 26 81 00 0${people.length}`
    const day = `2026-12-1${people.length}`
    const body = {
      site,
      space: lent.body.id,
      date: day,
      start: '08:00',
      end: '10:00',
      use: 'desk',
      for: { name, phone },
    }
    expect((await call('POST', '/bookings', agent.cookie, body)).status).toBe(201)
    const found = await call('POST', `/sites/${site}/people/search`, agent.cookie, { phone })
    people.push({ name, holder: found.body.people[0].holder })
  }
  for (let at = 0; at < EMAILS; at++) {
    const email = `told-${at}@example.org`
    const cookie = await api.signIn(email, `Camille ${at}`)
    people.push({
      name: `Camille ${at}`,
      holder: cookie.split('=')[1]?.split('.')[0] as HolderId,
      cookie,
      email,
    })
  }
  const workshops: string[] = []
  for (const date of DAYS) workshops.push((await stage.plan({ space: 'atelier', date, seats: 2 })).body.id)
  let seats = 0
  // The site starts full, so that each command concerns somebody.
  for (const [at, { cookie = agent.cookie, email, holder }] of people.entries()) {
    const person = email ? {} : { for: { holder } }
    const [workshop, date] = [workshops[at % workshops.length], DAYS[(at + 1) % DAYS.length]]
    const seat = await call('POST', `/workshops/${workshop}/seats`, cookie, person)
    if (seat.status === 201) seats++
    else await call('POST', `/workshops/${workshop}/waits`, cookie, person)
    const space = at % 3 ? lent.body.id : 'reunion'
    await call('POST', '/bookings', cookie, {
      site,
      space,
      date,
      start: '08:00',
      end: '10:00',
      use: 'desk',
      ...person,
    })
  }
  const sent: Message[] = []
  const deliver = sendMessages({
    ...api.deps,
    marks: messageStore(table),
    reminders: reminderStore(table),
    origin: 'https://restante.example',
    send: async (message) => void sent.push(message),
  })
  const look = async (): Promise<Images> =>
    new Map((await scanImages(table)).map((image) => [`${image.pk?.S} ${image.sk?.S}`, image]))
  const images = await look()
  return {
    ...{
      stage,
      api,
      table,
      site,
      people,
      agent,
      agentNear,
      colleague,
      manager,
      call,
      sent,
      images,
      desk: lent.body,
    },
    workshops,
    closures: [] as string[],
    /** Open calls: about which booking, at which site. */
    expected: new Map<string, HolderId>(),
    counts: { steps: 0, seats, closures: 0, ends: 0, mails: 0, calls: 0, ticks: 0 },
    look,
    /** The messages that the stream makes of later writes. */
    tell: async (before: Images, after: Images): Promise<Message[]> => {
      const from = sent.length
      const Records = [...after]
        .filter(([name, image]) => JSON.stringify(before.get(name)) !== JSON.stringify(image))
        .map(([name, NewImage], at): DynamoDBRecord => {
          const OldImage = before.get(name)
          return {
            eventName: OldImage ? 'MODIFY' : 'INSERT',
            dynamodb: {
              SequenceNumber: String(at),
              NewImage: NewImage as never,
              ...(OldImage && { OldImage: OldImage as never }),
            },
          }
        })
      expect(await quietly(() => deliver({ Records }))).toEqual({ batchItemFailures: [] })
      return sent.slice(from)
    },
    pass: (minutes: number) => {
      api.clock.now = addMinutes(api.clock.now, minutes)
    },
  }
}

export type ToldWorld = Awaited<ReturnType<typeof aToldWorld>>

const seen = ({ status, space, date, start, end, places }: Booking) =>
  [status, space, date, start, end, places].join()

/** Changes for a holder, by themselves or by others. */
export const changedIn = (before: Images, after: Images) => {
  const [were, waited] = [bookingsIn(before), waitsIn(before)]
  return {
    bookings: [...bookingsIn(after).values()].filter((now) => {
      const was = were.get(now.id)
      return !was || seen(was) !== seen(now)
    }),
    waits: [...waitsIn(after).values()].filter(
      ({ id, status }) => status === 'ended' && waited.get(id)?.status !== status,
    ),
    offered: [...waitsIn(after).values()].filter(
      ({ id, status, workshop }) => workshop && status === 'offered' && waited.get(id)?.status === 'waiting',
    ),
  }
}

const workshopsIn = (images: Images): Map<string, Workshop> =>
  new Map(
    [...images]
      .filter(([, image]) => image.sk?.S === 'WORKSHOP')
      .map(([, image]) => {
        const workshop = workshopOf(unmarshall(image))
        return [workshop.id, workshop]
      }),
  )

/** Seats and waits of workshops that are new to people in another way than by their end. */
export const changedParts = (before: Images, after: Images) => {
  const were = workshopsIn(before)
  const changed = new Set(
    [...workshopsIn(after).values()]
      .filter(({ id, status }) => status === 'planned' && were.has(id))
      .filter((now) => isNewToPeople(were.get(now.id) ?? now, now))
      .map(({ id }) => id),
  )
  const isOf = (workshop: Workshop['id'] | undefined) => workshop !== undefined && changed.has(workshop)
  return [
    ...[...bookingsIn(after).values()].filter((each) => isActive(each) && isOf(seatIn(each))),
    // Who is offered a seat by the same change is told of that.
    ...[...waitsIn(after).values()].filter(({ status, workshop }) => status === 'waiting' && isOf(workshop)),
  ]
}
