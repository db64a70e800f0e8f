import { afterEach, describe, expect, it, vi } from 'vitest'
import { readKnown, toDoAt } from '../../web/kit/known.ts'
import { learn } from '../../web/kit/learn.ts'
import { keepSeen, readPlaces, star } from '../../web/known/places.ts'
import { keepUnsent, readUnsent } from '../../web/notes/unsent.ts'

/** A device with its storage, its caches and a page that shows nothing. */
const aDevice = () => {
  const storage = () => {
    const kept = new Map<string, string>()
    return {
      kept,
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
      clear: () => kept.clear(),
    }
  }
  const [local, tab, erased] = [storage(), storage(), [] as string[]]
  vi.stubGlobal('localStorage', local)
  vi.stubGlobal('sessionStorage', tab)
  vi.stubGlobal('caches', { delete: async (name: string) => erased.push(name) > 0 })
  vi.stubGlobal('document', {
    documentElement: { dataset: {}, style: { setProperty: () => {} } },
    readyState: 'complete',
    querySelectorAll: () => [],
  })
  local.setItem('places', '[]')
  tab.setItem('visitor', '{}')
  return { local: local.kept, tab: tab.kept, erased }
}

afterEach(() => vi.unstubAllGlobals())

const grant = (role: string, scope: string) => ({ role, scope })
const self = (secondFactor: boolean, ...grants: object[]) => ({
  ok: true as const,
  value: { email: 'odile@example.org', name: 'Odile', secondFactor, grants },
})

describe('the mark of a signed-in person', () => {
  it('has no name and no address', async () => {
    const { local } = aDevice()
    await learn('GET /me', [], self(true, grant('agent', 'site:09410A'), grant('lead', 'association:0a1b')))
    expect([...local.values()].join()).not.toMatch(/odile/i)
    expect(readKnown()).toEqual({
      association: true,
      wide: false,
      leads: false,
      sites: { '09410A': { requests: 0, calls: 0 } },
    })
  })

  it('counts what is to do where their role opens it, and nowhere else', async () => {
    aDevice()
    await learn('GET /me', [], self(true, grant('mediator', 'site:09410A')))
    await learn('GET /sites/:site/calls', ['09410A'], { ok: true, value: { calls: [{}, {}] } })
    await learn('GET /sites/:site/calls', ['09412A'], { ok: true, value: { calls: [{}] } })
    expect(readKnown()).toMatchObject({ leads: true, sites: { '09410A': { calls: 2 } } })
    expect([toDoAt(readKnown(), '09410A'), toDoAt(readKnown(), '09412A')]).toEqual([2, 0])
  })

  it('counts what the page of today tells, at the sites where one works', async () => {
    aDevice()
    await learn('GET /me', [], self(true, grant('agent', 'site:09410A')))
    const sites = [
      { id: '09410A', requests: { count: 2 }, calls: { count: 1 } },
      { id: '09412A', calls: { count: 4 } },
    ]
    await learn('GET /me/today', [], { ok: true, value: { sites } })
    expect(readKnown()?.sites).toEqual({ '09410A': { requests: 2, calls: 1 } })
  })

  it('names no site of somebody who signed in by a code', async () => {
    aDevice()
    await learn('GET /me', [], self(false, grant('manager', 'site:09410A'), grant('network', 'network')))
    expect(readKnown()).toEqual({ association: false, wide: false, leads: false, sites: {} })
  })

  it('counts offers and requests, of associations too, and waits that go on', async () => {
    aDevice()
    const bookings = ['offered', 'confirmed', 'cancelled'].map((status) => ({ status }))
    const theirs = { bookings: [{ status: 'requested' }] }
    await learn('GET /me/bookings', [], { ok: true, value: { bookings, associations: [theirs] } })
    const waits = [{ status: 'waiting' }, { status: 'over' }]
    await learn('GET /me/waits', [], { ok: true, value: { waits, associations: [] } })
    expect(readKnown()).toEqual({ held: 2, booked: true, waits: 1 })
  })

  it('is all forgotten with a sign-out, and so are places, answers and what was typed', async () => {
    const { local, tab, erased } = aDevice()
    await learn('POST /auth/sessions', [], { ok: true, value: {} })
    await learn('DELETE /auth/sessions', [], { ok: true, value: undefined })
    expect([[...local.keys()], [...tab.keys()], erased.at(-1)]).toEqual([[], [], 'own-answers'])
  })

  it('is forgotten when the session is found ended, and what was typed stays', async () => {
    const { local, tab, erased } = aDevice()
    await learn('POST /auth/sessions', [], { ok: true, value: {} })
    await learn('GET /me', [], { ok: false, problem: { code: 'signed-out' } })
    expect([[...local.keys()], [...tab.keys()], erased.at(-1)]).toEqual([[], ['visitor'], 'own-answers'])
  })

  it('is another one once somebody else signs in, without the answers about the one before', async () => {
    const { erased } = aDevice()
    await learn('GET /me/bookings', [], { ok: true, value: { bookings: [], associations: [] } })
    await learn('POST /auth/sessions', [], { ok: true, value: {} })
    expect([readKnown(), erased]).toEqual([{}, ['own-answers']])
  })

  it('leaves the places of a visitor who was never signed in', async () => {
    const { local } = aDevice()
    await learn('GET /me', [], { ok: false, problem: { code: 'signed-out' } })
    expect([...local.keys()]).toEqual(['places'])
  })
})

describe('attendance that was not sent yet', () => {
  const aNote = (id: string) => ({
    marks: [{ booking: id, attendance: 'present' as const, at: '2026-11-24T09:00:00.000Z' }],
    dropIns: [],
  })

  it('outlasts the session that it was noted in, alone of all that the device kept', async () => {
    const { local } = aDevice()
    keepUnsent('me', 'workshop', aNote('a'))
    await learn('GET /me', [], self(true, grant('mediator', 'site:09410A')))
    await learn('GET /me', [], { ok: false, problem: { code: 'signed-out' } })
    expect([...local.keys()]).toEqual(['unsent'])
    expect(readUnsent('me', 'workshop')).toEqual(aNote('a'))
  })

  it('is found by who noted it only, leaves nothing once it is sent, and goes after forty days', () => {
    const { local } = aDevice()
    const day = 86_400_000
    keepUnsent('me', 'workshop', aNote('a'), 0)
    expect(readUnsent('somebody', 'workshop', day).marks).toEqual([])
    expect(readUnsent('me', 'workshop', 39 * day).marks).toHaveLength(1)
    expect(readUnsent('me', 'workshop', 40 * day).marks).toEqual([])
    keepUnsent('me', 'workshop', { marks: [], dropIns: [] }, day)
    expect(local.has('unsent')).toBe(false)
  })
})

describe('the places of a device', () => {
  const [montmirail, sezanne] = ['Montmirail', 'Sézanne'].map((name, at) => ({
    id: `0941${at}A`,
    name,
    commune: name,
  })) as [Parameters<typeof star>[0], Parameters<typeof star>[0]]

  it('leave it after thirty days, except those with a star', () => {
    const { local } = aDevice()
    vi.useFakeTimers({ now: new Date('2026-10-20T12:00Z') })
    star(montmirail, true)
    keepSeen(sezanne)
    vi.setSystemTime(new Date('2026-11-24T12:00Z'))
    expect(readPlaces().map(({ name }) => name)).toEqual(['Montmirail'])
    expect(local.get('places')).not.toContain('Sézanne')
    vi.useRealTimers()
  })

  it('are six with a star at most: the one seen longest ago gives way, and is named', () => {
    aDevice()
    vi.useFakeTimers({ now: new Date('2026-11-24T12:00Z') })
    const given = Array.from({ length: 7 }, (_, at) => {
      vi.advanceTimersByTime(1000)
      return star({ id: `0941${at}A`, name: `Lieu ${at}`, commune: 'Montmirail' }, true)?.name
    })
    expect(given).toEqual([...Array(6).fill(undefined), 'Lieu 0'])
    expect(star({ ...montmirail, id: '09416A' }, false)).toBe(undefined)
    expect(readPlaces().map(({ name }) => name)).not.toContain('Lieu 0')
    vi.useRealTimers()
  })

  it('are none where something else was stored', () => {
    const { local } = aDevice()
    local.set('places', '{}')
    expect(readPlaces()).toEqual([])
  })
})
