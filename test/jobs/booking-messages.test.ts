import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessages } from '../../functions/jobs/send-messages/send-messages.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { asNoShow, cancelled } from '../../shared/domain/booking-state.ts'
import type { MinuteRange } from '../../shared/domain/counter-hours.ts'
import { directoryEntryOf } from '../../shared/domain/directory.ts'
import type { BookingId, Hash, SeriesId, SiteId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { Site } from '../../shared/domain/site.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import { sealBy } from '../../shared/store/mail-secrets.ts'
import {
  AFTERNOONS,
  aBooking,
  aSite,
  aSpace,
  type BookingChanges,
  date,
  NOW,
  PARIS,
  range,
  TUESDAY,
  time,
} from '../support/builders.ts'
import { NOBODY_IS_CALLED } from '../support/nobody-is-called.ts'

const EMAIL = 'camille@example.org'
const MONDAY_AT_10 = addMinutes(NOW, 48 * 60)

const aWorld = () => {
  const sent: Message[] = []
  const told = new Set<string>()
  const stored = new Map<BookingId, Booking>()
  const world = {
    sent,
    stored,
    email: EMAIL as string | undefined,
    language: 'fr' as Language,
    space: aSpace(),
    now: NOW,
    near: [] as Site[],
  }
  const deliver = sendMessages({
    now: () => world.now,
    origin: 'https://restante.example',
    code: () => '123456',
    seal: sealBy('a-key'),
    bookings: {
      findBooking: async (id) => stored.get(id),
      listSiteBookings: async () => [],
      listAllFrom: async () => [],
    },
    series: { findBookings: async () => [] },
    sites: {
      findSite: async (id) => {
        const site = world.near.find((each) => each.id === id) ?? aSite()
        return { site, spaces: [world.space], closures: [] }
      },
    },
    workshops: { findWorkshops: async () => [], listWorkshops: async () => [] },
    members: { findMembership: async () => undefined },
    waitlist: {
      readHead: async (name) => ({ ...name, version: undefined }),
      readWaitlist: async () => ({ waits: [] }),
      findEntry: async () => undefined,
      countBefore: async () => 0,
    },
    identities: {
      findHolder: async (id) => ({
        id,
        ...(world.email && { email: world.email }),
        language: world.language,
      }),
      findHolders: async () => new Map(),
      findByEmail: async () => undefined,
    },
    grants: { listHolders: async () => [] },
    listing: { readShard: async () => world.near.map((site) => directoryEntryOf(site, [])) },
    hooks: { findHook: async () => undefined },
    hours: {
      readHours: async () =>
        new Map(world.near.flatMap(({ id, counter }) => (counter ? [[id, counter] as const] : []))),
    },
    proposals: { findProposal: async () => undefined },
    marks: {
      begin: async (event) => (told.has(event) ? 'told' : 'begun'),
      told: async (event) => void told.add(event),
      giveUp: async () => {},
    },
    reminders: { setReminder: async () => {} },
    ...NOBODY_IS_CALLED,
    send: async (message) => void sent.push(message),
  })
  let numbers = 0
  const imageOf = (booking: Booking) =>
    marshall(bookingItem(booking, 'hash' as Hash), { removeUndefinedValues: true }) as never
  const record = (to: Booking, from?: Booking): DynamoDBRecord => ({
    eventName: from ? 'MODIFY' : 'INSERT',
    dynamodb: {
      SequenceNumber: String(++numbers),
      NewImage: imageOf(to),
      ...(from && { OldImage: imageOf(from) }),
    },
  })
  /** The message about a change that has just been written, told twice by the stream. */
  const tell = async (to: Booking, from?: Booking): Promise<Message | undefined> => {
    stored.set(to.id, to)
    const before = sent.length
    const { batchItemFailures } = await deliver({ Records: [record(to, from), record(to, from)] })
    expect(batchItemFailures).toEqual([])
    expect(sent.length - before).toBeLessThanOrEqual(1)
    return sent.at(before)
  }
  return { world, tell, deliver, record }
}

const requested = aBooking({ status: 'requested', until: MONDAY_AT_10 })
const offered = aBooking({ status: 'offered', until: MONDAY_AT_10, wait: 'w' as WaitlistEntryId })
const confirmed = aBooking()
const confirmedFrom = (from: Booking, changes: BookingChanges = {}): Booking =>
  aBooking({ ...from, status: 'confirmed', until: undefined, revision: from.revision + 1, ...changes })

describe('a holder', () => {
  let world: ReturnType<typeof aWorld>['world']
  let tell: ReturnType<typeof aWorld>['tell']
  let deliver: ReturnType<typeof aWorld>['deliver']
  let record: ReturnType<typeof aWorld>['record']
  beforeEach(() => {
    ;({ world, tell, deliver, record } = aWorld())
  })

  it('is told that a request is sent, and by when it is answered', async () => {
    const message = await tell(requested)
    expect(message?.subject).toBe('Demande envoyée : mardi 24 novembre, Montmirail')
    expect(message?.text).toContain(
      'Vous aurez la réponse avant le lundi 23 novembre à 10 h. Le délai ne court que quand le guichet du lieu est ouvert.',
    )
    expect(message?.text).toContain('/reservation?id=0123456789abcdefghjk')
  })

  it('is told in English, with pages in English, once they read them', async () => {
    world.language = 'en'
    const message = await tell(requested)
    expect(message?.subject).toBe('Request sent: Tuesday 24 November, Montmirail')
    expect(message?.text).toContain('You will have the answer before Monday 23 November at 10 am.')
    expect(message?.text).toContain('Tuesday 24 November, 8 am to 12 noon')
    expect(message?.text).toContain('https://restante.example/en/reservation?id=0123456789abcdefghjk')
  })

  it('is told that a request is accepted or refused, with the answerer’s words', async () => {
    const note = 'La clé est à la mairie.'
    const yes = await tell(confirmedFrom(requested, { note }), requested)
    expect([yes?.subject, yes?.text]).toEqual([
      'C’est accepté : mardi 24 novembre, Montmirail',
      expect.stringContaining(`Le mot du lieu : ${note}`),
    ])
    const other = aBooking({ ...requested, id: 'o'.repeat(20) as BookingId })
    const no = await tell(cancelled(other, 'not-approved', 'La salle est en travaux.'), other)
    expect(no?.subject).toBe('Demande refusée : mardi 24 novembre, Montmirail')
    expect(no?.text).toContain('Le mot du lieu : La salle est en travaux.')
  })

  it('is told with a confirmation how one gets in, and what it costs', async () => {
    const hours = [[[510, 720]], [], [], [], [], [], []] as const
    const keeper = { name: 'Mairie', address: '1 place Rémy Petit', hours }
    world.space = aSpace({ access: { kind: 'key-holder', keeper }, price: { per: 'day', cents: 1250 } })
    const text = (await tell(confirmed))?.text
    expect(text).toContain('Prix : 12,50 € la journée, à payer sur place')
    expect(text).toContain('Pour entrer : une clé est à retirer. Mairie, 1 place Rémy Petit.')
    expect(text).toContain('Retirez la clé avant : lundi 23 novembre, de 8 h 30 à 12 h.')
  })

  it('is not told who comes to open before a request is accepted', async () => {
    world.space = aSpace({ access: { kind: 'host', host: { name: 'Madame Petit' } } })
    expect((await tell(requested))?.text).not.toContain('Petit')
    expect((await tell(confirmedFrom(requested), requested))?.text).toContain('Madame Petit vous ouvre.')
  })

  it('is told that a space is offered, until when, and where to accept it', async () => {
    const message = await tell(offered)
    expect(message?.subject).toBe('Une place est libre pour vous : mardi 24 novembre, Montmirail')
    expect(message?.text).toContain('Répondez avant le lundi 23 novembre à 10 h.')
    expect(message?.text).toContain('Le mardi 24 novembre, de 8 h à 12 h')
    expect((await tell(confirmedFrom(offered), offered))?.subject).toMatch(/^C’est réservé : /)
  })

  it.each<[string, Booking, string]>([
    ['a request', requested, 'Demande restée sans réponse'],
    ['an offer', offered, 'La place n’est plus gardée'],
  ])('is told that nobody answered %s in time', async (_, held, title) => {
    expect((await tell(cancelled(held, 'lapsed'), held))?.subject).toBe(
      `${title} : mardi 24 novembre, Montmirail`,
    )
  })

  it.each([
    ['closure', 'le lieu sera fermé'],
    ['hours-changed', 'les horaires du lieu ont changé'],
    ['workshop-cancelled', 'l’atelier n’aura pas lieu'],
  ] as const)('is told that a booking is cancelled by %s, and why', async (cause, why) => {
    const message = await tell(cancelled(confirmed, cause, 'Fuite d’eau'), confirmed)
    expect(message?.subject).toMatch(/^Réservation annulée : /)
    expect(message?.text).toContain(`est annulée : ${why}.`)
    expect(message?.text).toContain('Le mot du lieu : Fuite d’eau')
  })

  it('is told by a closure which counter near is open then, or opens next', async () => {
    const near = (id: string, name: string, lon: number, day: readonly MinuteRange[]) =>
      aSite({
        ...{ id: id as SiteId, name, commune: name, position: { lat: 48.87, lon } },
        counter: { ...AFTERNOONS, weekly: Array(7).fill(day) },
      })
    world.near = [aSite(), near('2A', 'Orbais', 3.6, [[840, 1080]]), near('3A', 'Sézanne', 3.8, [[480, 720]])]
    const lost = cancelled(confirmed, 'closure', 'Fuite d’eau')
    const closed = await tell(lost, confirmed)
    expect(closed?.text).toContain(
      'À cette heure-là, le guichet le plus proche sera ouvert jusqu’à 12 h, à 19 km à vol d’oiseau :\nSézanne\n9 rue',
    )
    world.near = world.near.slice(0, 2)
    const another = aBooking({ id: 'c'.repeat(20) as BookingId })
    expect((await tell(cancelled(another, 'closure', 'Fuite d’eau'), another))?.text).toContain(
      'Le guichet le plus proche ouvrira le mardi 24 novembre à 14 h, à 5 km à vol d’oiseau :\nOrbais\n9 rue',
    )
    const kept = aBooking({ id: 'd'.repeat(20) as BookingId })
    expect((await tell(cancelled(kept, 'hours-changed', ''), kept))?.text).not.toContain('guichet le plus')
  })

  it('is told that the site cancels a booking, in the words of its staff', async () => {
    const message = await tell(
      cancelled(confirmed, 'staff', 'Le plafond fuit au-dessus de votre table.'),
      confirmed,
    )
    expect(message?.subject).toBe('Réservation annulée : mardi 24 novembre, Montmirail')
    expect(message?.text).toContain('Le lieu a dû annuler votre réservation.')
    expect(message?.text).toContain('Le mot du lieu : Le plafond fuit au-dessus de votre table.')
  })

  it('is told of a lost booking and its replacement in one message', async () => {
    const instead = 'i'.repeat(20) as BookingId
    const lost = { ...cancelled(confirmed, 'closure', 'Fuite d’eau'), replacedBy: instead }
    expect(await tell(lost, confirmed)).toBeUndefined()
    const { wait: _, ...place } = offered
    const kept = aBooking({
      ...place,
      id: instead,
      date: date('2026-11-25'),
      replaces: lost.id,
      distanceKm: 23.4,
    })
    const message = await tell(kept)
    expect(message?.subject).toBe('Votre réservation change : mercredi 25 novembre, Montmirail')
    expect(message?.text).toContain(
      'Votre place du mardi 24 novembre, de 8 h à 12 h, est annulée : le lieu sera fermé.',
    )
    expect(message?.text).toContain('Le mot du lieu : Fuite d’eau')
    expect(message?.text).toContain('Le mercredi 25 novembre, de 8 h à 12 h')
    expect(message?.text).toContain(
      'une autre, à 23 km à vol d’oiseau, ci-dessous : à vous de dire si elle vous convient.',
    )
    expect(message?.text).toContain(`/reservation?id=${instead}`)
  })

  it('is told of each move of a booking, and of no other change', async () => {
    const moved = aBooking({ ...range('09:00-12:00'), revision: 1 })
    const message = await tell(moved, confirmed)
    expect(message?.subject).toBe('C’est déplacé : mardi 24 novembre, Montmirail')
    expect(message?.text).toContain('de 9 h à 12 h')
    expect(await tell(aBooking({ ...moved, revision: 2 }), moved)).toBeUndefined()
    expect((await tell(aBooking({ revision: 3 }), aBooking({ ...moved, revision: 2 })))?.text).toContain(
      'de 8 h à 12 h',
    )
  })

  it('is told that the units are given up when nobody came', async () => {
    const message = await tell(asNoShow(confirmed), confirmed)
    expect(message?.subject).toBe('Place rendue : mardi 24 novembre, Montmirail')
    expect(message?.text).toContain('Vous étiez là ?')
  })

  it('is told when to check in, where units are given up otherwise', async () => {
    world.space = aSpace({ checkIn: { opensMinutes: 30, closesMinutes: 15, releases: true } })
    const claimed = aBooking({ claimBy: instantAt(TUESDAY, time('08:15'), PARIS) })
    expect((await tell(claimed))?.text).toContain('entre 7 h 30 et 8 h 15')
  })

  it('is told of a moved request again, and of each answer', async () => {
    const accepted = confirmedFrom(requested)
    const asked = aBooking({ ...requested, ...range('09:00-12:00'), revision: 2 })
    const subjects = [
      await tell(requested),
      await tell(accepted, requested),
      await tell(asked, accepted),
      await tell(confirmedFrom(asked), asked),
    ].map((message) => message?.subject.split(' :')[0])
    expect(subjects).toEqual(['Demande envoyée', 'C’est accepté', 'Demande envoyée', 'C’est accepté'])
  })

  it('is told nothing of their own actions, or of attendance', async () => {
    expect(await tell(cancelled(offered, 'declined'), offered)).toBeUndefined()
    expect(await tell(aBooking({ status: 'attended', revision: 1 }), confirmed)).toBeUndefined()
  })

  it('is told of a date of a series only what others do to it', async () => {
    const series = 's' as SeriesId
    const asked = aBooking({ ...requested, series })
    expect(await tell(asked)).toBeUndefined()
    expect((await tell(confirmedFrom(asked), asked))?.subject).toMatch(/^C’est accepté/)
    const other = aBooking({ ...asked, id: 'o'.repeat(20) as BookingId })
    expect((await tell(cancelled(other, 'not-approved'), other))?.subject).toMatch(/^Demande refusée/)
    const taken = aBooking({ series, id: 't'.repeat(20) as BookingId })
    expect((await tell(cancelled(taken, 'staff', 'Fuite d’eau'), taken))?.text).toContain('Fuite d’eau')
    const booked = aBooking({ series })
    expect(await tell(aBooking({ series, ...range('09:00-12:00'), revision: 1 }), booked)).toBeUndefined()
    expect(await tell(cancelled(booked, 'holder'), booked)).toBeUndefined()
  })

  it('is told nothing that is out of date when the message leaves', async () => {
    world.stored.set(offered.id, confirmedFrom(offered))
    await deliver({ Records: [record(offered)] })
    world.stored.set(confirmed.id, aBooking({ ...range('09:00-12:00'), revision: 1 }))
    await deliver({ Records: [record(confirmed)] })
    world.now = MONDAY_AT_10
    await tell(offered)
    expect(world.sent).toEqual([])
  })

  it('is told by voice when they have no e-mail', async () => {
    world.email = undefined
    expect(await tell(offered)).toBeUndefined()
  })
})
