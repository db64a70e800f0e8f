import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { rangeWords } from '../../web/kit/words/fr/time-words.ts'
import { codeSentTo, messageTo } from './mailbox.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openStage, type Person, type Stage } from './stage.ts'
import { settled } from './state.ts'
import { at, press, title } from './steps.ts'
import { tellingOf } from './watch.ts'
import { aDemoWorkshop } from './workshop-states.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const stage = await openStage()
afterAll(() => stage?.close())

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 2, name }).waitFor()

const signUpWithCode = async (page: Page, { name, email }: Person, submit: string) => {
  await press(page.getByRole('link', { name: submit, exact: true }))
  await at(page, '/inscription')
  await page.getByLabel('Votre nom').fill(name)
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await press(page.getByRole('button', { name: 'Recevoir mon code' }))
  await page.getByLabel('Code à six chiffres').fill(await codeSentTo(page, { name, email }))
  await press(page.getByRole('button', { name: submit, exact: true }))
}

const findAtHome = async (page: Page) => {
  await page.goto('/')
  await press(page.getByRole('link', { name: /Apprendre le numérique/ }))
  await at(page, '/ateliers')
  await page.getByLabel('Votre commune ou code postal').fill('sens de bretagne')
  await press(page.getByRole('button', { name: 'Voir les ateliers' }))
  await page.waitForURL(/q=sens/)
  await settled(page)
}

const tellOfASeat = async ({ visit }: Stage) => {
  const { page, watch } = await visit(PHONE)
  const [person, workshop] = [aPerson('Jeanne Le Goff'), await aDemoWorkshop(page, { full: false })]
  await findAtHome(page)
  const itsSittings = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: workshop.title }) })
  await press(itsSittings.locator(`a[href="/atelier?id=${workshop.id}"]`))
  await at(page, '/atelier')
  await title(page, workshop.title).waitFor()
  const [when, button] = await Promise.all(
    [
      page.getByText(rangeWords(workshop.start, workshop.end)),
      page.getByRole('link', { name: 'M’inscrire' }),
    ].map((each) => each.first().boundingBox()),
  )
  expect(when?.y).toBeLessThan(button?.y ?? 0)
  await signUpWithCode(page, person, 'M’inscrire')
  await at(page, '/reservation')
  await title(page, 'C’est réservé.').waitFor()
  expect(await page.getByRole('article').textContent()).toContain(workshop.title)
  expect((await messageTo(page, person, /^C’est réservé/)).text).toContain(`Atelier : ${workshop.title}`)

  await press(page.getByRole('link', { name: 'Revoir l’atelier' }))
  await at(page, '/atelier')
  await heading(page, /Vous avez une place/)
  await press(page.getByRole('link', { name: 'Me désinscrire' }))
  await at(page, '/annuler')
  await press(page.getByRole('button', { name: 'Oui, annuler' }))
  await title(page, 'C’est annulé.').waitFor()
  expect((await aDemoWorkshop(page, { full: false })).seatsLeft).toBe(workshop.seatsLeft)
  await messageTo(page, person, /^Réservation annulée/)
  expect(watch.faults).toEqual([])
  expect(tellingOf(watch.addresses, person)).toEqual([])
}

const tellOfARank = async ({ visit }: Stage) => {
  const { page, watch } = await visit(PHONE)
  const { id, waiting } = await aDemoWorkshop(page, { full: true })
  await page.goto(`/atelier?id=${id}`)
  await signUpWithCode(page, aPerson('Louis Petit'), 'M’inscrire sur la liste d’attente')
  await at(page, '/atelier')
  await heading(page, new RegExp(`Votre rang sur la liste d’attente : ${waiting + 1}`))
  await press(page.getByRole('button', { name: 'Ne plus attendre' }))
  await heading(page, new RegExp(`Complet : ${waiting} demandes? en attente`))
  expect(watch.faults).toEqual([])
}

const tellOfAnEdit = async (told: Stage) => {
  const { page } = await told.visit(PHONE)
  const [person, workshop] = [aPerson('Odette Bernard'), await aDemoWorkshop(page, { full: false })]
  await page.goto(`/atelier?id=${workshop.id}`)
  await signUpWithCode(page, person, 'M’inscrire')
  await title(page, 'C’est réservé.').waitFor()
  const { page: theirs, watch } = await told.visit(PHONE)
  await signInWithRole(theirs, { ...aPerson('Maëlle'), role: 'mediator', site: workshop.site.id }, told)
  const query = new URLSearchParams({ lieu: workshop.site.id, du: workshop.date })
  await theirs.goto(`/planning?${query}`)
  await press(theirs.getByRole('link', { name: `Changer l’atelier ${workshop.title}` }).first())
  await at(theirs, '/modifier-atelier')
  await theirs.getByLabel('Titre').fill('Mes photos, sans stress')
  await theirs.locator('input[name=anime]:checked').uncheck()
  await theirs.getByLabel('Maëlle', { exact: true }).check()
  await press(theirs.getByRole('button', { name: 'Enregistrer' }))
  await theirs.getByText('C’est enregistré.').waitFor()
  await theirs.getByRole('link', { name: 'Absence de Maëlle ce jour-là' }).waitFor()
  const { text } = await messageTo(page, person, /^Du nouveau pour l’atelier/)
  expect(text).toContain('Il s’appelle maintenant « Mes photos, sans stress ».')
  expect(text).toContain('Il est maintenant animé par Maëlle.')
  await page.goto(`/atelier?id=${workshop.id}`)
  await title(page, 'Mes photos, sans stress').waitFor()
  await press(theirs.getByText('Annuler cet atelier…'))
  await theirs.getByLabel('Pourquoi').fill('La salle est en travaux.')
  await press(theirs.getByRole('button', { name: 'Annuler l’atelier' }))
  await heading(theirs, /Cet atelier est annulé/)
  expect((await messageTo(page, person, /annulé/)).text).toContain('La salle est en travaux.')
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('a workshop on a phone', () => {
  it('is found from home, and gives a seat by a code, which can be left', async () => {
    if (stage) await tellOfASeat(stage)
  })

  it('is changed and cancelled by who leads it, and who signed up is told', async () => {
    if (stage) await tellOfAnEdit(stage)
  })

  it('has a waitlist when it is full, which tells the rank and can be left', async () => {
    if (stage) await tellOfARank(stage)
  })
})
