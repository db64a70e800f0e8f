import { afterAll, describe, expect, it } from 'vitest'
import { castFor } from './cast.ts'
import { openStage } from './stage.ts'
import { answering } from './state.ts'
import { title } from './steps.ts'

const stage = await openStage()
const cast = stage && (await castFor(stage))
afterAll(() => stage?.close())

const OFFERED = { status: 'offered', until: '2026-11-24T10:00' }

describe.skipIf(!stage)('the page of an offered booking', () => {
  const offered = async (answer: (path: string) => { status: number; body: object }) => {
    if (!stage || !cast) throw new Error('no stage')
    const { page, watch } = await stage.visit({ storageState: cast.member })
    const asked: string[] = []
    let read: Record<string, unknown> = {}
    await answering(page, /\/api\/bookings\/\w+$/, (body) => {
      read = body
      return { ...body, ...OFFERED }
    })
    await page.route(/\/acceptance$/, async (route) => {
      asked.push(route.request().method())
      const { status, body } = answer(route.request().url())
      await route.fulfill({ status, json: { ...read, ...body } })
    })
    await page.goto(`/reservation?id=${cast.booking}`)
    await title(page, 'Une place est libre pour vous.').waitFor()
    return { page, watch, asked }
  }

  it('accepts the offer in one tap, and puts the focus on the heading', async () => {
    const { page, watch, asked } = await offered(() => ({ status: 200, body: { status: 'confirmed' } }))
    await page.getByText(/Le .*Montmirail\. Elle vous est gardée jusqu’au mardi 24 novembre à 10/).waitFor()
    await page.getByRole('button', { name: 'Accepter cette place' }).click()
    await title(page, 'C’est réservé.').waitFor()
    expect(asked).toEqual(['PUT'])
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.getByRole('button', { name: 'Non merci' }).count()).toBe(0)
    expect(watch.faults).toEqual([])
    await page.context().close()
  })

  it('says in words that the offer has ended', async () => {
    const gone = { code: 'hold-ended', bookingStatus: 'cancelled' }
    const { page } = await offered(() => ({ status: 409, body: gone }))
    await page.getByRole('button', { name: 'Accepter cette place' }).click()
    await page.getByRole('heading', { level: 2, name: 'Le délai pour répondre est passé' }).waitFor()
    await page.context().close()
  })

  it('tries again by the same button when no answer came', async () => {
    let tries = 0
    const { page } = await offered(() =>
      ++tries === 1
        ? { status: 503, body: { code: 'busy' } }
        : { status: 200, body: { status: 'confirmed' } },
    )
    await page.getByRole('button', { name: 'Accepter cette place' }).click()
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await title(page, 'C’est réservé.').waitFor()
    await page.context().close()
  })
})
