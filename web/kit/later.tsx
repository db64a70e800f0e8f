import type { ComponentType, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from './loading.tsx'

type LaterProps<Props> = {
  readonly load: () => Promise<ComponentType<Props>>
  readonly props: Props
  /** Shown when it does not come. */
  readonly failed: (again: () => void) => VNode
}

/** A part of the page whose script comes after the rest of it. */
export const Later = <Props extends object>({ load, props, failed }: LaterProps<Props>) => {
  const [Part, setPart] = useState<ComponentType<Props>>()
  const [isFailed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    setFailed(false)
    load().then(
      (part) => setPart(() => part),
      () => setFailed(true),
    )
  }, [attempt])
  if (Part) return <Part {...props} />
  return isFailed ? failed(() => setAttempt(attempt + 1)) : <Loading />
}
