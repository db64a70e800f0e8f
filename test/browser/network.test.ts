import { afterAll, describe, expect, it } from 'vitest'
import { press } from './lending-steps.ts'
import { book, freeTwice, MONTPEZAT, signIn } from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { title } from './steps.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const tellStory = async (on: Stage) => {
  const resident = await on.visit()
  await signIn(resident.page, aPerson())
  const times = await freeTwice(resident.page, MONTPEZAT)
  const time = times.find(({ space }) => space === 'salle-reunion')
  if (!time) throw new Error('the meeting room is taken')
  const { id } = await book(resident.page, { ...time, use: 'room' })

  const { page, watch } = await on.visit()
  await signInWithRole(page, { ...aPerson('Yasmine'), role: 'network', site: MONTPEZAT }, on)
  await page.goto('/equipe')
  const links = page.locator('.right-line').getByRole('listitem')
  await expect
    .poll(async () => (await links.allInnerTexts()).map((text) => text.split(/[:\n]/)[0]?.trim()))
    .toEqual([
      'La semaine',
      'À traiter',
      'Fermer',
      'Les idées',
      'Les locaux',
      'Les chiffres',
      'L’équipe',
      'Outils reliés',
      'Le journal',
    ])
  await links.getByRole('link', { name: /^À traiter/ }).click()
  await title(page, 'À traiter').waitFor()
  await page.locator('a[href^="/traiter"]').first().click()
  await press(page, 'Refuser la demande')
  await page.getByLabel(/^Un mot pour la personne/).fill('La salle sert ce jour-là')
  await press(page, 'Refuser la demande')
  await page.getByText('Réservation annulée').waitFor()
  await page.goto(`/planning?lieu=${MONTPEZAT}`)
  await title(page, /^Du /).waitFor()

  await resident.page.goto(`/reservation?id=${id}`)
  await resident.page.getByText('La salle sert ce jour-là').waitFor()
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('a person with rights in the network', () => {
  it('is led to what they may do at a site and to nothing else, and answers a request there', async () => {
    if (stage) await tellStory(stage)
  })
})
