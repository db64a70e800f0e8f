import { useState } from 'preact/hooks'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { localeHere } from '../kit/language-here.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { type Choice, isSameTime } from './choice.ts'
import { DayChoices, DayLinks } from './day-choices.tsx'
import { FromTo } from './from-to.tsx'
import type { NextStep } from './next-step.ts'
import { type Days, type FreeTime, timesOf, type What } from './next-times.ts'
import { OtherHours } from './other-hours.tsx'
import { choose } from './words/fr/choose.ts'

type TimeChoiceProps = {
  readonly what: What
  readonly days: Days
  /** The choice of an earlier page; it may no longer be free. */
  readonly preset: Choice | undefined
  readonly next: NextStep
}

const list = new Intl.ListFormat(localeHere(), { type: 'conjunction' })

/** The day has no hours yet because the counter's hours are unknown. */
const isUnknown = ({ space }: What, day: Days[number]): boolean =>
  day.spaces.some((each) => each.space === space.id && each.undecided && each.open.length === 0)

const Without = ({ what, days }: Pick<TimeChoiceProps, 'what' | 'days'>) => {
  const namesOf = (each: Days) => list.format(each.map(({ date }) => dayWords(date, what.site.today)))
  const [unknown, none] = [
    days.filter((day) => isUnknown(what, day)),
    days.filter((day) => !isUnknown(what, day)),
  ]
  return (
    <>
      {none.length > 0 && <p class="soft">{choose.noneOn(namesOf(none))}</p>}
      {unknown.length > 0 && <p class="soft">{choose.hoursUnknown(namesOf(unknown))}</p>}
    </>
  )
}

/** The times of each day: those on offer, and the days without any. */
const timesIn = ({ what, days, next }: Omit<TimeChoiceProps, 'preset'>) => {
  const byDay = days.map((day) => ({ day, times: timesOf(what, day) }))
  const offered = byDay
    .map(({ day, times }) => [day.date, times.filter((each) => !isSameTime(each, next.from))] as const)
    .filter(([, times]) => times.length > 0)
  const without = byDay.flatMap(({ day, times }) => (times.length === 0 ? [day] : []))
  return { offered, without }
}

type OfferedProps = Omit<TimeChoiceProps, 'days'> & ReturnType<typeof timesIn>

const Offered = ({ what, preset, next, offered, without }: OfferedProps) => {
  const [picked, setPicked] = useState<FreeTime>()
  const [tries, setTries] = useState(0)
  const { today } = what.site
  const chosen = offered.flatMap(([, times]) => times).find((time) => isSameTime(time, picked ?? preset))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen) next.go(chosen)
    else setTries(tries + 1)
  }
  return (
    <>
      {tries > 0 && !chosen && <ErrorSummary key={tries} errors={{ time: choose.missing }} />}
      <form id="times" onSubmit={submit} noValidate>
        <DayChoices days={offered} today={today} chosen={chosen} onChoose={setPicked} />
        <Without what={what} days={without} />
        <div class="going-on">
          {chosen && <FromTo {...next} to={chosen} today={today} />}
          <button class="button" type="submit" aria-disabled={next.working !== undefined}>
            {next.words.submit}
          </button>
        </div>
      </form>
    </>
  )
}

/** The free times of a week, one of them to be chosen. */
export const TimeChoice = (props: TimeChoiceProps) => {
  const { what, days, preset, next } = props
  const { offered, without } = timesIn(props)
  const isOffered = offered.some(([, times]) => times.some((time) => isSameTime(time, preset)))
  const date = without[0]?.date ?? what.site.today
  const otherwise = next.otherwise?.({ site: what.site.id, date, use: what.use })
  if (without.length === days.length)
    return (
      <>
        <p class="nothing">{choose.nothingThatWeek}</p>
        <Without what={what} days={without.filter((day) => isUnknown(what, day))} />
        {otherwise}
      </>
    )
  return (
    <div class="time-choice">
      {next.addressOf && (
        <>
          <DayLinks days={offered} today={what.site.today} current={preset} addressOf={next.addressOf} />
          <Without what={what} days={without} />
        </>
      )}
      {offered.length > 0 && !next.addressOf && <Offered {...props} offered={offered} without={without} />}
      <OtherHours
        key={what.use}
        what={what}
        days={days}
        preset={isOffered ? undefined : preset}
        next={next}
      />
      {otherwise}
    </div>
  )
}
