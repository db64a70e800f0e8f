import { useEffect, useRef, useState } from 'preact/hooks'
import type { TodayView } from '../../shared/contracts/today-views.ts'
import { localText } from '../kit/local-text.ts'
import { todayApi } from './today-client.ts'

const EVERY_MS = 120_000

/** An answer, and when it came by the clock of this device. */
type Seen = { readonly today: TodayView; readonly at: string }

const timeNow = (): string => localText().slice(11)

/** Sites stay where they were when the page came; new ones come last. */
export const inOrderOf = (before: TodayView, after: TodayView): TodayView => {
  const places = new Map(before.sites.map(({ id }, at) => [id, at]))
  const placeOf = ({ id }: TodayView['sites'][number]): number => places.get(id) ?? places.size
  return { ...after, sites: after.sites.toSorted((one, other) => placeOf(one) - placeOf(other)) }
}

/** Reads the page again now and then, without a sign of loading and without moving what is there. */
export const useFresh = (first: TodayView, onEnded: () => void) => {
  const [seen, setSeen] = useState<Seen>(() => ({ today: first, at: timeNow() }))
  const [isLate, setLate] = useState(false)
  const [isPaused, setPaused] = useState(false)
  const readAt = useRef(Date.now())
  const refresh = async (): Promise<boolean> => {
    readAt.current = Date.now()
    const answer = await todayApi.read()
    if (answer.ok) setSeen(({ today }) => ({ today: inOrderOf(today, answer.value), at: timeNow() }))
    setLate(!answer.ok)
    if (!answer.ok && answer.problem.code === 'signed-out') onEnded()
    return answer.ok
  }
  useEffect(() => {
    if (isPaused) return undefined
    const look = () => {
      if (!document.hidden && Date.now() - readAt.current >= EVERY_MS) void refresh()
    }
    const looking = setInterval(look, EVERY_MS / 8)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(looking)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isPaused])
  return { ...seen, isLate, isPaused, refresh, pause: () => setPaused(!isPaused) }
}

export type Fresh = ReturnType<typeof useFresh>
