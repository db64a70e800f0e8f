import { useEffect, useState } from 'preact/hooks'
import type { SelfView } from '../shared/contracts/auth-views.ts'
import type { SiteView } from '../shared/contracts/site-views.ts'
import { useAnswer } from './answers.ts'
import { type Answer, api } from './api-client.ts'
import { type Offer, type Place, readPlace, readPlacesNear, timesAt, type What } from './counter-offers.ts'
import { workshopApi } from './workshop-client.ts'

const readHere = async (site: SiteView, what: What, from: string): Promise<Answer<readonly Offer[]>> => {
  if (what === 'workshop') {
    const answer = await workshopApi.list({ site: site.id, begun: 'true' })
    if (!answer.ok) return answer
    return { ok: true, value: answer.value.workshops.map((workshop) => ({ kind: 'seat', workshop })) }
  }
  const answer = await readPlace(api, site, from)
  return answer.ok ? { ok: true, value: timesAt(answer.value, what) } : answer
}

const NOTHING: readonly Place[] = []

/** What can be had here, and after it what can be had near; read again with `refresh`. */
export const useOffers = (asked: { site: SiteView; self: SelfView; what: What; from: string }) => {
  const { site, self, what, from } = asked
  const [near, setNear] = useState(NOTHING)
  const { loaded, again } = useAnswer(`${what} ${from}`, () => readHere(site, what, from))
  useEffect(() => {
    let current = true
    setNear(NOTHING)
    if (what !== 'workshop')
      readPlacesNear(api, { site, self, use: what, from }).then((places) => current && setNear(places))
    return () => {
      current = false
    }
  }, [what, from])
  const here = loaded.state === 'here' ? loaded.value : undefined
  const nearby = what === 'workshop' ? [] : near.flatMap((place) => timesAt(place, what))
  return {
    loaded,
    offers: here && [...here, ...nearby],
    refresh: again,
  }
}
