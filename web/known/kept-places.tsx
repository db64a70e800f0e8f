import { useEffect, useRef, useState } from 'preact/hooks'
import { forgetPlaces, readPlaces } from './places.ts'
import { known } from './words/fr/known.ts'

/** Starred and recent places of this device; styles keep their room from the first moment. */
export const KeptPlaces = ({ isReady }: { isReady: boolean }) => {
  const [isForgotten, setForgotten] = useState(false)
  const places = isReady && !isForgotten ? readPlaces() : []
  const done = useRef<HTMLParagraphElement>(null)
  useEffect(() => done.current?.focus(), [isForgotten])
  const forget = () => {
    forgetPlaces()
    setForgotten(true)
  }
  return (
    <>
      <section class="kept-places">
        {places.length > 0 && (
          <>
            <h2>{known.places}</h2>
            <ul class="plain">
              {places.map(({ id, name, commune, starred }) => (
                <li key={id}>
                  <a class="tall" href={`/lieu/${id}`}>
                    {name === commune ? name : `${name}, ${commune}`}
                    {starred && (
                      <span class="starred">
                        <span aria-hidden="true">★</span>
                        <span class="for-readers">, {known.starred}</span>
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
            <button class="link" type="button" onClick={forget}>
              {known.forget}
            </button>
          </>
        )}
      </section>
      {isForgotten && (
        <p ref={done} tabIndex={-1}>
          {known.forgotten}
        </p>
      )}
    </>
  )
}
