import { useEffect, useState } from 'preact/hooks'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import type { Answer } from '../kit/api-client.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { counterApi } from './counter-client.ts'
import { type Offer, readWeek, readWeeksNear, type SiteWeek, timesAt, type What } from './counter-offers.ts'

const readHere = async (site: SiteView, what: What, from: string): Promise<Answer<readonly Offer[]>> => {
  if (what === 'workshop') {
    const answer = await counterApi.listWorkshops(site.id)
    if (!answer.ok) return answer
    return { ok: true, value: answer.value.workshops.map((workshop) => ({ kind: 'seat', workshop })) }
  }
  const answer = await readWeek(site, from)
  return answer.ok ? { ok: true, value: timesAt(answer.value, what) } : answer
}

const NOTHING: readonly SiteWeek[] = []

export type Desk = { readonly site: SiteView; readonly self: SelfView }

/** Offers of this site, then of sites nearby, once the desk is known; `refresh` reads them again. */
export const useOffers = (desk: Desk | undefined, what: What, from: string) => {
  const [near, setNear] = useState(NOTHING)
  const { loaded, again } = useAnswer(desk && `${what} ${from}`, () =>
    desk ? readHere(desk.site, what, from) : new Promise<never>(() => {}),
  )
  useEffect(() => {
    let current = true
    setNear(NOTHING)
    if (desk && what !== 'workshop')
      readWeeksNear({ ...desk, use: what, from }).then((weeks) => current && setNear(weeks))
    return () => {
      current = false
    }
  }, [desk?.site, what, from])
  const here = loaded.state === 'here' ? loaded.value : undefined
  const nearby = what === 'workshop' ? [] : near.flatMap((week) => timesAt(week, what))
  return {
    loaded,
    offers: here && [...here, ...nearby],
    refresh: again,
  }
}
