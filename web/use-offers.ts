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

export type Desk = { readonly site: SiteView; readonly self: SelfView }

/** What can be had here, and after it what can be had near, once the desk is known; read again with `refresh`. */
export const useOffers = (desk: Desk | undefined, what: What, from: string) => {
  const [near, setNear] = useState(NOTHING)
  const { loaded, again } = useAnswer(desk && `${what} ${from}`, () =>
    desk ? readHere(desk.site, what, from) : new Promise<never>(() => {}),
  )
  useEffect(() => {
    let current = true
    setNear(NOTHING)
    if (desk && what !== 'workshop')
      readPlacesNear(api, { ...desk, use: what, from }).then((places) => current && setNear(places))
    return () => {
      current = false
    }
  }, [desk?.site, what, from])
  const here = loaded.state === 'here' ? loaded.value : undefined
  const nearby = what === 'workshop' ? [] : near.flatMap((place) => timesAt(place, what))
  return {
    loaded,
    offers: here && [...here, ...nearby],
    refresh: again,
  }
}
