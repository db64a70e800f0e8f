import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { textIn } from '../kit/text-in.ts'
import { edit as words } from './words/fr/edit.ts'
import { workshops } from './words/fr/workshops.ts'
import type { Colleagues, WorkshopEdit } from './workshop-client.ts'

const LEVELS = Object.keys(workshops.levels) as (keyof typeof workshops.levels)[]
const MOST_SEATS = 50
const MOST_MEDIATORS = 4

/** What of a cycle a change is for. */
export const WHICH = ['one', 'following', 'all'] as const
export type Which = (typeof WHICH)[number]

/** What the form says otherwise than the workshop. */
export const changesIn = (form: FormData, workshop: WorkshopView, colleagues: Colleagues): WorkshopEdit => {
  const title = textIn(form, 'titre')
  const level = LEVELS.find((each) => each === form.get('niveau')) ?? null
  const description = textIn(form, 'description') || null
  const seats = Number(textIn(form, 'places'))
  const mediators = form.getAll('anime').map(String)
  const isLed = colleagues.every(({ id, leads }) => leads === mediators.includes(id))
  const [date, start, end, space] = ['jour', 'de', 'a', 'salle'].map((name) => textIn(form, name))
  return {
    ...(title !== workshop.title && { title }),
    ...(level !== (workshop.level ?? null) && { level }),
    ...(description !== (workshop.description ?? null) && { description }),
    ...(form.has('places') && seats !== workshop.seats && { seats }),
    ...(!isLed && { mediators }),
    ...(date && date !== workshop.date && { date }),
    ...(start && start !== workshop.start && { start }),
    ...(end && end !== workshop.end && { end }),
    ...(space && space !== workshop.space.id && { space }),
  }
}

export const errorsIn = (form: FormData): FieldErrors => {
  const seats = Number(textIn(form, 'places'))
  const isThere = form.has('jour')
  return {
    ...(!textIn(form, 'titre') && { titre: words.nameMissing }),
    ...(!form.has('anime') && { anime: words.mediatorMissing }),
    ...(form.getAll('anime').length > MOST_MEDIATORS && { anime: words.mediatorsMost(MOST_MEDIATORS) }),
    ...(form.has('places') &&
      !(Number.isInteger(seats) && seats >= 1 && seats <= MOST_SEATS) && { places: words.seatsMissing }),
    ...(isThere && !textIn(form, 'jour') && { jour: words.dateMissing }),
    ...(form.has('de') && !textIn(form, 'de') && { de: words.hourMissing }),
    ...(form.has('de') && textIn(form, 'a') <= textIn(form, 'de') && { a: words.hoursWrong }),
  }
}
