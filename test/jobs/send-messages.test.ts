import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { UndeliverableError } from '../../functions/invocation/each-record.ts'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessages } from '../../functions/jobs/send-messages/send-messages.ts'
import type { RosterEntry } from '../../shared/domain/association.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type Hash, type HolderId, NOBODY, type ProposalId, type SeriesId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { Proposal } from '../../shared/domain/proposal.ts'
import type { Membership } from '../../shared/domain/public.ts'
import { formatScope, type Scope } from '../../shared/domain/rights.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { seatsOf, type Workshop } from '../../shared/domain/workshop.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import { siteKey } from '../../shared/store/keys/site-keys.ts'
import type { WaitlistName } from '../../shared/store/keys/waitlist-keys.ts'
import { sealBy } from '../../shared/store/mail-secrets.ts'
import { proposalItem } from '../../shared/store/proposal-item.ts'
import type { ListedWorkshop } from '../../shared/store/workshop-listing.ts'
import { aBooking, aSite, aSpace, aWorkshop, NOW, range } from '../support/builders.ts'
import { NOBODY_IS_CALLED } from '../support/nobody-is-called.ts'

const EMAIL = 'camille@example.org'
const [ANNE, BRUNO, CLAIRE] = ['anne', 'bruno', 'claire'] as [HolderId, HolderId, HolderId]

const aProposal: Proposal = {
  id: 'p'.repeat(20) as ProposalId,
  site: aSite().id,
  holder: aBooking().holder,
  idea: 'Un atelier de couture',
  audience: 'Les habitants',
  times: 'Le mercredi après-midi',
  status: 'asked',
  createdAt: NOW,
}

const aWorld = () => {
  const sent: Pick<Message, 'to' | 'subject' | 'text'>[] = []
  const told = new Set<string>()
  const world = {
    sent,
    latest: aBooking() as Booking | undefined,
    providerIsDown: false,
    refusal: undefined as Error | undefined,
    /** The address to which `refusal` is limited. */
    refused: undefined as string | undefined,
    now: NOW,
    entries: [] as RosterEntry[],
    /** Who manages what, by scope. */
    managers: {} as Record<string, HolderId>,
    proposal: 'asked' as Proposal['status'],
    language: 'fr' as Language,
    workshop: aWorkshop(),
    seats: [] as Booking[],
    membership: undefined as Membership | undefined,
    waits: [] as WaitlistEntry[],
    listed: [] as ListedWorkshop[],
  }
  const deps = {
    now: () => world.now,
    origin: 'https://restante.example',
    code: () => '123456',
    seal: sealBy('a-key'),
    bookings: {
      findBooking: async () => world.latest,
      listSiteBookings: async () => world.seats,
      listAllFrom: async () => [],
    },
    series: { findBookings: async () => [] },
    sites: { findSite: async () => ({ site: aSite(), spaces: [aSpace()], closures: [] }) },
    workshops: { findWorkshops: async () => [world.workshop], listWorkshops: async () => world.listed },
    members: { findMembership: async () => world.membership },
    waitlist: {
      readHead: async (name: WaitlistName) => ({ ...name, version: undefined }),
      readWaitlist: async () => ({ waits: world.waits }),
      findEntry: async () => undefined,
      countBefore: async () => 0,
    },
    identities: {
      findHolder: async () => ({
        id: aBooking().holder,
        email: EMAIL,
        name: 'Ciné-club',
        language: world.language,
      }),
      findByEmail: async () => aBooking().holder,
      findHolders: async (ids: readonly HolderId[]) =>
        new Map(ids.map((id) => [id, { id, email: `${id}@example.org` }] as const)),
    },
    grants: {
      listHolders: async (scope: Scope) => {
        if (scope.kind === 'association') return world.entries.map((entry) => ({ ...entry, scope }))
        const holder = world.managers[formatScope(scope)]
        const agent = { holder: BRUNO, role: 'agent', scope } as const
        return holder ? [agent, { holder, role: 'manager', scope } as const] : [agent]
      },
    },
    listing: { readShard: async () => [] },
    hooks: { findHook: async () => undefined },
    hours: { readHours: async () => new Map() },
    proposals: {
      findProposal: async () => ({
        proposal: { ...aProposal, status: world.proposal },
        ticket: 0,
        requestHash: 'h' as Hash,
      }),
    },
    marks: {
      begin: async (event: string) => (told.has(event) ? ('told' as const) : ('begun' as const)),
      told: async (event: string) => void told.add(event),
      giveUp: async () => {},
    },
    reminders: { setReminder: async () => {} },
    ...NOBODY_IS_CALLED,
    send: async (message: Message) => {
      if (world.refusal && message.to === (world.refused ?? message.to)) throw world.refusal
      if (world.providerIsDown) throw new Error('down')
      const { to, subject, text } = message
      sent.push({ to, subject, text })
    },
  }
  return { world, deliver: sendMessages(deps) }
}

let numbers = 0
const record = (after: object | undefined, before?: object): DynamoDBRecord => ({
  eventName: before ? 'MODIFY' : 'INSERT',
  dynamodb: {
    SequenceNumber: String(++numbers),
    ...(after && { NewImage: marshall(after) as never }),
    ...(before && { OldImage: marshall(before) as never }),
  },
})

const stored = (changes: Partial<Booking> = {}) => bookingItem(aBooking(changes), 'hash' as Hash)
const code = {
  pk: 'CODE#x',
  sk: 'CODE',
  email: EMAIL,
  expiresAt: addMinutes(NOW, 10),
  tries: 0,
  used: false,
}

const aStoredSeries = (changes: object = {}) => {
  const { allocations: _, ...common } = aBooking()
  return {
    ...common,
    ...{
      pk: 'SERIES#s',
      sk: 'SERIES',
      id: 's',
      rule: 'FREQ=WEEKLY',
      mode: 'possible',
      state: 'booking',
      days: 0,
    },
    dates: ['2026-11-24', '2026-12-01', '2026-12-08'],
    refusals: {},
    ...changes,
  }
}

describe('a workshop that changes', () => {
  const before = aWorkshop()
  const workshopRecord = (changes: Partial<Workshop>) => {
    const key = { pk: `WORKSHOP#${before.id}`, sk: 'WORKSHOP' }
    return record({ ...key, ...before, ...changes }, { ...key, ...before })
  }
  const aChange = (changes: Partial<Workshop>) => {
    const { world, deliver } = aWorld()
    world.workshop = aWorkshop({ ...changes, revision: 1 })
    world.seats = [aBooking({ workshop: before.id, space: seatsOf(before.id), holder: CLAIRE }), aBooking()]
    return { world, told: () => deliver({ Records: [workshopRecord({ ...changes, revision: 1 })] }) }
  }

  it('is told to people with a seat, and to both who led it and who lead it now, once each', async () => {
    const { world, told } = aChange({ mediator: ANNE, mediatorName: 'Anne' })
    await told()
    await told()
    expect(world.sent.map(({ to }) => to).sort()).toEqual(
      [ANNE, CLAIRE, before.mediator].map((each) => `${each}@example.org`).sort(),
    )
    expect(world.sent[0]?.text).toContain('Il est maintenant animé par Anne.')
  })

  it('is told to the mediators alone when one beside the first is taken off or added', async () => {
    const presence = 'p'.repeat(20) as Booking['id']
    const of = (id: HolderId, name: string) => ({ id, name, presence })
    const led = { ...before, coMediators: [of(ANNE, 'Anne')] }
    const { world, deliver } = aWorld()
    const now = { ...led, coMediators: [of(BRUNO, 'Bruno')], revision: 1 }
    world.workshop = now
    world.seats = [aBooking({ workshop: before.id, space: seatsOf(before.id), holder: CLAIRE })]
    const key = { pk: `WORKSHOP#${before.id}`, sk: 'WORKSHOP' }
    await deliver({ Records: [record({ ...key, ...now }, { ...key, ...led })] })
    expect(world.sent.map(({ to }) => to).sort()).toEqual(
      [ANNE, before.mediator].map((each) => `${each}@example.org`).sort(),
    )
    expect(world.sent[0]?.text).toContain(`Il est maintenant animé par ${before.mediatorName} et Bruno.`)
    const gone = aBooking({ workshop: before.id, allocations: [], holder: ANNE })
    const left = { ...gone, status: 'cancelled', cause: 'handed-over', revision: 1 }
    const place = { pk: `BOOKING#${gone.id}`, sk: 'BOOKING' }
    await deliver({ Records: [record({ ...place, ...left }, { ...place, ...gone })] })
    expect(world.sent).toHaveLength(2)
  })

  it('is told once to who has an offered seat that moves, or was offered one by the same change', async () => {
    const there = { date: '2026-11-26' as Workshop['date'], ...range('14:00-16:00') }
    const { world, deliver } = aWorld()
    const editedAt = NOW
    world.workshop = aWorkshop({ ...there, editedAt, revision: 1 })
    const offer = (holder: HolderId, createdAt: number) =>
      aBooking({
        ...{ workshop: before.id, space: seatsOf(before.id), holder, status: 'offered', until: NOW },
        ...{ createdAt: createdAt as typeof NOW },
      } as Partial<Booking>)
    const moved = offer(ANNE, NOW - 1)
    world.seats = [{ ...moved, ...there, revision: 1 } as Booking, offer(BRUNO, NOW + 1)]
    const place = { pk: `BOOKING#${moved.id}`, sk: 'BOOKING' }
    await deliver({
      Records: [
        workshopRecord({ ...there, editedAt, revision: 1 }),
        record({ ...place, ...moved, ...there, revision: 1 }, { ...place, ...moved }),
      ],
    })
    expect(world.sent.map(({ to }) => to).filter((to) => !to.startsWith(before.mediator))).toEqual([
      `${ANNE}@example.org`,
    ])
    expect(world.sent.find(({ to }) => to === `${ANNE}@example.org`)?.text).toContain('Répondez avant')
  })

  it('is told as appointments if it is a permanence', async () => {
    const appointments = { minutes: 30 } as const
    const { world, told } = aChange({ appointments, mediator: ANNE, mediatorName: 'Anne' })
    await told()
    const [{ subject, text } = { subject: '', text: '' }] = world.sent
    expect(subject).toMatch(/^Du nouveau pour les rendez-vous : /)
    expect(text).toContain('Ils sont maintenant avec Anne.')
    expect(text).toContain('Les heures et le lieu restent les mêmes')
    expect(text).not.toMatch(/[Ll]’atelier/)
  })

  it('is told although it changed otherwise since, and once somebody else leads it only to who led it', async () => {
    const { world, told } = aChange({ title: 'Mes photos' })
    world.workshop = aWorkshop({ title: 'Mes photos', seats: 8, revision: 2 })
    await told()
    expect(world.sent.map(({ to }) => to)).toEqual([`${CLAIRE}@example.org`])
    const late = aChange({ mediator: ANNE, mediatorName: 'Anne' })
    late.world.workshop = aWorkshop({ mediator: BRUNO, mediatorName: 'Bruno', revision: 2 })
    await late.told()
    expect(late.world.sent.map(({ to }) => to)).toEqual([`${before.mediator}@example.org`])
    expect(late.world.sent[0]?.text).toContain('Il est maintenant animé par Bruno.')
  })

  it('is told of its move although it is called otherwise since, as it is now', async () => {
    const there = { date: '2026-11-26' as Workshop['date'], ...range('14:00-16:00') }
    const { world, told } = aChange(there)
    world.workshop = aWorkshop({ ...there, title: 'Mes photos', revision: 2 })
    await told()
    const text = world.sent.find(({ to }) => to === `${CLAIRE}@example.org`)?.text
    expect(text).toContain('Maintenant : le jeudi 26 novembre, de 14 h à 16 h.')
    expect(text).toContain('Il s’appelle maintenant « Mes photos ».')
  })

  it('says to who was offered a seat that it waits for an answer', async () => {
    const { world, told } = aChange({ date: '2026-11-26' as Workshop['date'] })
    world.seats = world.seats.map((seat) => ({ ...seat, status: 'offered', until: NOW }) as Booking)
    await told()
    const text = world.sent.find(({ to }) => to === `${CLAIRE}@example.org`)?.text
    expect(text).toContain('Répondez avant')
    expect(text).not.toContain('gardée')
  })

  it('names the hour of an appointment, not that of the whole permanence', async () => {
    const { world, told } = aChange({ mediator: ANNE, mediatorName: 'Anne' })
    world.seats = world.seats.map((seat) => ({ ...seat, ...range('10:30-11:00') }))
    await told()
    const text = world.sent.find(({ to }) => to === `${CLAIRE}@example.org`)?.text
    expect(text).toContain('de 10 h 30 à 11 h')
  })

  it('is told to people who wait, and says when and where it is now, and how to give a seat back', async () => {
    const { world, told } = aChange({ date: '2026-11-26' as Workshop['date'], ...range('14:00-16:00') })
    world.waits = [{ holder: BRUNO } as WaitlistEntry]
    await told()
    const textTo = (who: string) => world.sent.find(({ to }) => to === `${who}@example.org`)?.text
    expect(world.sent.map(({ to }) => to).sort()).toEqual(
      [BRUNO, CLAIRE, before.mediator].map((each) => `${each}@example.org`).sort(),
    )
    for (const who of [BRUNO, CLAIRE]) {
      expect(textTo(who)).toContain('Avant : le mardi 24 novembre, de 10 h à 12 h.')
      expect(textTo(who)).toContain(
        'Maintenant : le jeudi 26 novembre, de 14 h à 16 h. Bureau partagé, Montmirail.',
      )
    }
    expect(textTo(BRUNO)).toContain('Vous gardez votre rang')
    expect(textTo(CLAIRE)).toContain(`/annuler?id=${world.seats[0]?.id}`)
  })

  it('is not told when who led it is forgotten', async () => {
    const { world, deliver } = aWorld()
    const forgotten = { ...before, mediator: NOBODY, mediatorName: '' }
    world.workshop = forgotten
    world.seats = [aBooking({ workshop: before.id, space: seatsOf(before.id), holder: CLAIRE })]
    const key = { pk: `WORKSHOP#${before.id}`, sk: 'WORKSHOP' }
    await deliver({ Records: [record({ ...key, ...forgotten }, { ...key, ...before })] })
    expect(world.sent).toEqual([])
  })

  it('is told once for a whole cycle to who has several seats, and one by one to others', async () => {
    const { world, deliver } = aWorld()
    const act = { id: 'act', from: before.date }
    const cycle = 'c'.repeat(20) as Workshop['cycle']
    const two = ['a', 'b'].map((letter) => letter.repeat(20) as Workshop['id'])
    const seat = (workshop: Workshop['id'], holder: HolderId) =>
      aBooking({ workshop, space: seatsOf(workshop), holder })
    const [one = before.id, other = before.id] = two
    world.listed = two.map((id) => ({ id, site: before.site, date: before.date, at: id }))
    world.seats = [seat(one, CLAIRE), seat(other, CLAIRE), seat(one, BRUNO)]
    const changed = (id: Workshop['id']) => {
      const now = { ...before, id, cycle, title: 'Mes photos', act, revision: 1 }
      world.workshop = now
      const key = { pk: `WORKSHOP#${id}`, sk: 'WORKSHOP' }
      return deliver({ Records: [record({ ...key, ...now }, { ...key, ...before, id, cycle })] })
    }
    for (const id of two) await changed(id)
    expect(world.sent.map(({ to, subject }) => [to, subject.slice(0, 31)]).sort()).toEqual([
      [`${BRUNO}@example.org`, 'Du nouveau pour l’atelier : mar'],
      [`${CLAIRE}@example.org`, 'Du nouveau pour vos ateliers, à'],
    ])
  })

  it('says its new title, and nothing of other changes', async () => {
    const renamed = aChange({ title: 'Mes photos' })
    await renamed.told()
    expect(renamed.world.sent.map(({ to }) => to)).toEqual([`${CLAIRE}@example.org`])
    expect(renamed.world.sent[0]?.text).toContain('Il s’appelle maintenant « Mes photos ».')
    const larger = aChange({ seats: 8, description: 'Avec des tablettes.' })
    await larger.told()
    expect(larger.world.sent).toEqual([])
  })
})

describe('a membership', () => {
  const key = { pk: `HOLDER#${CLAIRE}`, sk: 'MEMBER#09410A' }
  const MEMBER = { public: 'member', until: '2027-01-31' as Membership['until'] } as const
  const admitted = { ...key, ...MEMBER, changedAt: NOW }

  it('is told to who gets it, and to who has it no longer, once each', async () => {
    const { world, deliver } = aWorld()
    world.membership = MEMBER
    for (let times = 0; times < 2; times++) await deliver({ Records: [record(admitted)] })
    world.membership = undefined
    for (let times = 0; times < 2; times++) await deliver({ Records: [record(undefined, admitted)] })
    expect(world.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [EMAIL, 'Votre adhésion : Montmirail'],
      [EMAIL, 'Votre adhésion a pris fin : Montmirail'],
    ])
    expect(world.sent[0]?.text).toContain('jusqu’au dimanche 31 janvier 2027')
  })

  it('is not told when nothing changes, nor once it has changed again', async () => {
    const { world, deliver } = aWorld()
    world.membership = MEMBER
    const longer = { ...admitted, until: '2027-12-31', changedAt: NOW + 1 }
    await deliver({
      Records: [record({ ...admitted, changedAt: NOW + 1 }, admitted), record(longer, admitted)],
    })
    expect(world.sent).toEqual([])
  })

  it('is told in the language of who has it', async () => {
    const { world, deliver } = aWorld()
    ;[world.membership, world.language] = [MEMBER, 'en']
    await deliver({ Records: [record(admitted)] })
    expect(world.sent[0]?.text).toContain('You are now a member at Montmirail.')
  })
})

describe('a message to an association', () => {
  const theirs = { bookedBy: BRUNO }

  it('goes to its leads and to its booker, once each however often the event arrives', async () => {
    const { world, deliver } = aWorld()
    world.entries = [
      { holder: ANNE, role: 'lead' },
      { holder: BRUNO, role: 'member' },
      { holder: CLAIRE, role: 'member' },
    ]
    world.latest = aBooking(theirs)
    const Records = [record(stored(theirs))]
    await deliver({ Records })
    await deliver({ Records })
    expect(world.sent.map(({ to }) => to)).toEqual(['anne@example.org', 'bruno@example.org'])
    expect(world.sent[0]?.text).toContain('Pour l’association Ciné-club')
  })

  it('still goes to the others, once the provider is up again, when it will never accept one address', async () => {
    const { world, deliver } = aWorld()
    world.entries = [
      { holder: ANNE, role: 'lead' },
      { holder: BRUNO, role: 'member' },
    ]
    world.latest = aBooking(theirs)
    Object.assign(world, { refusal: new UndeliverableError('MessageRejected'), refused: 'anne@example.org' })
    const Records = [record(stored(theirs))]
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    world.providerIsDown = true
    const { batchItemFailures } = await deliver({ Records })
    world.providerIsDown = false
    const again = await deliver({ Records })
    quiet.mockRestore()
    expect([batchItemFailures.length, again.batchItemFailures.length]).toEqual([1, 0])
    expect(world.sent.map(({ to }) => to)).toEqual(['bruno@example.org'])
  })

  it.each([
    ['moved', { date: '2026-11-25' as Booking['date'] }, 'C’est déplacé'],
    ['cancelled', { status: 'cancelled', cause: 'holder' }, 'Réservation annulée'],
  ] as const)(
    'says that a date of a series is %s alone, and nothing of one that goes with its series',
    async (_, change, subject) => {
      const { world, deliver } = aWorld()
      world.entries = [{ holder: ANNE, role: 'lead' }]
      const series = 's' as SeriesId
      const changed = { series, ...change, revision: 1 }
      for (const after of [
        { ...changed, withSeries: 1 },
        { ...theirs, ...changed, withSeries: 1 },
        { ...theirs, ...changed },
      ]) {
        const now = aBooking(after)
        world.latest = now
        await deliver({ Records: [record(stored(now), stored({ ...theirs, series }))] })
      }
      expect(world.sent).toMatchObject([
        { to: 'anne@example.org', subject: expect.stringContaining(subject) },
      ])
    },
  )

  it('does not go to a former member', async () => {
    const { world, deliver } = aWorld()
    world.entries = [{ holder: ANNE, role: 'lead' }]
    world.latest = aBooking(theirs)
    await deliver({ Records: [record(stored(theirs))] })
    expect(world.sent.map(({ to }) => to)).toEqual(['anne@example.org'])
  })
})

describe('a message', () => {
  let world: ReturnType<typeof aWorld>['world']
  let deliver: ReturnType<typeof aWorld>['deliver']
  beforeEach(() => {
    ;({ world, deliver } = aWorld())
  })

  it('carries the code to the address that asked for it', async () => {
    await deliver({ Records: [record(code)] })
    expect(world.sent).toEqual([
      {
        to: EMAIL,
        subject: '123456 : votre code Restante',
        text: expect.stringContaining('dans les 10 minutes'),
      },
    ])
  })

  it('is in English for a code that was asked for on a page in English', async () => {
    await deliver({ Records: [record({ ...code, language: 'en' })] })
    expect(world.sent[0]?.subject).toBe('123456: your Restante code')
    expect(world.sent[0]?.text).toContain('https://restante.example/en/code-recu#123456')
  })

  it('writes the code out before the link that fills it in, in a fragment that no server sees', async () => {
    await deliver({ Records: [record(code)] })
    const text = world.sent[0]?.text ?? ''
    const link = text.indexOf('https://restante.example/code-recu#123456')
    expect(link).toBeGreaterThan(text.indexOf('Votre code : 123456'))
  })

  it('says where and when a booking is, in words, with the booking’s own address', async () => {
    await deliver({ Records: [record(stored())] })
    const [message] = world.sent
    expect(message?.subject).toBe('C’est réservé : mardi 24 novembre, Montmirail')
    expect(message?.text).toContain('Le mardi 24 novembre, de 8 h à 12 h\nBureau partagé\nMontmirail')
    expect(message?.text).toContain('https://restante.example/reservation?id=0123456789abcdefghjk')
  })

  it('says that a booking is cancelled', async () => {
    world.latest = aBooking({ status: 'cancelled', revision: 1 })
    await deliver({ Records: [record(stored({ status: 'cancelled', revision: 1 }), stored())] })
    expect(world.sent[0]?.subject).toBe('Réservation annulée : mardi 24 novembre, Montmirail')
  })

  it('names the workshop of a seat', async () => {
    const { id } = aWorkshop()
    world.latest = aBooking({ workshop: id, space: seatsOf(id) })
    await deliver({ Records: [record(stored({ workshop: id, space: seatsOf(id) }))] })
    expect(world.sent[0]?.text).toContain(
      'Atelier : Premiers pas sur internet\nLe mardi 24 novembre, de 8 h à 12 h\nBureau partagé',
    )
  })

  it('tells people who wait that the workshop is cancelled, and nobody who gave up', async () => {
    const { site, date, start, end, id } = aWorkshop()
    const wish = {
      holder: aBooking().holder,
      date,
      start,
      end,
      quarters: 8,
      use: 'desk',
      places: 1,
      channel: 'web',
    }
    const wait = {
      ...wish,
      ...{ pk: 'WAIT#w', sk: 'WAIT', id: 'w', sites: [site], workshop: id, askedAt: NOW, ticket: 0 },
    }
    const waiting = { ...wait, status: 'waiting' }
    await deliver({
      Records: [record({ ...wait, status: 'left' }, waiting), record({ ...wait, status: 'ended' }, waiting)],
    })
    expect(world.sent).toEqual([
      {
        to: EMAIL,
        subject: 'Atelier annulé : mardi 24 novembre, Montmirail',
        text: expect.stringContaining(
          '« Premiers pas sur internet », pour lequel vous étiez sur la liste d’attente',
        ),
      },
    ])
  })

  it('tells the author of a proposal the answer, and nobody the question', async () => {
    const idea = { idea: 'Un atelier de couture', audience: 'Tous', times: 'Le mercredi', createdAt: NOW }
    const asked = {
      pk: 'PROPOSAL#09410A',
      sk: 'p',
      id: 'p',
      site: '09410A',
      holder: aBooking().holder,
      ...idea,
    }
    const answered = { ...asked, status: 'accepted', note: 'Dès janvier.' }
    await deliver({
      Records: [record({ ...asked, status: 'asked' }), record(answered, { ...asked, status: 'asked' })],
    })
    expect(world.sent).toEqual([
      {
        to: EMAIL,
        subject: 'Votre idée est retenue : Montmirail',
        text: expect.stringMatching(/Un atelier de couture(.|\n)+La réponse : Dès janvier\./),
      },
    ])
  })

  const asked = (changes: Partial<Proposal> = {}) =>
    proposalItem({ proposal: { ...aProposal, ...changes }, ticket: 0, requestHash: 'h' as Hash })

  it('tells the site’s manager of a new proposal, once, without its author or text', async () => {
    world.managers = { 'site:09410A': ANNE, 'departement:51': CLAIRE }
    for (let at = 0; at < 2; at++) await deliver({ Records: [record(asked())] })
    expect(world.sent).toEqual([
      {
        to: 'anne@example.org',
        subject: 'Une idée pour Montmirail',
        text: expect.stringContaining('https://restante.example/idees?lieu=09410A'),
      },
    ])
    for (const secret of ['couture', 'habitants', EMAIL]) expect(world.sent[0]?.text).not.toContain(secret)
    await deliver({ Records: [record(asked({ id: 'q'.repeat(20) as ProposalId }))] })
    expect(world.sent).toHaveLength(2)
  })

  it.each([
    ['departement:51', 'vous l’êtes pour son département'],
    ['network', 'pour le réseau'],
  ])('tells the person in charge of %s where nobody is nearer, and why them', async (scope, why) => {
    world.managers = { [scope]: CLAIRE }
    await deliver({ Records: [record(asked())] })
    expect(world.sent).toMatchObject([{ to: 'claire@example.org', text: expect.stringContaining(why) }])
  })

  it('is replaced by a log line when nobody is in charge, and delays no other', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await deliver({ Records: [record(asked())] })).toEqual({ batchItemFailures: [] })
    expect(said).toHaveBeenCalledWith(expect.stringContaining('record set aside'))
    said.mockRestore()
  })

  it('tells of no proposal that was answered or withdrawn before, nor of a withdrawal', async () => {
    world.managers = { 'site:09410A': ANNE }
    for (const status of ['withdrawn', 'accepted'] as const) {
      world.proposal = status
      await deliver({ Records: [record(asked())] })
    }
    await deliver({ Records: [record(asked({ status: 'withdrawn' }), asked())] })
    expect(world.sent).toEqual([])
  })

  it('tells of a series once, with all its dates, and of none of them alone', async () => {
    const series = aStoredSeries()
    const refusals = { '2026-12-01': { kind: 'taken', facts: {} } }
    await deliver({
      Records: [
        record(series),
        record(stored({ series: 's' as SeriesId })),
        record({ ...series, state: 'done', refusals }, series),
        record({ ...series, state: 'done', refusals }, { ...series, state: 'done', refusals }),
      ],
    })
    expect(world.sent).toEqual([
      {
        to: EMAIL,
        subject: 'C’est réservé : 2 dates, Montmirail',
        text: expect.stringContaining('- mardi 24 novembre\n- mardi 8 décembre\n'),
      },
    ])
  })

  it('tells once of all dates that a run has booked or failed for a series without an end', async () => {
    const rolling = { exceptions: [], pending: [] as string[] }
    const dates = ['2026-11-24', '2026-12-01', '2026-12-08']
    const before = aStoredSeries({ state: 'done', dates: dates.slice(0, 1), rolling })
    const claimed = { ...before, dates, revision: 1, rolling: { ...rolling, pending: dates.slice(1) } }
    const refusals = { '2026-12-08': { kind: 'taken', facts: { placesLeft: 0 } } }
    const settled = { ...claimed, revision: 2, refusals, rolling }
    const records = [
      record(claimed, before),
      record(stored({ series: 's' as SeriesId, date: '2026-12-01' as Booking['date'] })),
      record(settled, claimed),
    ]
    await deliver({ Records: records })
    await deliver({ Records: records })
    expect(world.sent).toHaveLength(1)
    expect(world.sent[0]?.subject).toBe('C’est réservé : une date de plus, Montmirail')
    expect(world.sent[0]?.text).toContain('continue, de 8 h à 12 h :\n\n- mardi 1er décembre\n\n')
    expect(world.sent[0]?.text).toContain('- mardi 8 décembre : déjà pris\n')
    const next = { ...settled, revision: 3, dates: [...dates, '2026-12-15'], rolling: claimed.rolling }
    const asked = { '2026-12-08': { kind: 'conditions-missing', facts: { version: 2 } } }
    await deliver({ Records: [record({ ...next, revision: 4, refusals: asked, rolling }, next)] })
    expect(world.sent).toHaveLength(2)
    expect(world.sent[1]?.text).toContain('- mardi 8 décembre : le règlement du lieu a changé, et')
    expect(world.sent[1]?.text).toContain('/accepter?lieu=09410A\n')
  })

  it.each([
    ['fr', ['Prix : gratuit', 'Pour entrer : ', 'Vos dates suivantes seront réservées', 'mardi 30 mars']],
    ['en', ['Price: free', 'To get in: ', 'Your later dates will be booked', 'Tuesday 30 March']],
  ] as const)(
    'tells with a series, in %s, the price, the way in and the dates to come',
    async (language, says) => {
      world.language = language
      const series = aStoredSeries({ rolling: { exceptions: [], pending: [], until: '2027-03-30' } })
      await deliver({ Records: [record({ ...series, state: 'done' }, series)] })
      for (const each of says) expect(world.sent[0]?.text).toContain(each)
    },
  )

  it.each(['fr', 'en'] as const)(
    'says in %s who comes to open only with a date that is booked',
    async (language) => {
      world.language = language
      const claimed = aStoredSeries({
        ...{ state: 'done', revision: 1 },
        rolling: { exceptions: [], pending: ['2026-12-08'] },
      })
      const rolling = { exceptions: [], pending: [] }
      const refusals = { '2026-12-08': { kind: 'taken', facts: {} } }
      await deliver({
        Records: [
          record({ ...claimed, revision: 2, rolling }, claimed),
          record({ ...claimed, revision: 3, rolling, refusals }, claimed),
        ],
      })
      const told = world.sent.map(({ text }) => /Pour entrer|To get in/.test(text))
      expect(told).toEqual([true, false])
    },
  )

  it('says nothing of dates of a cancelled series, nor of a moved one', async () => {
    const pending = { exceptions: [], pending: ['2026-12-08'], until: '2026-12-01' }
    const claimed = aStoredSeries({ state: 'done', rolling: pending })
    const refusals = { '2026-12-08': { kind: 'cancelled', facts: {} } }
    const ended = { ...claimed, revision: 1, refusals, rolling: { ...pending, pending: [] } }
    const { rolling: _, ...over } = { ...ended, revision: 2 }
    const moved = { ...over, revision: 3, start: 36, days: 1 }
    await deliver({ Records: [record(ended, claimed), record(over, ended), record(moved, over)] })
    expect(world.sent).toEqual([])
  })

  it('is sent once when the stream delivers twice', async () => {
    const records = [record(stored()), record(code)]
    await deliver({ Records: records })
    await deliver({ Records: [...records, ...records] })
    expect(world.sent).toHaveLength(2)
  })

  it('waits while the provider is down, and leaves afterwards', async () => {
    world.providerIsDown = true
    const records = [record(stored())]
    expect(await deliver({ Records: records })).toEqual({
      batchItemFailures: [{ itemIdentifier: String(numbers) }],
    })
    world.providerIsDown = false
    expect(await deliver({ Records: records })).toEqual({ batchItemFailures: [] })
    expect(world.sent).toHaveLength(1)
  })

  it('says nothing, after waiting, of a booking that was cancelled in between', async () => {
    world.latest = aBooking({ status: 'cancelled', revision: 1 })
    await deliver({ Records: [record(stored())] })
    expect(world.sent).toEqual([])
  })

  it('still tells, after waiting, of a booking with only an unrelated change', async () => {
    world.latest = aBooking({ revision: 1, lentAs: 3 })
    await deliver({ Records: [record(stored())] })
    expect(world.sent).toHaveLength(1)
  })

  it('carries no expired code', async () => {
    world.now = addMinutes(NOW, 10)
    await deliver({ Records: [record(code)] })
    expect(world.sent).toEqual([])
  })

  it('is still sent after a record that cannot be read', async () => {
    const poison = record({ pk: 'BOOKING#X', sk: 'BOOKING#x', date: 12 })
    const records = [
      ...Array.from({ length: 4 }, (_, at) => record({ ...code, pk: `CODE#a${at}` })),
      poison,
      ...Array.from({ length: 5 }, (_, at) => record({ ...code, pk: `CODE#b${at}` })),
    ]
    const { error } = console
    const lines: string[] = []
    console.error = (line: string) => lines.push(line)
    const { batchItemFailures } = await deliver({ Records: records })
    console.error = error
    expect(batchItemFailures).toEqual([])
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'error',
        message: 'record set aside',
        sequenceNumber: poison.dynamodb?.SequenceNumber,
        name: 'ZodError',
      },
    ])
    expect(world.sent).toHaveLength(9)
  })

  it('is set aside, not retried for hours, when the provider will never accept it', async () => {
    world.refusal = new UndeliverableError('MessageRejected')
    const { error } = console
    console.error = () => {}
    expect(await deliver({ Records: [record(code)] })).toEqual({ batchItemFailures: [] })
    console.error = error
    expect(world.sent).toEqual([])
  })

  it('is not made of other changes', async () => {
    const occupancy = { pk: 'SITE#09410A', sk: 'DAY#2026-11-24#bureau', q32: 1 }
    await deliver({
      Records: [
        record(occupancy),
        record(undefined, code),
        record({ ...code, tries: 1 }, code),
        record(stored(), stored()),
        record({ ...siteKey(aSite().id), ...aSite() }),
      ],
    })
    expect(world.sent).toEqual([])
  })
})
