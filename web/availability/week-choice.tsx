import { useRef, useState } from 'preact/hooks'
import { api } from '../kit/api-client.ts'
import { laterDate } from '../kit/later-date.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { spanWords } from '../kit/words/fr/time-words.ts'
import type { Choice } from './choice.ts'
import type { NextStep } from './next-step.ts'
import type { What } from './next-times.ts'
import { TimeChoice } from './time-choice.tsx'
import { WeekTurner } from './week-turner.tsx'
import { choose } from './words/fr/choose.ts'

type WeekChoiceProps = {
  readonly what: What
  readonly preset: Choice | undefined
  readonly next: NextStep
}

const LAST_OF_WEEK = 6

const firstDayOf = ({ what: { site }, preset, next: { from } }: WeekChoiceProps): string => {
  const near = (preset ?? from)?.date
  return near && near > laterDate(site.today, LAST_OF_WEEK) ? near : site.today
}

/** The free times of seven days, with links to the next and previous seven. */
export const WeekChoice = (props: WeekChoiceProps) => {
  const { what, preset, next } = props
  const { site, space, use } = what
  const [from, setFrom] = useState(firstDayOf(props))
  const heading = useRef<HTMLHeadingElement>(null)
  const answer = useAnswer(from, (date) =>
    api.readAvailability(site.id, {
      ...(date !== site.today && { from: date }),
      ...(next.moving && { moving: next.moving }),
    }),
  )
  const week = choose.week(...spanWords(from, laterDate(from, LAST_OF_WEEK)))
  useAnnouncement(answer.loaded.state === 'here' ? week : undefined)
  const turn = (date: string) => {
    setFrom(date)
    heading.current?.focus()
  }
  return (
    <>
      <h2 id="week" ref={heading} tabIndex={-1}>
        {week}
      </h2>
      <Loaded from={answer}>
        {({ days }) => (
          <TimeChoice
            key={`${from} ${space.id} ${use}`}
            what={what}
            days={days}
            preset={preset}
            next={next}
          />
        )}
      </Loaded>
      <WeekTurner from={from} site={site} space={space} onTurn={turn} />
    </>
  )
}
