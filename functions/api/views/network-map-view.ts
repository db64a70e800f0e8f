import type { NetworkMapView } from '../../../shared/contracts/network-map-views.ts'
import type { NetworkMap } from '../../../shared/domain/network-map.ts'

export const viewOfNetworkMap = ({ degrees, departements, lent, counters }: NetworkMap): NetworkMapView => ({
  degrees,
  departements: [...departements],
  lent: [...lent],
  counters: {
    open: [...counters.open],
    partly: [...counters.partly],
    closed: [...counters.closed],
    unknown: [...counters.unknown],
  },
})
