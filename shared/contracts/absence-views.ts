import * as z from 'zod'
import { ColleagueList } from './colleague-views.ts'
import { DateText, HolderIdText, ProseText, WorkshopIdText } from './values.ts'
import { WeekView } from './week-views.ts'

export const AbsenceParam = z.strictObject({ date: DateText })

/** The signed-in person by default. */
export const AbsenceQuery = z.strictObject({ mediator: HolderIdText.exactOptional() })

/** `proposed` is free and near enough, with the other proposals of that day; without one, it would be cancelled. */
export const AbsencePlan = z.object({
  date: z.string(),
  mediator: z.string(),
  mediatorName: z.string().optional(),
  sittings: z.array(
    WeekView.shape.workshops.element.omit({ way: true }).extend({
      colleagues: ColleagueList.shape.colleagues,
      proposed: z.string().optional(),
    }),
  ),
})

const MOST_SITTINGS_A_DAY = 20

/** A sitting without a mediator is cancelled; people read the note. */
export const NewAbsence = z.strictObject({
  mediator: HolderIdText.exactOptional(),
  note: ProseText(300).exactOptional(),
  sittings: z
    .array(z.strictObject({ workshop: WorkshopIdText, mediator: HolderIdText.exactOptional() }))
    .min(1)
    .max(MOST_SITTINGS_A_DAY),
})

/** `refusal` is a problem code, with its facts; `remaining` sittings of that day are still theirs. */
export const NotedAbsence = z.object({
  sittings: z.array(
    z.looseObject({
      workshop: z.string(),
      outcome: z.enum(['handed-over', 'cancelled']).optional(),
      mediatorName: z.string().optional(),
      refusal: z.string().optional(),
    }),
  ),
  remaining: z.int(),
})

export type AbsencePlan = z.infer<typeof AbsencePlan>
export type NotedAbsence = z.infer<typeof NotedAbsence>
