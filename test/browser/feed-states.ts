import { noticed, type State, shown } from './state.ts'

const open: State['open'] = shown('/agendas', /^Mes agendas/)

const added: State['open'] = async (page, cast) => {
  await open(page, cast)
  await page.getByRole('button', { name: 'Ajouter à mon agenda' }).click()
  await noticed(page, /C’est prêt/)
}

/** The page of calendars that a person follows. */
export const FEED_STATES: readonly State[] = [
  { name: 'my calendars, none yet', as: 'newcomer', open },
  { name: 'my calendars, signed out', open },
  {
    name: 'my calendars of a site, for staff',
    as: 'staff',
    open: shown('/agendas?lieu=09410A', /^Mes agendas/),
  },
  {
    name: 'my calendars, one just added',
    as: 'member',
    open: async (page, cast) => {
      await added(page, cast)
      await page.getByText('Un autre agenda').click()
    },
  },
  {
    name: 'my calendars, one just removed',
    as: 'member',
    open: async (page, cast) => {
      await added(page, cast)
      await page
        .getByRole('button', { name: /^Retirer/ })
        .first()
        .click()
      await noticed(page, /C’est retiré/)
    },
  },
]
