import { signIn } from './shortcuts.ts'
import { aPerson } from './stage.ts'
import { noticed, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const open: State['open'] = shown('/mes-connexions', /^Mes connexions/)

/** The pages of sessions and of the staff's sign-in. */
export const SESSION_STATES: readonly State[] = [
  {
    name: 'sign in, with the way for staff',
    open: async (page) => {
      await page.goto('/connexion')
      await page.getByRole('link', { name: /^Se connecter avec/ }).waitFor()
    },
  },
  {
    name: 'sign in, for a page of staff',
    open: async (page) => {
      await page.goto('/connexion?next=/planning?lieu=09410A')
      await title(page, 'Connexion professionnelle').waitFor()
      await settled(page)
    },
  },
  ...(['issuer-unavailable', 'staff-sign-in-refused', 'staff-sign-in-expired'] as const).map((refused) => ({
    name: `sign in, back from the issuer: ${refused}`,
    open: async (page: Parameters<State['open']>[0]) => {
      await page.goto(`/connexion?refus=${refused}&next=/equipe`)
      await page.getByRole('heading', { level: 2 }).waitFor()
      await settled(page)
    },
  })),
  { name: 'my sessions, one only', as: 'newcomer', open },
  {
    name: 'my sessions, one just signed out',
    open: async (page, cast) => {
      const person = aPerson()
      await signIn(page, person)
      await page.context().clearCookies()
      await signIn(page, person)
      await open(page, cast)
      await page.getByRole('button', { name: /^Déconnecter/ }).click()
      await noticed(page, /C’est déconnecté/)
    },
  },
  { name: 'my sessions, signed out', open },
  { name: 'my messages', as: 'newcomer', open: shown('/preferences', /^Mes messages/) },
  { name: 'my messages, signed out', open: shown('/preferences', /^Mes messages/) },
  {
    name: 'my messages, by a link that leads to nobody',
    open: shown(`/preferences#${'A'.repeat(64)}`, /^Mes messages/),
  },
  {
    name: 'my messages, without reminders from now on',
    as: 'newcomer',
    open: async (page, cast) => {
      await shown('/preferences', /^Mes messages/)(page, cast)
      await page.getByLabel('Non, pas de rappel').check()
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await noticed(page, /C’est enregistré/)
    },
  },
]
