import type { SiteId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { aSite } from './builders.ts'
import { seed } from './seed.ts'
import type { RunningEngine } from './start-engines.ts'
import { aWorkshopRoom, aWorkshopStage } from './workshops.ts'

/** 21 km from Montmirail by the crow: 28 by the road, and 45 minutes. */
export const SEZANNE = aSite({
  id: '09439A' as SiteId,
  name: 'Sézanne',
  position: { lat: 48.723402, lon: 3.721339 },
})

/** A stage whose mediator, and those that it adds, lead workshops at Montmirail and at Sézanne. */
export const twoSites = async (engine: RunningEngine) => {
  const stage = await aWorkshopStage(engine)
  await seed(stage.table, SEZANNE, [aWorkshopRoom()])
  const toSezanne = (holder: typeof stage.mediator.holder) =>
    stage.api.deps.grants.give(holder, { role: 'mediator', scope: atSite(SEZANNE.id) })
  await toSezanne(stage.mediator.holder)
  const travelling = async (name: string) => {
    const mediator = await stage.withRole('mediator', name)
    await toSezanne(mediator.holder)
    return mediator
  }
  return { ...stage, travelling }
}
