import * as z from 'zod'
import { WORKSHOP_LEVELS } from '../domain/workshop.ts'
import { DateText, LineText, ProseText, SpaceIdText, TimeText, WorkshopIdText } from './values.ts'
import { MediatorsText } from './workshop-text.ts'

const EditText = {
  title: LineText(80).exactOptional(),
  level: z.enum(WORKSHOP_LEVELS).nullable().exactOptional(),
  description: ProseText(600).nullable().exactOptional(),
  seats: z.int().min(1).max(50).exactOptional(),
  mediators: MediatorsText.exactOptional(),
  start: TimeText.exactOptional(),
  end: TimeText.exactOptional(),
  space: SpaceIdText.exactOptional(),
  releaseBusy: z.literal(true).exactOptional().meta({
    description: 'When it moves, end the seats of people who have something else then; they are told',
  }),
}

const changesSomething = (edit: object): boolean =>
  Object.keys(edit).some((name) => name !== 'releaseBusy' && name !== 'from')

/** What is named changes; null takes a text away, `mediators` are all who lead it from then on. */
export const WorkshopEdit = z
  .strictObject({ ...EditText, date: DateText.exactOptional() })
  .refine(changesSomething, 'expected something to change')

/** The workshops to come, from one on. */
export const CycleEdit = z
  .strictObject({ ...EditText, from: WorkshopIdText.exactOptional() })
  .refine(changesSomething, 'expected something to change')

/** `refusal` is a problem code, with its facts; a workshop without one is changed. */
export const EditedCycle = z.object({
  dates: z.array(
    z.looseObject({
      workshop: z.string(),
      date: z.string(),
      start: z.string(),
      end: z.string(),
      refusal: z.string().optional(),
    }),
  ),
})

export type EditedCycle = z.infer<typeof EditedCycle>
