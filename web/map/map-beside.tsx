import { useEffect, useRef, useState } from 'preact/hooks'
import { Later } from '../kit/later.tsx'
import { mapFailed } from './map-failed.tsx'
import type { SiteMapProps } from './site-map.tsx'
import { around } from './words/fr/map.ts'

/** As `@media` of the layout: where the map stands beside the list. */
const BESIDE = '(min-width: 60rem)'

const load = async () => (await import('./site-map.tsx')).SiteMap

/** The map of a list of places: beside it where there is room, else when it is asked for. */
export const MapBeside = (props: SiteMapProps) => {
  const [shown, setShown] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const show = () => {
    setShown(true)
    // The button goes.
    title.current?.focus()
  }
  useEffect(() => setShown(matchMedia(BESIDE).matches), [])
  if (![...props.lenders, props].some(({ position }) => position)) return null
  return (
    <section class="map-beside stack">
      <h2 class="for-readers" ref={title} tabIndex={-1}>
        {around.title}
      </h2>
      {shown ? (
        <Later load={load} props={props} failed={mapFailed} />
      ) : (
        <button class="button quiet" type="button" onClick={show}>
          {around.show}
        </button>
      )}
    </section>
  )
}
