import type { ClosurePreview, ClosureReportView } from '../../../shared/contracts/closure-views.ts'
import type { PlannedView, PlanningView } from '../../../shared/contracts/planning-views.ts'

type Named = {
  readonly id: string
  readonly reference: string
  readonly holderName: string
  readonly phone?: string | undefined
}

/** A booking as use alone: nothing leads from it to its holder. */
const unnamed = <T extends Named>({ phone: _, ...booking }: T, at: number) => ({
  ...booking,
  id: String(at),
  reference: '',
  holderName: '',
})

export const plannedWithoutPeople = (bookings: readonly PlannedView[]): PlannedView[] =>
  bookings.map((each, at) => {
    const { workshop, hasEmail: _, guest: __, sentBy: ___, ...booking } = unnamed(each, at)
    return { ...booking, ...(workshop && { workshop: { ...workshop, taken: undefined, people: [] } }) }
  })

/** What the owner of the premises reads: use, and nobody's name. */
export const planningWithoutPeople = ({
  requests: _,
  calls: __,
  ...planning
}: PlanningView): PlanningView => ({
  ...planning,
  days: planning.days.map((day) => ({
    ...day,
    spaces: day.spaces.map(({ load: ___, ...space }) => space),
  })),
  bookings: plannedWithoutPeople(planning.bookings),
})

export const previewWithoutPeople = (preview: ClosurePreview): ClosurePreview => ({
  ...preview,
  bookings: preview.bookings.map((each, at) => {
    const { workshop, ...booking } = unnamed(each, at)
    const people = workshop?.people.map(({ hasEmail }) => ({ holderName: '', hasEmail }))
    return {
      ...booking,
      holder: String(at),
      ...(workshop && people && { workshop: { ...workshop, people } }),
    }
  }),
})

export const reportWithoutPeople = (report: ClosureReportView): ClosureReportView => ({
  ...report,
  bookings: report.bookings.map((each, at) => {
    const { call: _, proposal, ...booking } = unnamed(each, at)
    const elsewhere = proposal && { ...proposal, id: String(at), reference: '' }
    return { ...booking, holder: String(at), ...(elsewhere && { proposal: elsewhere }) }
  }),
})
