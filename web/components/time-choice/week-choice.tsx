import { useRef, useState } from 'preact/hooks'
import { useAnnouncement, useAnswer } from '../../answers.ts'
import { api } from '../../api-client.ts'
import type { Choice } from '../../choice.ts'
import { choose } from '../../messages/fr/choose.ts'
import type { What } from '../../next-times.ts'
import { laterDate, spanWords } from '../../time-words.ts'
import { Unread } from '../notice/refusal.tsx'
import { Waiting } from '../waiting/waiting.tsx'
import type { Going } from './going.ts'
import { TimeChoice } from './time-choice.tsx'
import { WeekTurner } from './week-turner.tsx'

type WeekChoiceProps = {
  readonly what: What
  readonly wished: Choice | undefined
  readonly going: Going
}

const LAST_OF_WEEK = 6

const firstDayOf = ({ what: { site }, wished, going: { from } }: WeekChoiceProps): string => {
  const near = (wished ?? from)?.date
  return near && near > laterDate(site.today, LAST_OF_WEEK) ? near : site.today
}

/** The free times of seven days, and the way to seven others. */
export const WeekChoice = (props: WeekChoiceProps) => {
  const { what, wished, going } = props
  const { site, space, use } = what
  const [from, setFrom] = useState(firstDayOf(props))
  const heading = useRef<HTMLHeadingElement>(null)
  const { loaded, again } = useAnswer(from, (date) =>
    api.readAvailability(site.id, {
      ...(date !== site.today && { from: date }),
      ...(going.moving && { moving: going.moving }),
    }),
  )
  const week = choose.week(...spanWords(from, laterDate(from, LAST_OF_WEEK)))
  useAnnouncement(loaded.state === 'here' ? week : undefined)
  const turn = (date: string) => {
    setFrom(date)
    heading.current?.focus()
  }
  return (
    <>
      <h2 id="week" ref={heading} tabIndex={-1}>
        {week}
      </h2>
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && (
        <TimeChoice
          key={`${from} ${space.id} ${use}`}
          what={what}
          days={loaded.value.days}
          wished={wished}
          going={going}
        />
      )}
      <WeekTurner from={from} site={site} space={space} onTurn={turn} />
    </>
  )
}
