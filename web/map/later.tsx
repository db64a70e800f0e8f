import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../kit/loading.tsx'
import { sheet } from './words/fr/map.ts'

type LaterProps<Props> = { readonly load: () => Promise<ComponentType<Props>>; readonly props: Props }

/** A part of the page whose script comes after the rest of it. */
export const Later = <Props extends object>({ load, props }: LaterProps<Props>) => {
  const [Part, setPart] = useState<ComponentType<Props>>()
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    setFailed(false)
    load().then(
      (part) => setPart(() => part),
      () => setFailed(true),
    )
  }, [attempt])
  if (Part) return <Part {...props} />
  return failed ? <MapFailed again={() => setAttempt(attempt + 1)} /> : <Loading />
}

type MapFailedProps = { readonly again: () => void; readonly words?: string }

export const MapFailed = ({ again, words = sheet.failed }: MapFailedProps) => (
  <div class="stack" role="status">
    <p>{words}</p>
    <button class="button quiet alone" type="button" onClick={again}>
      {sheet.again}
    </button>
  </div>
)
