import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/summary.ts'

export const summary = {
  title: 'Your choice',
  day: 'Day',
  hours: 'Time',
  what: 'What',
  where: 'Where',
  price: 'Price',
  howIn: 'Getting in',
  becomes: 'becomes',
  back: 'Back to my booking',
  approval: (time: string, moment: string) =>
    `The post office answers within ${time} of its counter being open: before ${moment}. Until then, we keep the place for you.`,
  approvalWithoutHours: (time: string, moment: string) =>
    `The post office answers within ${time}, counted Monday to Friday from 9 am to 5 pm: before ${moment}. Until then, we keep the place for you.`,
  approvedAnew: 'If you move it, the post office has to accept it again.',
  change: 'Change',
  changeWhat: ' the day or time',
  onRequest: (time) => `On request: answered within ${time} of opening hours.`,
  what1: { desk: 'one place', room: 'the whole room' },
} satisfies Translation<typeof fr.summary>
