import { useEffect, useState } from 'preact/hooks'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { isStarred, keepSeen, star } from './places.ts'
import { known } from './words/fr/known.ts'

/** Keeps a place on this device, and remembers that it was looked at. */
export const Star = ({ site }: { site: Pick<SiteView, 'id' | 'name' | 'commune'> }) => {
  const [starred, setStarred] = useState(() => isStarred(site.id))
  useEffect(() => keepSeen(site), [site.id])
  const [givenUp, setGivenUp] = useState<string>()
  const turn = () => {
    setGivenUp(star(site, !starred)?.name)
    setStarred(!starred)
  }
  return (
    <>
      <button class="link star" type="button" onClick={turn}>
        <span aria-hidden="true">{starred ? '★' : '☆'}</span>
        {starred ? known.unstar : known.star}
      </button>
      <span role="status">{givenUp && known.givenUp(givenUp)}</span>
    </>
  )
}
