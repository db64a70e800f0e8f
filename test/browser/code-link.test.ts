import { afterAll, describe, expect, it } from 'vitest'
import { detailsAddress } from '../../web/availability/choice.ts'
import { codeSentTo, messageTo } from './mailbox.ts'
import { freeHour } from './shortcuts.ts'
import { aPerson, openStage, type Person, type Visit } from './stage.ts'
import { noticed } from './state.ts'
import { at, giveDetails, press, title } from './steps.ts'

const stage = await openStage()
afterAll(() => stage?.close())

describe.skipIf(!stage)('the link in the message of a code', () => {
  const asking = async (): Promise<Visit & { person: Person; link: string }> => {
    if (!stage) throw new Error('no stage')
    const [visit, person] = [await stage.visit({ viewport: { width: 360, height: 740 } }), aPerson()]
    await visit.page.goto(detailsAddress(await freeHour(visit.page)))
    await giveDetails(visit.page, person)
    await visit.page.getByLabel('Code à six chiffres').waitFor()
    const code = await codeSentTo(visit.page, person)
    const { text } = await messageTo(visit.page, person, /votre code/)
    const [link = ''] = new RegExp(`${stage.origin}/code-recu#${code}`).exec(text) ?? []
    return { ...visit, person, link }
  }

  it('leads to the page that waits for the code, fills it in, and signs nobody in', async () => {
    const { page, watch, person, link } = await asking()
    const other = await page.context().newPage()
    await other.goto(link)
    await at(other, '/code')
    const field = other.getByLabel('Code à six chiffres')
    await expect.poll(() => field.inputValue()).toBe(await codeSentTo(other, person))
    expect(other.url()).not.toContain('#')
    expect((await other.request.get('/api/me')).status()).toBe(401)
    await press(other.getByRole('button', { name: 'Réserver ma place' }))
    await at(other, '/reservation')
    await title(other, 'C’est réservé.').waitFor()
    await other.getByText(person.name).first().waitFor()
    await page.getByLabel('Code à six chiffres').fill(await codeSentTo(page, person))
    await press(page.getByRole('button', { name: 'Réserver ma place' }))
    await noticed(page, /Vous avez déjà une réservation/)
    expect(watch.faults).toEqual([])
  })

  it('fills the code in on a page that only signs in', async () => {
    if (!stage) return
    const [{ page }, person] = [await stage.visit(), aPerson()]
    await page.goto('/connexion')
    await page.getByLabel('Votre adresse e-mail').fill(person.email)
    await press(page.getByRole('button', { name: 'Recevoir mon code' }))
    await page.getByLabel('Code à six chiffres').waitFor()
    const other = await page.context().newPage()
    await other.goto(`/code-recu#${await codeSentTo(page, person)}`)
    await at(other, '/connexion')
    await press(other.getByRole('button', { name: 'Me connecter' }))
    await at(other, '/mes-reservations')
    expect((await other.request.get('/api/me')).status()).toBe(200)
  })

  it('shows the code in another browser, opens nothing there, and leaves the code valid', async () => {
    if (!stage) return
    const { page, person, link } = await asking()
    const stranger = await stage.visit()
    const code = await codeSentTo(page, person)
    for (const times of ['first', 'again']) {
      expect((await stranger.page.request.get(link)).status(), times).toBe(200)
      expect((await stranger.page.request.head(link)).status(), times).toBe(200)
      await stranger.page.goto('about:blank')
      await stranger.page.goto(link)
      await stranger.page.getByRole('img', { name: [...code].join(' ') }).waitFor()
      expect(stranger.page.url()).not.toContain(code)
    }
    expect((await stranger.page.request.get('/api/me')).status()).toBe(401)
    const opened = await stranger.page.request.post('/api/auth/sessions', { data: { code } })
    expect(opened.ok()).toBe(false)
    await page.getByLabel('Code à six chiffres').fill(code)
    await press(page.getByRole('button', { name: 'Réserver ma place' }))
    await title(page, 'C’est réservé.').waitFor()
  })
})
