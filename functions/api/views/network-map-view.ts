import type { NetworkMapView } from '../../../shared/contracts/network-map-views.ts'
import type { NetworkMap } from '../../../shared/domain/network-map.ts'
import names from '../departement-names.json' with { type: 'json' }

/** Names of the official list (INSEE, code officiel géographique). */
const nameOf = (code: string): string => (names as Readonly<Record<string, string>>)[code] ?? code

export const viewOfNetworkMap = ({
  degrees,
  departements,
  lent,
  counters,
  outlines,
}: NetworkMap): NetworkMapView => ({
  degrees,
  departements: departements.map((count) => ({ ...count, name: nameOf(count.code) })),
  lent: [...lent],
  counters: {
    open: [...counters.open],
    partly: [...counters.partly],
    closed: [...counters.closed],
    unknown: [...counters.unknown],
  },
  outlines: {
    km: outlines.km,
    lines: outlines.lines,
    departements: outlines.departements.map(({ code, rings }) => ({ code, name: nameOf(code), rings })),
  },
})
