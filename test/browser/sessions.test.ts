import { afterAll, describe, expect, it } from 'vitest'
import { signIn } from './shortcuts.ts'
import { aPerson, openStage } from './stage.ts'
import { at, press, title } from './steps.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

describe.skipIf(!stage)('a member of staff', () => {
  it('signs in at the issuer, and comes back to where they were going', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(phone)
    await page.goto('/connexion?next=/mes-reservations')
    await press(page.getByRole('link', { name: 'Se connecter avec un compte de démonstration' }))
    await title(page, 'Qui êtes-vous ?').waitFor()
    await press(page.getByRole('button', { name: 'Responsable de Montmirail' }))
    await title(page, 'Mes réservations').waitFor()
    await page.getByText('responsable@restante.example').waitFor()
    expect(await (await page.request.get('/api/me')).json()).toMatchObject({ secondFactor: true })
    expect(watch.faults).toEqual([])
  })
})

describe.skipIf(!stage)('sessions of a holder', () => {
  it('are signed out one by one, then everywhere', async () => {
    if (!stage) return
    const person = aPerson()
    const [here, there] = [await stage.visit(phone), await stage.visit()]
    for (const { page } of [here, there]) await signIn(page, person)
    const status = async ({ page }: typeof here) => (await page.request.get('/api/me')).status()
    await here.page.goto('/mes-reservations')
    await press(here.page.getByRole('link', { name: 'Voir mes connexions' }))
    await at(here.page, '/mes-connexions')
    await here.page.getByText('celui-ci').waitFor()
    await press(here.page.getByRole('button', { name: /^Déconnecter/ }))
    const done = here.page.getByRole('heading', { name: 'C’est déconnecté.' })
    await expect.poll(() => done.evaluate((it) => it === document.activeElement)).toBe(true)
    expect([await status(here), await status(there)]).toEqual([200, 401])
    await signIn(there.page, person)
    await press(here.page.getByRole('button', { name: 'Me déconnecter partout' }))
    await at(here.page, '/')
    expect([await status(here), await status(there)]).toEqual([401, 401])
    expect(here.watch.faults).toEqual([])
  })

  it('are said to go on when no answer comes to signing out, which can be asked again', async () => {
    if (!stage) return
    const { page } = await stage.visit(phone)
    await signIn(page, aPerson())
    await page.goto('/mes-reservations')
    await page.route('**/api/auth/sessions', (route) => route.abort())
    await press(page.getByRole('button', { name: 'Me déconnecter' }))
    const again = page.getByRole('button', { name: 'Réessayer' })
    await again.waitFor()
    await page.unroute('**/api/auth/sessions')
    await press(again)
    await at(page, '/')
    expect((await page.request.get('/api/me')).status()).toBe(401)
  })
})
