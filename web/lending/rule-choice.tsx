import type { ComponentChildren } from 'preact'
import { SelectField } from '../kit/field/select-field.tsx'
import { durationWords } from '../kit/words/fr/time-words.ts'
import { ruling as words } from './words/fr/ruling.ts'

const DAY_MINUTES = 1440

const DURATIONS = [15, 30, 60, 120, 180, 240, 300, 480, 600, 720, 1440]
export const NOTICES = [0, 30, 60, 120, 240, 1440, 2880, 10_080]
const HORIZONS = [7, 14, 30, 60, 90, 180, 365]

export const daysWords = (days: number): string => durationWords(days * DAY_MINUTES)

export const noticeWords = (minutes: number): string =>
  minutes === 0 ? words.noNotice : words.noticeBefore(durationWords(minutes))

const horizonWords = (days: number): string =>
  days === 0 ? words.today : words.horizonBefore(daysWords(days))

/** How each limit is chosen and said. */
export const LIMITS = {
  shortestMinutes: { label: words.shortest, values: DURATIONS, say: durationWords },
  longestMinutes: { label: words.longest, values: DURATIONS, say: durationWords },
  noticeMinutes: { label: words.notice, values: NOTICES, say: noticeWords },
  horizonDays: { label: words.horizon, values: HORIZONS, say: horizonWords },
} as const

type Option = readonly [value: string, words: string]

/** Some values to choose from, and the own one wherever it lies. */
export const optionsOf = (
  values: readonly number[],
  own: number | undefined,
  say: (value: number) => string,
): Option[] =>
  [...new Set([...values, ...(own === undefined ? [] : [own])])]
    .sort((one, other) => one - other)
    .map((each) => [String(each), say(each)])

type ChoiceProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly values: readonly number[]
  readonly own: number | undefined
  readonly say: (value: number) => string
  /** The words of the empty choice. */
  readonly nothing?: string
  readonly error?: string | undefined
}

export const Choice = ({ values, own, say, nothing, ...field }: ChoiceProps) => (
  <SelectField
    {...field}
    value={own === undefined ? '' : String(own)}
    options={[...(nothing === undefined ? [] : [['', nothing] as const]), ...optionsOf(values, own, say)]}
  />
)

export const Section = ({
  title,
  lead,
  children,
}: {
  title: string
  lead?: string
  children: ComponentChildren
}) => (
  <section class="form opening" aria-label={title}>
    <h2>{title}</h2>
    {lead && <p>{lead}</p>}
    {children}
  </section>
)

type MoreProps = {
  readonly title: string
  readonly lead: string
  /** Open when it holds a rule or an error. */
  readonly open: boolean
  readonly children: ComponentChildren
}

/** Rules that few sites need. */
export const More = ({ title, lead, open, children }: MoreProps) => (
  <details class="more-rules" open={open}>
    <summary class="tall">{title}</summary>
    <div class="form">
      <p>{lead}</p>
      {children}
    </div>
  </details>
)
