import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { auditStore } from '../../shared/store/audit-store.ts'
import { invitationStore } from '../../shared/store/invitation-store.ts'
import { sealBy } from '../../shared/store/mail-secrets.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { aBookingBody, aKey } from '../support/api.ts'
import { AFTERNOONS, anOpening, aSite } from '../support/builders.ts'
import { aClosureStage, lentFloor } from '../support/closures.ts'
import { engines, withLedger } from '../support/engine.ts'
import { runCli } from '../support/run-cli.ts'
import { scanAll } from '../support/scan.ts'
import { shareOf } from '../support/scope.ts'
import type { RunningEngine } from '../support/start-engines.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const [engine] = engines as [RunningEngine]

const run = (job: string, args: readonly string[], table: string) =>
  runCli(join(import.meta.dirname, `../../functions/jobs/${job}/cli.ts`), args, {
    RESTANTE_DYNAMODB_ENDPOINT: engine.endpoint,
    RESTANTE_TABLE: table,
  })

describe('npm run invite', () => {
  it('sends the first invitation of a site or of the network', async () => {
    const { table } = await aClosureStage(engine)
    const invitations = invitationStore(table, sealBy('a-key'))
    const sent = await run('invite', ['Agent@Example.org', 'agent', 'site:09410A'], table.name)
    expect(sent).toMatchObject({ status: 0, stdout: 'agent of site:09410A: a message is on its way\n' })
    expect((await run('invite', ['chief@example.org', 'network', 'network'], table.name)).status).toBe(0)
    const span = { from: 0 as Instant, to: 9e14 as Instant, most: 9 }
    expect(await auditStore(table).listAuditEntries({ kind: 'network' }, span)).toMatchObject([
      { by: 'operator', effect: 'invited', role: 'network' },
    ])
    expect(await invitations.listOpen(atSite('09410A' as SiteId), Date.now() as Instant)).toMatchObject([
      { email: 'agent@example.org', grant: { role: 'agent' } },
    ])
    expect(await invitations.listOpen({ kind: 'network' }, Date.now() as Instant)).toHaveLength(1)
  })

  const NOT_INVITED: [string[], string][] = [
    [['nobody', 'agent', 'site:09410A'], 'Usage'],
    [['a@example.org', 'king', 'site:09410A'], 'Usage'],
    [['a@example.org', 'agent'], 'Usage'],
    [['a@example.org', 'lead', 'site:09410A'], 'Usage'],
    [['a@example.org', 'agent', 'site:00000A'], 'no known site: 00000A'],
    [['a@example.org', 'agent', 'site:09410A', '--forever'], 'Unknown option'],
  ]
  it.each(shareOf(NOT_INVITED))('refuses %j with instructions, and changes nothing', async (args, line) => {
    const { table } = await aClosureStage(engine)
    const before = await scanAll(table)
    const { status, stderr, stdout } = await run('invite', args, table.name)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(line)
    expect(await scanAll(table)).toEqual(before)
  })
})

describe('npm run forget', () => {
  it('forgets the holder of a booking, and records it; an anonymised booking names nobody', async () => {
    const { table, api, manager } = await aClosureStage(engine)
    await withLedger(table)
    const body = aBookingBody({ for: { name: 'Odette Vasseur', phone: '03 26 81 99 99' } })
    const booked = await api.call('POST', '/bookings', { body, headers: aKey(), cookie: manager.cookie })
    expect(booked.status).toBe(201)
    expect(await run('forget-holder', [booked.body.id], table.name)).toMatchObject({
      status: 0,
      stdout: 'forgotten\n',
    })
    const left = await scanAll(table)
    for (const trace of ['Odette', '99 99']) expect(left).not.toContain(trace)
    expect(await run('forget-holder', [booked.body.id], table.name)).toMatchObject({ status: 1 })
    const own = await api.call('POST', '/bookings', {
      body: aBookingBody(),
      headers: aKey(),
      cookie: await api.signIn('own@example.org'),
    })
    expect((await run('forget-holder', [own.body.id], table.name)).stderr).toContain('on their own page')
    for (const args of [[], ['x'], ['a'.repeat(20), 'b']])
      expect((await run('forget-holder', args, table.name)).stderr).toContain('Usage')
  })
})

describe('npm run disable', () => {
  const NEXT_YEAR = `${new Date().getFullYear() + 1}-03-02`
  const aStage = async () => {
    const space = { ...lentFloor('bureau', 2), horizonDays: 800 }
    const { table, api } = await aClosureStage(engine, { here: [space] })
    api.clock.now = Date.now() as Instant
    const signIn = () => api.signIn('gone@example.org')
    const me = async (cookie: string) => (await api.call('GET', '/me', { cookie })).status
    return { table, api, signIn, me }
  }

  it('signs a person out at once, lists their bookings, and lets them in again only with --undo', async () => {
    const { table, api, signIn, me } = await aStage()
    const before = await signIn()
    const booked = await api.call('POST', '/bookings', {
      body: aBookingBody({ date: NEXT_YEAR }),
      headers: aKey(),
      cookie: before,
    })
    expect([booked.status, booked.body.code]).toEqual([201, undefined])
    const id = holderIn(before)
    const disabled = await run('disable-holder', ['Gone@example.org'], table.name)
    expect(disabled).toMatchObject({ status: 0, stderr: '' })
    expect(disabled.stdout.split('\n')).toEqual([
      `${id}: signed out everywhere`,
      '  bookings to come, which stay: 1',
      `  09410A bureau ${NEXT_YEAR} 08:00-12:00: ${booked.body.reference}`,
      '',
    ])
    expect([await me(before), await me(await signIn())]).toEqual([401, 401])
    expect((await run('disable-holder', [id], table.name)).stdout).toContain('was disabled already')
    expect((await run('disable-holder', [id, '--undo'], table.name)).stdout).toBe(
      `${id}: may sign in again\n`,
    )
    expect([await me(before), await me(await signIn())]).toEqual([401, 200])
    expect((await run('disable-holder', [id, '--undo'], table.name)).stdout).toBe(`${id}: was not disabled\n`)
    const span = { from: 0 as Instant, to: 9e14 as Instant, most: 9 }
    const auditEntries = await api.deps.auditEntries.listAuditEntries({ kind: 'network' }, span)
    expect(auditEntries.map(({ by, effect, holder }) => [by, effect, holder])).toEqual([
      ['operator', 'enabled', id],
      ['operator', 'disabled', id],
    ])
  })

  it('finds all accounts of an address, also those of staff, which no code reaches', async () => {
    const { table, api } = await aStage()
    const staff = { id: 's'.repeat(20) as HolderId, email: 'gone@example.org', name: 'Sacha' }
    await api.deps.identities.findOrAddIdentity('a-subject' as never, staff)
    await api.deps.grants.give(staff.id, { role: 'agent', scope: atSite('09410A' as SiteId) })
    const code = holderIn(await api.signIn('gone@example.org'))
    const { stdout } = await run('disable-holder', ['gone@example.org'], table.name)
    expect(stdout).toContain(`${code}: signed out everywhere\n`)
    expect(stdout).toContain(
      `${staff.id}: signed out everywhere\n  bookings to come, which stay: 0\n  agent of site:09410A`,
    )
  })

  const NOT_DISABLED: [string[], string][] = [
    [[], 'Usage'],
    [['nobody'], 'Usage'],
    [['a@example.org', 'b@example.org'], 'Usage'],
    [['a@example.org', '--forever'], 'Unknown option'],
    [['nobody@example.org'], 'nobody has that address'],
    [['z'.repeat(20)], 'nobody has that address or identifier'],
  ]
  it.each(shareOf(NOT_DISABLED))('refuses %j with instructions, and changes nothing', async (args, line) => {
    const { table } = await aStage()
    const before = await scanAll(table)
    const { status, stderr, stdout } = await run('disable-holder', args, table.name)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(line)
    expect(await scanAll(table)).toEqual(before)
  })
})

describe('npm run review', () => {
  it('lists bookings outside opening hours, and ends them only without --dry', async () => {
    const space = { ...lentFloor('bureau', 2), openings: [anOpening({ from: '2026-01-01' as never })] }
    const { table, api } = await aClosureStage(engine, { here: [space] })
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
    const booking = {
      ...{
        id: 'r'.repeat(20),
        holder: 'h'.repeat(20) as HolderId,
        site: aSite().id,
        space: 'bureau',
        date: day,
      },
      ...{
        start: 32,
        end: 36,
        places: 1,
        use: 'desk',
        channel: 'web',
        status: 'confirmed',
        createdAt: 0,
        revision: 0,
      },
      allocations: [{ space: 'bureau', date: day, start: 32, end: 36, places: 1, capacity: 2 }],
    } as never
    await api.deps.bookings.addBooking(booking, 'a-hash' as never)
    const always = { ...AFTERNOONS, weekly: Array.from({ length: 7 }, () => [[0, 1440] as const]) }
    await networkStore(table).writeItems({ sites: [], hours: new Map([[aSite().id, always]]) }, () => {})
    const dry = await run('review-sites', ['--dry'], table.name)
    expect(dry.stdout).toBe(
      `09410A bureau ${day} 08:00-09:00: RRRR-RR\n1 sites: 1 bookings outside of what is open, nothing was changed\n`,
    )
    expect((await api.deps.bookings.findBooking('r'.repeat(20) as never))?.status).toBe('confirmed')
    expect((await run('review-sites', ['09410A'], table.name)).status).toBe(0)
    expect(await api.deps.bookings.findBooking('r'.repeat(20) as never)).toMatchObject({
      cause: 'hours-changed',
    })
    expect(await run('review-sites', ['--dri'], table.name)).toMatchObject({ status: 1, stdout: '' })
  })
})
