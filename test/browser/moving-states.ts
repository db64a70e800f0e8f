import type { Page } from 'playwright-core'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { moveAddress } from '../../web/availability/choice.ts'
import type { Cast } from './cast.ts'
import { MONTPEZAT } from './shortcuts.ts'
import {
  alternativesTo,
  answeredFirst,
  answering,
  noticed,
  problem,
  type State,
  settled,
  shown,
} from './state.ts'

const MOVE = 'Déplacer ma réservation'
const move = ({ booking }: Cast): string => `/deplacer?id=${booking}`

const opened = async (page: Page, cast: Cast) => {
  await page.goto(move(cast))
  await page.getByRole('button', { name: MOVE }).waitFor()
}

const chosen = async (page: Page, cast: Cast) => {
  await opened(page, cast)
  await page.getByRole('radio', { name: /de \d/ }).last().check()
}

const PATCHED = /\/api\/bookings\//

const refused =
  (answer: ReturnType<typeof problem> | undefined, words: RegExp): State['open'] =>
  async (page, cast) => {
    await chosen(page, cast)
    await page.route(PATCHED, (route) => (answer ? route.fulfill(answer) : route.abort()))
    await page.getByRole('button', { name: MOVE }).click()
    await noticed(page, words)
    await settled(page)
  }

const lending = (keep: (space: SiteView['spaces'][number]) => boolean) => (body: Record<string, unknown>) => {
  const { spaces, ...site } = body as SiteView
  const [first] = spaces
  return {
    ...site,
    spaces: (first ? [...spaces, { ...first, id: 'autre', name: 'Autre bureau' }] : spaces).filter(keep),
  }
}

const gone =
  (keep: Parameters<typeof lending>[0]): State['open'] =>
  async (page, cast) => {
    await answering(page, /\/sites\/[^/]*$/, lending(keep))
    await page.goto(move(cast))
    await noticed(page, /Votre espace n’est plus prêté/)
    await settled(page)
  }

const CHOOSING: readonly State[] = [
  { name: 'move', as: 'member', open: opened },
  {
    name: 'move, at a site that answers first',
    as: 'member',
    open: async (page, cast) => {
      await answeredFirst(page)
      await opened(page, cast)
    },
  },
  { name: 'move, a time chosen', as: 'member', open: chosen },
  {
    name: 'move, none chosen',
    as: 'member',
    open: async (page, cast) => {
      await opened(page, cast)
      await page.getByRole('button', { name: MOVE }).click()
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'move, to the time it has',
    as: 'member',
    open: async (page, cast) => {
      await page.goto(moveAddress(cast.booking, cast.choice))
      await page.getByRole('button', { name: 'Déplacer à ces heures' }).click()
      await noticed(page, /C’est déjà votre heure/)
    },
  },
  { name: 'move, the space no longer lent', as: 'member', open: gone(({ id }) => id === 'autre') },
  { name: 'move, no space lent now', as: 'member', open: gone(() => false) },
  { name: 'move, signed out', open: shown(move, /Changer l’heure ou le jour/) },
  {
    name: 'move, by staff',
    as: 'staff',
    open: async (page, { asked }) => {
      await answering(page, PATCHED, (body) => ({ ...body, status: 'confirmed', until: undefined }))
      await page.goto(`/deplacer?id=${asked}&lieu=${MONTPEZAT}`)
      await page.getByRole('button', { name: 'Déplacer cette réservation' }).waitFor()
      await settled(page)
    },
  },
  { name: 'move, unknown', as: 'member', open: shown('/deplacer?id=0', /Nous ne trouvons pas/) },
]

const REFUSED: readonly State[] = [
  {
    name: 'move, the time was just taken',
    as: 'member',
    open: (page, cast) =>
      refused(
        problem('taken', { alternatives: alternativesTo(cast.choice) }),
        /Ce créneau vient d’être pris/,
      )(page, cast),
  },
  { name: 'move, no answer came', as: 'member', open: refused(undefined, /La connexion s’est interrompue/) },
  {
    name: 'move, signed out by then',
    as: 'member',
    open: refused(problem('signed-out'), /Vous n’êtes plus connecté/),
  },
  {
    name: 'move, too far ahead',
    as: 'member',
    open: refused(problem('beyond-horizon', { lastDate: '2027-01-24' }), /C’est trop loin/),
  },
  {
    name: 'move, begun by then',
    as: 'member',
    open: refused(problem('already-started'), /La réservation a déjà commencé/),
  },
  {
    name: 'move, of a cancelled booking',
    as: 'member',
    open: async (page, cast) => {
      await page.goto(`/deplacer?id=${cast.cancelled}`)
      await noticed(page, /Cette réservation est annulée/)
    },
  },
  {
    name: 'move, of a seat',
    as: 'member',
    open: async (page, cast) => {
      await answering(page, PATCHED, (body) => ({ ...body, workshop: '0'.repeat(20) }))
      await page.goto(move(cast))
      await noticed(page, /Cette réservation va avec un atelier/)
    },
  },
  {
    name: 'move, of a booking that has begun',
    as: 'member',
    open: async (page, cast) => {
      await answering(page, PATCHED, (body) => ({ ...body, begun: true, cancellable: false }))
      await page.goto(move(cast))
      await noticed(page, /La réservation a déjà commencé/)
    },
  },
]

export const MOVING_STATES: readonly State[] = [
  ...CHOOSING,
  ...REFUSED,
  {
    name: 'booking, moved',
    as: 'member',
    open: async (page, { booking }) => {
      await page.goto(`/reservation?id=${booking}&fait=deplacement`)
      await noticed(page, /C’est déplacé/)
    },
  },
]
