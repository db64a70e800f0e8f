import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { MONTPEZAT } from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { noticed } from './state.ts'

const stage = await openStage()
afterAll(() => stage?.close())

/** Ends the session while a page is open, and signs in again by the page's own link. */
const aManager = async (at: Stage, address: string) => {
  const { page } = await at.visit()
  const person = { ...aPerson('Dominique'), role: 'manager' as const, site: MONTPEZAT }
  await signInWithRole(page, person, at)
  await page.goto(address)
  return { page, person }
}

const backIn = async (
  at: Stage,
  page: Page,
  person: Parameters<typeof signInWithRole>[1],
  address: string,
) => {
  await noticed(page, /Vous n’êtes plus connecté/)
  const way = await page.getByRole('main').getByRole('link', { name: 'Se connecter' }).getAttribute('href')
  const next = new URL(way ?? '', at.origin).searchParams.get('next')
  expect(next).toBe(address)
  await signInWithRole(page, person, at)
  await page.goto(next ?? '')
}

describe.skipIf(!stage)('a manager who is signed out in the middle of a form', () => {
  it('comes back to an invitation, with its address and its role', async () => {
    if (!stage) return
    const address = `/droits?lieu=${MONTPEZAT}`
    const { page, person } = await aManager(stage, address)
    await page.getByLabel('Son adresse e-mail professionnelle').fill('louise@example.org')
    await page.getByRole('radio', { name: /^Médiat/ }).check()
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
    await backIn(stage, page, person, address)
    const email = page.getByLabel('Son adresse e-mail professionnelle')
    await expect.poll(() => email.inputValue()).toBe('louise@example.org')
    expect(await page.getByRole('radio', { name: /^Médiat/ }).isChecked()).toBe(true)
    await page.reload()
    await email.waitFor()
    expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContainEqual(
      expect.stringContaining('typed '),
    )
    expect(await email.inputValue()).toBe('')
  })
})
