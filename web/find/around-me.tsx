import { useState } from 'preact/hooks'
import { search } from './words/fr/search.ts'

type State = 'idle' | 'locating' | 'refused'

// Two decimals are about a kilometre: enough to find what is near, too little to say where somebody lives.
const rounded = (degrees: number): string => degrees.toFixed(2)

export const AroundMe = ({ onFound }: { readonly onFound: (near: string) => void }) => {
  const [state, setState] = useState<State>('idle')
  const locate = () => {
    if (!navigator.geolocation) return setState('refused')
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        onFound(`${rounded(coords.latitude)},${rounded(coords.longitude)}`)
      },
      () => setState('refused'),
      { timeout: 10_000, maximumAge: 600_000 },
    )
  }
  return (
    <div class="around-me needs-script">
      <button class="button quiet" type="button" onClick={locate}>
        {search.aroundMe}
      </button>
      <p role="status">
        {state === 'locating' && search.locating}
        {state === 'refused' && search.notLocated}
      </p>
    </div>
  )
}
