import { useMemo } from 'preact/hooks'
import type { NetworkMapView } from '../../shared/contracts/network-map-views.ts'
import { DepartementLabels } from './departement-labels.tsx'
import { DotLayers } from './dot-layers.tsx'
import { dotPaths, dotsOf } from './dots.ts'
import { InsetFrame } from './inset-frame.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapSheet } from './map-sheet.tsx'
import { OutlineLayer } from './outline-layer.tsx'
import { type Outline, outlinesOf } from './outlines.ts'
import { isOnMainland, mainlandDots, OVERSEAS, PARIS } from './overseas.ts'
import { Pins } from './pins.tsx'
import { lambert93 } from './projection.ts'
import { dotSizes } from './sizes.ts'
import { useLights } from './use-lights.ts'
import { useView } from './use-view.ts'
import type { View } from './view.ts'
import { country, sheet } from './words/fr/map.ts'

/** The mainland and Corse in Lambert-93, from the corner of the sheet. */
const WHOLE: View = { x: 0, y: 0, width: 1160, height: 1082 }

const placesOf = (code: string): string => `/lieux?departement=${code}`

type PictureProps = {
  readonly network: NetworkMapView
  readonly outlines: readonly Outline[]
  readonly lit: string | undefined
}

const Mainland = ({ network, outlines, lit }: PictureProps) => {
  const [paths, pins] = useMemo(() => {
    const lent = network.lent.filter(({ position }) => isOnMainland(position))
    return [
      dotPaths(mainlandDots(dotsOf(network)), lambert93),
      lent.map(({ id, name, position }) => ({ id, name, at: lambert93(position) })),
    ] as const
  }, [network])
  const map = useView(WHOLE, pins.find(({ id }) => id === lit)?.at)
  return (
    <MapSheet map={map}>
      <OutlineLayer outlines={outlines} link={placesOf} />
      <DotLayers paths={paths} sizes={dotSizes(map.km)} km={map.km} />
      <DepartementLabels outlines={outlines} map={map} pins={pins} />
      <Pins
        pins={pins}
        map={map}
        wrap={({ id }, drawn) => (
          <a href={`/lieu/${id}`} tabindex={-1}>
            {drawn}
          </a>
        )}
      />
    </MapSheet>
  )
}

const Caption = ({ network, lit }: Omit<PictureProps, 'outlines'>) => {
  const found = network.departements.find(({ code }) => code === lit)
  const site = network.lent.find(({ id }) => id === lit)
  const words = found
    ? country.departement(found.name, found.lent, found.points)
    : (site?.name ?? country.hint)
  return <p class="map-caption">{words}</p>
}

/** The network on one sheet, with frames for what is far away or dense. */
export const NetworkPicture = ({ network }: { readonly network: NetworkMapView }) => {
  const lit = useLights()
  const dots = useMemo(() => dotsOf(network), [network])
  const outlines = useMemo(() => outlinesOf(network.outlines), [network])
  return (
    <div class="map-country">
      <div class="map stack">
        <Mainland network={network} outlines={outlines} lit={lit} />
      </div>
      <div class="map stack">
        <Caption network={network} lit={lit} />
        <MapLegend />
        <ul class="map-insets" aria-hidden="true">
          {[PARIS, ...OVERSEAS].map((inset) => (
            <InsetFrame
              key={inset.code}
              inset={inset}
              dots={dots}
              network={network}
              outlines={outlines}
              link={placesOf(inset.code)}
            />
          ))}
        </ul>
        <p class="map-source">
          <span class="map-insets-note">{country.insetsNote} </span>
          {sheet.source}
        </p>
      </div>
    </div>
  )
}
