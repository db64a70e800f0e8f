import type { WeekView } from '../../../shared/contracts/week-views.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Led } from '../../use-cases/read-led-week.ts'
import { viewOfListed } from './workshop-view.ts'

export const viewOfLed = ({
  spaceName,
  otherMediators,
  booked,
  way,
  ...each
}: Led): WeekView['workshops'][number] => ({
  ...viewOfListed(each),
  ...{ spaceName, way },
  ...(otherMediators.length > 0 && { otherMediators: otherMediators.map(({ name }) => name) }),
  booked: booked?.map(({ start }) => formatQuarter(start)),
})
