import { hasStarted } from '../../shared/domain/booking-state.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import { minutesBetween, refusalOfTravel } from '../../shared/domain/travel.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { may } from './authorize.ts'
import { type Colleague, colleaguesOf } from './list-colleagues.ts'
import { type LedWeek, readLedWeek } from './read-led-week.ts'

type Deps = Pick<
  Dependencies,
  'led' | 'workshops' | 'waitlist' | 'sites' | 'grants' | 'identities' | 'bookings' | 'now'
>

export type Absence = { readonly mediator: HolderId; readonly date: LocalDate; readonly by: Actor }

type Led = LedWeek['workshops'][number]

export type AbsentSitting = Led & {
  readonly colleagues: readonly Colleague[]
  readonly proposed?: HolderId | undefined
}

const AT_ONCE = 4

/** Others who lead a permanence go on with it: once it has begun, nobody takes over and nothing is cut short. */
const goesOn = ({ workshop, site, otherMediators }: Led, { now }: Deps): boolean =>
  otherMediators.length > 0 && hasStarted(workshop, site, now())

/** What they lead that day and has not begun, where `by` plans. */
export const sittingsOf = async ({ mediator, date, by }: Absence, deps: Deps): Promise<Led[]> => {
  const { workshops } = await readLedWeek({ mediator, from: date, days: 1 }, deps)
  const allowed = await mapAtOnce(workshops, AT_ONCE, ({ site }) =>
    may(by, 'plan-workshops', { site: site.id }, deps),
  )
  return workshops.filter(
    (led, at) => led.workshop.status === 'planned' && !led.begun && !goesOn(led, deps) && allowed[at],
  )
}

type Taken = { readonly holder: HolderId; readonly workshop: Workshop; readonly site: Site }

const fits = ({ workshop, site }: Led, theirs: readonly Taken[]): boolean =>
  theirs.every((taken) => minutesBetween(taken.workshop, workshop) >= 0) &&
  !refusalOfTravel(
    { ...workshop, site },
    theirs.map((taken) => ({ ...taken.workshop, site: taken.site })),
  )

/** In order of time: the first who is free, near enough, and not proposed for another sitting in the way. */
const withProposals = (
  sittings: readonly { readonly led: Led; readonly colleagues: readonly Colleague[] }[],
): AbsentSitting[] => {
  const taken: Taken[] = []
  return sittings.map(({ led, colleagues }) => {
    const free = colleagues.find(
      ({ holder, busy, tooFar }) =>
        !busy &&
        !tooFar &&
        fits(
          led,
          taken.filter((each) => each.holder === holder.id),
        ),
    )
    if (free) taken.push({ holder: free.holder.id, workshop: led.workshop, site: led.site })
    return { ...led, colleagues, proposed: free?.holder.id }
  })
}

/** Who could take over each workshop of a mediator who is absent on a date. */
export const planAbsence = async (absence: Absence, deps: Deps): Promise<AbsentSitting[]> =>
  withProposals(
    await mapAtOnce(await sittingsOf(absence, deps), AT_ONCE, async (led) => ({
      led,
      // A permanence that goes on can only be cut short.
      colleagues: hasStarted(led.workshop, led.site, deps.now())
        ? []
        : (await colleaguesOf(led.workshop, led.site, deps)).filter(({ leads }) => !leads),
    })),
  )

export type SittingAnswer = { readonly workshop: WorkshopId; readonly mediator?: HolderId | undefined }
