import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { buildWorker } from '../../web/build/build-worker.ts'
import { ROOT } from '../architecture/imports.ts'
import {
  bookingOfToday,
  cachesOf,
  keptIn,
  openKept,
  openPocket,
  stateOfWorker,
  withoutNetwork,
} from './pocket-stage.ts'
import { at, title } from './steps.ts'

const stage = await openPocket()
afterAll(() => stage?.close())

const SLIP = `/reservation?id=${bookingOfToday().id}`
/** Browsers look for a new worker some time after a page is shown. */
const SLOW = { timeout: 20_000 }

const OWN = ['/api/me', '/api/me/bookings', '/api/me/waits', `/api/bookings/${bookingOfToday().id}`]

const visited = async () => {
  if (!stage) throw new Error('no stage')
  const visit = await stage.visit()
  await openKept(visit.page, SLIP)
  await visit.page.goto('/mes-reservations')
  await visit.page.getByRole('link', { name: /Montmirail/ }).waitFor()
  await expect
    .poll(async () => (await keptIn(visit.page))['own-answers']?.sort(), SLOW)
    .toEqual(OWN.toSorted())
  return visit
}

describe.skipIf(!stage)('a phone that loses the network', () => {
  it('still opens the slip with the code of its door and my bookings, and says since when', async () => {
    const { page, context } = await visited()
    await withoutNetwork(context)
    await page.goto(SLIP)
    await page.getByText(/^Sans réseau.: voici ce qui était là \S+ \d+ \S+ à \d+.h.\d\d\.$/).waitFor()
    expect((await page.locator('.door-code').innerText()).replace(/\D/g, '')).toContain('742913')
    await page.goto('/mes-reservations')
    await page.getByText(/^Sans réseau/).waitFor()
    await page.getByRole('link', { name: /Montmirail/ }).waitFor()
  })
})

describe.skipIf(!stage)('a device after a sign-out', () => {
  const nothingLeft = async (page: Awaited<ReturnType<typeof visited>>['page']) => {
    await expect.poll(() => cachesOf(page), SLOW).not.toContain('own-answers')
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual(
      [],
    )
  }

  it('keeps nothing about the person, neither answers nor places', async () => {
    const { page, context } = await visited()
    await page.evaluate(() => localStorage.setItem('places', '[]'))
    await page.getByRole('button', { name: 'Me déconnecter' }).click()
    await at(page, '/')
    await nothingLeft(page)
    await withoutNetwork(context)
    await page.goto(SLIP)
    await page.getByRole('heading', { name: 'La connexion s’est interrompue' }).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/742913|Camille/)
  })

  it('keeps nothing either when the session has ended elsewhere', async () => {
    const { page, endSession } = await visited()
    endSession()
    await page.reload()
    await title(page, 'Retrouver mes réservations').waitFor()
    await nothingLeft(page)
  })
})

describe.skipIf(!stage)('a device that holds the pages of one language', () => {
  it('shows those of the other one as soon as it is chosen', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await openKept(page, '/')
    await expect
      .poll(async () => Object.values(await keptIn(page)).flat(), SLOW)
      .toEqual(expect.arrayContaining(['/', '/sans-reseau']))
    await page.getByRole('link', { name: 'English' }).first().click()
    await page.getByRole('link', { name: 'Français' }).first().waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.goto('/')
    await at(page, '/en/')
    await page.getByRole('link', { name: 'Français' }).first().click()
    await page.getByRole('link', { name: 'English' }).first().waitFor()
    await page.goto('/')
    await at(page, '/')
  })
})

describe.skipIf(!stage)('a new version of the site', () => {
  const renamed = (text: string) => text.replaceAll('Il n’y a pas de réseau', 'Le réseau manque')
  const workerOf = (version: string) => (text: string) => text.replaceAll(/"[0-9a-f]{12}"/g, `"${version}"`)

  it('takes over at the next page, with its own scripts, and the pages needed at the door', async () => {
    const { page, context, deploy } = await visited()
    deploy('sans-reseau.html', renamed)
    deploy('sw.js', workerOf('0123456789ab'))
    await page.goto('/mes-reservations')
    await expect
      .poll(async () => (await keptIn(page))['pages-0123456789ab'], SLOW)
      .toEqual(expect.arrayContaining(['/sans-reseau', '/reservation', '/mes-reservations']))
    await expect.poll(() => stateOfWorker(page), SLOW).toBe('activated')
    await withoutNetwork(context)
    await page.goto(SLIP)
    await page.getByText(/^Sans réseau/).waitFor()
    await page.goto('/ateliers')
    await title(page, 'Le réseau manque.').waitFor()
  })

  it('can take the worker and all that it kept off the devices', async () => {
    const { page, deploy } = await visited()
    vi.stubEnv('RESTANTE_WORKER', 'off')
    const retired = await buildWorker(join(ROOT, 'dist', 'web'))
    vi.unstubAllEnvs()
    deploy('sw.js', () => new TextDecoder().decode(retired))
    await page.goto('/confidentialite')
    await expect.poll(() => cachesOf(page), SLOW).toEqual([])
    expect(
      await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length)),
    ).toBe(0)
  })
})
