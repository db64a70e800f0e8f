import { beforeAll, describe, expect, it } from 'vitest'
import { formatCsv } from '../../shared/domain/csv.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { lentSpace } from '../proof/house.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { aSeries } from '../support/series.ts'
import { holderOf } from '../support/waitlist-entry.ts'

describe.each(engines)('an export of personal data on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let me: string
  let booking: { id: string; reference: string }
  const call = (method: string, path: string, cookie: string, body?: unknown) =>
    api.call(method, path, { cookie, headers: aKey(), ...(body !== undefined && { body }) })

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [lentSpace('bureau', { capacity: 1 })])
    api = anApi(table)
    me = await api.signIn('mine@example.org', '=HYPERLINK("x")')
    const manager = await api.signIn('manager@example.org', 'Dominique')
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'manager',
      scope: atSite(aSite().id),
    })
    const other = await api.signIn('other@example.org', 'Claude Autre')
    booking = (await call('POST', '/bookings', me, aBookingBody())).body
    api.clock.now = addMinutes(NOW, -1)
    await call('PATCH', `/bookings/${booking.id}`, manager, { start: '09:00', end: '12:00' })
    api.clock.now = NOW
    await call(
      'POST',
      '/series',
      me,
      aSeries({ space: 'bureau', from: '2026-12-01', rule: 'FREQ=WEEKLY;COUNT=2' }),
    )
    await call('POST', '/bookings', other, aBookingBody({ date: '2026-11-25' }))
    const wish = { site: '09410A', date: '2026-11-25', from: '08:00', to: '12:00', minutes: 60, use: 'desk' }
    expect((await call('POST', '/waits', me, wish)).status).toBe(201)
    const idea = { idea: 'Un atelier couture', audience: 'Tous', times: 'Le jeudi' }
    expect((await call('POST', '/sites/09410A/proposals', me, idea)).status).toBe(201)
    await api.deps.conditions.ask('09410A' as SiteId, { version: 1, rules: 'Rangez.', needsInsurance: true })
    const accepted = { version: 1, insuredUntil: '2027-01-31' }
    expect((await call('PUT', '/sites/09410A/acceptance', me, accepted)).status).toBe(200)
    await call('PUT', '/sites/09410A/members', manager, { email: 'mine@example.org', public: 'member' })
  })

  it('contains everything of its person, and nothing of others (56)', async () => {
    const { status, headers, body } = await api.call('GET', '/me/export', { cookie: me })
    expect([status, headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="mes-donnees.json"',
    ])
    expect(body.me).toMatchObject({ email: 'mine@example.org', name: '=HYPERLINK("x")' })
    expect(body.bookings).toHaveLength(3)
    expect(body.bookings[0]).toMatchObject({
      id: booking.id,
      reference: booking.reference,
      siteName: 'Montmirail',
    })
    expect(body.series).toMatchObject([{ rule: 'FREQ=WEEKLY;COUNT=2', dates: ['2026-12-01', '2026-12-08'] }])
    expect(body.waits).toMatchObject([{ date: '2026-11-25', sites: ['09410A'] }])
    expect(body.memberships).toMatchObject([{ site: '09410A', public: 'member' }])
    expect(body.proposals).toMatchObject([{ site: '09410A', idea: 'Un atelier couture', status: 'asked' }])
    expect(body.acceptances).toMatchObject([{ site: '09410A', version: 1, insuredUntil: '2027-01-31' }])
    expect(body.sessions).toMatchObject([
      { openedAt: '2026-11-21T09:00:00.000Z', device: 'phone', secondFactor: true },
    ])
    expect(body.acts).toMatchObject([
      { effect: 'moved', by: 'staff' },
      { effect: 'admitted', by: 'staff' },
    ])
    const text = JSON.stringify(body)
    for (const theirs of [
      'Claude',
      'Dominique',
      'other@',
      'manager@',
      await holderOf(api, 'other@example.org'),
    ])
      expect(text).not.toContain(theirs)
  })

  it('leaves secrets out, and changes nothing', async () => {
    const before = await scanAll(table)
    const { body } = await api.call('GET', '/me/export', { cookie: me })
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{40}/)
    await api.call('GET', '/me/export?format=csv', { cookie: me })
    expect(await scanAll(table)).toBe(before)
    expect((await api.call('GET', '/me/export')).status).toBe(401)
    expect((await api.call('GET', '/me/export?format=pdf', { cookie: me })).body.code).toBe('invalid')
  })

  it('is a table that French spreadsheets open without computing anything', async () => {
    const { headers, body } = await api.call('GET', '/me/export?format=csv', { cookie: me })
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = body.replace('\uFEFF', '').split('\r\n')
    expect(lines[0]).toBe('Rubrique;Date;De;À;Lieu;Espace;Places;État;Référence;Précisions')
    expect(lines).toContain(`Nom;;;;;;;;;"'=HYPERLINK(""x"")"`)
    expect(lines).toContain(
      `Réservation;2026-11-24;09:00;12:00;Montmirail (09410A);bureau;1;confirmée;${booking.reference};`,
    )
    expect(lines).toContain(
      'Règlement accepté;2026-11-21;;;Montmirail (09410A);;;;;version 1, assuré jusqu’au 2027-01-31',
    )
  })
})

it('a cell of an export never starts like a formula', () => {
  const cells = ['=1', '+33', '-1', '@a', '\tx', '\rx', 'a;b', 'a"b', 'a\nb', 'é', '']
  expect(formatCsv([cells])).toBe(`\uFEFF'=1;'+33;'-1;'@a;'\tx;"'\rx";"a;b";"a""b";"a\nb";é;\r\n`)
})
