import type { AvailabilityView, SiteView } from '../../shared/contracts/site-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { answering, noticed, type State, settled, shown } from './state.ts'

const site = (id: string, heading: RegExp): State['open'] => {
  const open = shown(`/lieu/${id}`, heading)
  return async (page, cast) => {
    await open(page, cast)
    for (const folded of await page.locator('.week > summary').all()) await folded.click()
    if ((await page.locator('.week').count()) > 0) await page.locator('.week li').first().waitFor()
  }
}

const nothingFree = (body: Record<string, unknown>) => {
  const { days, ...rest } = body as AvailabilityView
  return {
    ...rest,
    days: days.map((day) => ({ ...day, spaces: day.spaces.map((space) => ({ ...space, free: [] })) })),
  }
}

/** Counter hours are unknown from the fourth day on. */
const KNOWN_DAYS = 3

const unknownSoon = (body: Record<string, unknown>) => {
  const { days, ...rest } = body as AvailabilityView
  return {
    ...rest,
    days: days.map(({ counter, spaces, ...day }, at) => ({
      ...day,
      ...(at < KNOWN_DAYS
        ? { counter, spaces }
        : { spaces: spaces.map(({ space }) => ({ space, open: [], free: [], undecided: true })) }),
    })),
  }
}

const unknownHours = (body: Record<string, unknown>) => {
  const { counter, ...rest } = body as SiteView
  const days = counter?.days.map(({ date, ranges }, at) => (at < KNOWN_DAYS ? { date, ranges } : { date }))
  return { ...rest, counter: { ...counter, days } }
}

const hoursUnknownSoon =
  (open: State['open']): State['open'] =>
  async (page, cast) => {
    await answering(page, /\/sites\/\w+$/, unknownHours)
    await answering(page, /\/availability/, unknownSoon)
    await answering(page, /\/week$/, ({ site: there, week }) => ({
      site: unknownHours(there as Record<string, unknown>),
      week: unknownSoon(week as Record<string, unknown>),
    }))
    await open(page, cast)
  }

const HOME: readonly State[] = [
  { name: 'home', open: shown('/', /place est à vous/) },
  {
    name: 'home, with nothing typed',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: 'Voir ce qui est libre' }).click()
      await page.getByText('Écrivez le nom de votre commune').waitFor()
    },
  },
  {
    name: 'home, with suggestions',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('combobox').pressSequentially('montmi')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'home, where the device does not tell its position',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: 'Autour de moi' }).click()
      await page.getByText('Votre appareil ne nous dit pas').waitFor()
    },
  },
]

const RESULTS: readonly State[] = [
  { name: 'results, where to search', open: shown('/lieux?use=room', /vous réunir/) },
  { name: 'results', open: shown('/lieux?q=montmirail&locality=51380', /près de Montmirail/) },
  { name: 'results, for words that name nothing', open: shown('/lieux?q=zzzzzz', /ne connaissons pas/) },
  {
    name: 'results, around a site that lends nothing',
    open: shown('/lieux?q=orbais-l-abbaye&use=desk', /près d’Orbais/),
  },
  { name: 'results, around several sites', open: shown('/lieux?q=rennes', /près de Rennes/) },
  { name: 'results, for a name of several communes', open: shown('/lieux?q=saint-denis', /Saint-Denis/) },
  { name: 'results, of a département', open: shown('/lieux?departement=51', /Marne/) },
  { name: 'results, near, for a room', open: shown('/lieux?near=48.87,3.54&use=room', /autour de vous/) },
  { name: 'results, of workshops', open: shown('/lieux?q=rennes&use=workshop', /atelier/) },
  {
    name: 'results, with every filter',
    open: async (page, cast) => {
      await shown(
        '/lieux?q=montmirail&use=desk&people=3&after=18:00&stepFree=yes&free=yes&access=door-code',
        /près de Montmirail/,
      )(page, cast)
      const form = page.getByText('Préciser')
      if (!(await page.getByLabel('Quoi').isVisible())) await form.click()
      await page.getByLabel('Quoi').waitFor()
    },
  },
  {
    name: 'results, some filters left out',
    open: async (page, cast) => {
      await answering(page, /\/sites\?/, (body) => ({ ...body, relaxed: ['after', 'free'] }))
      await shown('/lieux?q=montmirail&after=18:00&free=yes', /près de Montmirail/)(page, cast)
      await page.getByText('Aucun lieu ne réunit tout cela').waitFor()
    },
  },
  {
    name: 'results, where nobody lends',
    open: async (page, cast) => {
      await answering(page, /\/sites\?/, (body) => ({ ...body, lenders: [] }))
      await shown('/lieux?q=montmirail&use=room', /près de Montmirail/)(page, cast)
    },
  },
  {
    name: 'results, unreachable',
    open: async (page) => {
      await page.route(/\/public\/sites/, (route) => route.abort())
      await page.goto('/lieux?q=montmirail')
      await noticed(page, /La connexion s’est interrompue/)
    },
  },
]

const SITES: readonly State[] = [
  { name: 'site', open: site(MONTMIRAIL, /Montmirail/) },
  { name: 'site, several spaces', open: site('01073A', /Montpezat/) },
  { name: 'site, lending nothing', open: site('09419A', /Orbais/) },
  { name: 'site, hours unknown', open: site('06682A', /Le Gast/) },
  {
    name: 'site, hours not all known',
    open: hoursUnknownSoon(site(MONTMIRAIL, /Montmirail/)),
  },
  { name: 'site, unknown', open: shown('/lieu', /pas connu/) },
]

const CHOOSE: readonly State[] = [
  { name: 'times', open: shown(`/reserver?site=${MONTMIRAIL}`, /Quand voulez-vous venir/) },
  {
    name: 'times, for the room',
    open: shown(`/reserver?site=${MONTMIRAIL}&use=room`, /Quand voulez-vous/),
  },
  {
    name: 'times, on days whose hours are not known yet',
    open: hoursUnknownSoon(shown(`/reserver?site=${MONTMIRAIL}`, /Quand voulez-vous venir/)),
  },
  {
    name: 'times, one of them chosen before',
    open: async (page, { choice }) => {
      const { site, date, start, end } = choice
      await page.goto(
        `/reserver?site=${site}&date=${date}&use=desk&espace=${choice.space}&de=${start}&a=${end}`,
      )
      await page.locator('.days').waitFor()
    },
  },
  {
    name: 'times, none free that week',
    open: async (page) => {
      await answering(page, /\/availability/, nothingFree)
      await page.goto(`/reserver?site=${MONTMIRAIL}`)
      await page.getByText('Rien de libre ces sept jours-ci.').waitFor()
    },
  },
  {
    name: 'times, other hours',
    open: async (page) => {
      await page.goto(`/reserver?site=${MONTMIRAIL}`)
      await page.getByText('D’autres heures').click()
      await page.getByLabel('Nombre de places').waitFor()
    },
  },
  {
    name: 'times, in the last week',
    open: async (page) => {
      await page.goto(`/reserver?site=${MONTMIRAIL}`)
      const next = page.getByRole('button', { name: 'Semaine suivante' })
      await next.waitFor()
      while ((await next.count()) > 0) {
        await next.click()
        await settled(page)
      }
      await page.getByText('On réserve jusqu’au').waitFor()
    },
  },
]

const PROSE: readonly State[] = [
  { name: '404', open: shown('/nulle-part', /rien à cette adresse/) },
  { name: 'unavailable', open: shown('/indisponible', /pause/) },
  { name: 'accessibility', open: shown('/accessibilite', /Accessibilité/) },
  { name: 'reference of the API', open: shown('/api', /Données ouvertes/) },
  { name: 'legal notice', open: shown('/mentions-legales', /Mentions légales/) },
  { name: 'privacy', open: shown('/confidentialite', /Ce que nous gardons/) },
]

export const SEARCH_STATES: readonly State[] = [...HOME, ...RESULTS, ...SITES, ...CHOOSE, ...PROSE]
