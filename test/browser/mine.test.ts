import { afterAll, describe, expect, it } from 'vitest'
import { castFor } from './cast.ts'
import { openStage } from './stage.ts'
import { answering, settled } from './state.ts'

const stage = await openStage()
const cast = stage && (await castFor(stage))
afterAll(() => stage?.close())

const WORKSHOP = '0123456789abcdefghjk'

describe.skipIf(!stage)('the list of my bookings', () => {
  const listed = async (changes: readonly object[]) => {
    if (!stage || !cast) throw new Error('no stage')
    const { page } = await stage.visit({ storageState: cast.member })
    await answering(page, /\/api\/me\/bookings$/, ({ bookings, ...rest }) => ({
      ...rest,
      bookings: changes.map((change, at) => ({
        ...(bookings as object[])[0],
        status: 'confirmed',
        id: String(at),
        ...change,
      })),
    }))
    await answering(page, /\/api\/me\/waits$/, ({ waits, ...rest }) => ({
      ...rest,
      waits: [
        { ...(waits as object[])[0], id: 'seat', status: 'waiting', workshop: WORKSHOP },
        { ...(waits as object[])[0], id: 'held', status: 'offered' },
      ],
    }))
    await page.goto('/mes-reservations')
    await page.getByRole('heading', { level: 2, name: 'En attente' }).waitFor()
    await settled(page)
    return page
  }

  it('has bookings to come until they begin, whether or not they can be cancelled', async () => {
    const page = await listed([
      { begun: false, cancellable: false, use: 'room', workshop: WORKSHOP, title: 'Premiers pas' },
      { begun: true, cancellable: false },
    ])
    const past = page.locator('.booking-past a')
    expect(await past.count()).toBe(1)
    expect(await past.textContent()).toContain('passée ou commencée')
    expect(await page.getByRole('link', { name: /Premiers pas/ }).textContent()).not.toContain('passée')
    await page.context().close()
  })

  it('leads from an awaited seat to its workshop, and has offers among the bookings', async () => {
    const page = await listed([])
    const seat = page.getByRole('link', { name: /une place dans un atelier/ })
    expect(await seat.getAttribute('href')).toBe(`/atelier?id=${WORKSHOP}`)
    expect(await page.locator('a[href^="/attente"]').count()).toBe(0)
    await page.context().close()
  })
})
