import { useEffect, useState } from 'preact/hooks'
import { useLatest } from '../kit/use-latest.ts'
import { findApi, type Locality } from './find-client.ts'

const PAUSE_MS = 150
const SHORTEST = 2
const MOST = '6'

const NONE: readonly Locality[] = []

/** The localities that a text may mean, soon after the last key; those of before stay until then. */
export const useSuggestions = (text: string | undefined): readonly Locality[] => {
  const [found, setFound] = useState(NONE)
  const latest = useLatest()
  const wanted = text?.trim() ?? ''
  useEffect(() => {
    if (wanted.length < SHORTEST) {
      void latest(async () => NONE)
      setFound(NONE)
      return undefined
    }
    const asking = setTimeout(async () => {
      const answer = await latest(() => findApi.suggest({ q: wanted, limit: MOST }))
      if (answer) setFound(answer.ok ? answer.value.localities : NONE)
    }, PAUSE_MS)
    return () => clearTimeout(asking)
  }, [wanted])
  return found
}
