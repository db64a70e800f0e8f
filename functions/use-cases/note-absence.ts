import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { isLedBy, mediatorsOf, namesOfMediators } from '../../shared/domain/mediators.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { type EditWorkshopRefusal, editWorkshop } from './edit-workshop.ts'
import { type EndWorkshopRefusal, endWorkshop } from './end-workshop.ts'
import { type Absence, type SittingAnswer, sittingsOf } from './plan-absence.ts'

export type NoteAbsence = Absence & {
  readonly note?: string | undefined
  readonly sittings: readonly SittingAnswer[]
}

export type NotedSitting = {
  readonly workshop: WorkshopId
  readonly outcome?: 'handed-over' | 'cancelled'
  readonly mediatorName?: string
  readonly refusal?: EditWorkshopRefusal | EndWorkshopRefusal
}

export type NotedAbsence = { readonly sittings: readonly NotedSitting[]; readonly remaining: number }

type Deps = BookingDependencies & Pick<Dependencies, 'led'>

/** Who leads it by now, if that is not who is absent. */
const takenOverBy = async (
  id: WorkshopId,
  { by, mediator }: NoteAbsence,
  deps: Deps,
): Promise<string | undefined> => {
  const workshop = (await deps.workshops.findWorkshop(id))?.workshop
  const isTaken = workshop?.status === 'planned' && !isLedBy(workshop, mediator)
  return isTaken && (await may(by, 'plan-workshops', workshop, deps)) ? namesOfMediators(workshop) : undefined
}

/** Those who lead it without who is absent, and with a colleague who takes over. */
const othersIn = async (
  { workshop: id, mediator }: SittingAnswer,
  absence: NoteAbsence,
  deps: Deps,
): Promise<HolderId[]> => {
  const workshop = (await deps.workshops.findWorkshop(id))?.workshop
  const leading = workshop ? mediatorsOf(workshop).map((each) => each.id) : []
  return [...new Set([...leading, mediator ?? absence.mediator])].filter((each) => each !== absence.mediator)
}

const noteSitting = async (
  answer: SittingAnswer,
  absence: NoteAbsence,
  deps: Deps,
): Promise<NotedSitting> => {
  const { by, note } = absence
  const { workshop: id } = answer
  const mediatorName = await takenOverBy(id, absence, deps)
  if (mediatorName !== undefined) return { workshop: id, outcome: 'handed-over', mediatorName }
  const mediators = await othersIn(answer, absence, deps)
  if (mediators.length === 0) {
    const ended = await endWorkshop({ id, by, ...(note !== undefined && { note }) }, deps)
    return ended.ok ? { workshop: id, outcome: 'cancelled' } : { workshop: id, refusal: ended.error }
  }
  const passed = await editWorkshop({ id, by, edit: { mediators } }, deps)
  if (!passed.ok) return { workshop: id, refusal: passed.error }
  return { workshop: id, outcome: 'handed-over', mediatorName: namesOfMediators(passed.value.workshop) }
}

const isOn = async (absence: NoteAbsence, { workshops }: Deps): Promise<boolean> => {
  const found = await workshops.findWorkshops(absence.sittings.map(({ workshop }) => workshop))
  const named = new Set(absence.sittings.map(({ workshop }) => workshop))
  return found.length === named.size && found.every(({ date }) => date === absence.date)
}

/**
 * Passes each workshop on to a colleague, leaves it to the others who lead it, or cancels it, in a transaction of its own; everybody is told. Repeating
 * finishes.
 */
export const noteAbsence = async (
  absence: NoteAbsence,
  deps: Deps,
): Promise<Result<NotedAbsence, { readonly kind: 'not-found' }>> => {
  if (!(await isOn(absence, deps))) return refuse({ kind: 'not-found' })
  const sittings: NotedSitting[] = []
  for (const sitting of absence.sittings) sittings.push(await noteSitting(sitting, absence, deps))
  return ok({ sittings, remaining: (await sittingsOf(absence, deps)).length })
}
