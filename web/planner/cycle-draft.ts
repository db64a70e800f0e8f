import type { NewCycle } from '../../shared/contracts/workshop-text.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { textIn } from '../kit/text-in.ts'
import { planning as words } from './words/fr/planning-cycle.ts'

export const RHYTHMS = ['week', 'fortnight', 'working', 'once'] as const
export type Rhythm = (typeof RHYTHMS)[number]

export const KINDS = ['workshop', 'permanence'] as const
export type Kind = (typeof KINDS)[number]

export const kindOf = ({ appointments }: NewCycle): Kind => (appointments ? 'permanence' : 'workshop')

export const LENGTHS = [15, 30, 45, 60] as const satisfies readonly Appointments['minutes'][]

const MOST = { count: 40, days: 10, months: 12, seats: 50 } as const

const MOST_MEDIATORS = 4

const numberIn = (form: FormData, name: string): number => Number(textIn(form, name))

const datesIn = (form: FormData): Pick<NewCycle, 'rule' | 'firstWorkingDays'> => {
  const rhythm = textIn(form, 'rhythm')
  if (rhythm === 'working')
    return { firstWorkingDays: { days: numberIn(form, 'days'), months: numberIn(form, 'months') } }
  if (rhythm === 'once') return { rule: 'FREQ=DAILY;COUNT=1' }
  const interval = rhythm === 'fortnight' ? ';INTERVAL=2' : ''
  return { rule: `FREQ=WEEKLY${interval};COUNT=${textIn(form, 'count')}` }
}

type Appointments = NonNullable<NewCycle['appointments']>

const minutesIn = (form: FormData) => LENGTHS.find((each) => each === numberIn(form, 'minutes'))

const forWhomIn = (form: FormData): Pick<NewCycle, 'seats' | 'appointments'> => {
  const minutes = minutesIn(form)
  if (!minutes) return { seats: numberIn(form, 'seats') }
  return { appointments: { minutes, ...(form.has('dropIn') && { dropIn: true }) } }
}

/** What the form asks for; choices of a list are the API's own values. */
export const readDraft = (form: FormData, site: string): NewCycle => {
  const [theme, level, bring] = [textIn(form, 'theme'), textIn(form, 'level'), textIn(form, 'bring')]
  const mediators = form.getAll('mediators').map(String)
  const languages = form.getAll('languages') as NonNullable<NewCycle['languages']>
  return {
    site,
    space: textIn(form, 'space'),
    title: textIn(form, 'title'),
    from: textIn(form, 'from'),
    start: textIn(form, 'start'),
    end: textIn(form, 'end'),
    ...forWhomIn(form),
    ...datesIn(form),
    ...(mediators.length > 0 && { mediators }),
    ...(theme && { theme: theme as NonNullable<NewCycle['theme']> }),
    ...(level && { level: level as NonNullable<NewCycle['level']> }),
    ...(bring && { bring }),
    ...(languages.length > 0 && { languages }),
    ...(form.has('newcomersFirst') && { newcomersFirst: true as const }),
  }
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Appointments that leave a rest at the end. */
const isUneven = (form: FormData): boolean => {
  const minutes = minutesIn(form)
  const [start, end] = [textIn(form, 'start'), textIn(form, 'end')]
  return minutes !== undefined && end > start && (minuteOf(end) - minuteOf(start)) % minutes !== 0
}

const isWrong = (value: string, most: number): boolean => !/^\d+$/.test(value) || +value < 1 || +value > most

/** One of `mediators` is chosen where there are several. */
export const errorsIn = (form: FormData, today: string, mediators: readonly unknown[]): FieldErrors => {
  const wrongNumbers = Object.entries(MOST).flatMap(([name, most]) =>
    form.has(name) && isWrong(textIn(form, name), most) ? [[name, words.numberWrong(most)]] : [],
  )
  return {
    ...(!textIn(form, 'title') && { title: words.nameMissing }),
    ...(textIn(form, 'from') < today && { from: words.fromMissing }),
    ...(!textIn(form, 'start') && { start: words.hourMissing }),
    ...(textIn(form, 'end') <= textIn(form, 'start') && { end: words.hoursWrong }),
    ...(isUneven(form) && { minutes: words.uneven }),
    ...(mediators.length > 1 && !form.has('mediators') && { mediators: words.mediatorMissing }),
    ...(form.getAll('mediators').length > MOST_MEDIATORS && {
      mediators: words.mediatorsMost(MOST_MEDIATORS),
    }),
    ...Object.fromEntries(wrongNumbers),
  }
}
