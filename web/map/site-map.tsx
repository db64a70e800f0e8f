import { useEffect, useMemo } from 'preact/hooks'
import type { NetworkMapView } from '../../shared/contracts/network-map-views.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { kilometresWords } from '../kit/words/fr/time-words.ts'
import { type Area, areaOf, type Lender, pinsOf } from './area.ts'
import { DepartementLabels } from './departement-labels.tsx'
import { DotLayers } from './dot-layers.tsx'
import { type DotKind, dotPaths, dotsOf } from './dots.ts'
import { mapApi } from './map-client.ts'
import { MapFailed } from './map-failed.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapSheet } from './map-sheet.tsx'
import { OutlineLayer } from './outline-layer.tsx'
import { outlinesOf } from './outlines.ts'
import { type Pin, Pins } from './pins.tsx'
import type { Position, SheetPoint } from './projection.ts'
import { dotSizes } from './sizes.ts'
import { useLights } from './use-lights.ts'
import { useView } from './use-view.ts'
import { isInside } from './view.ts'
import { around, sheet } from './words/fr/map.ts'

export type SiteMapProps = {
  /** Places that lend, as listed, nearest first. */
  readonly lenders: readonly Lender[]
  /** Where one searched; by default the first place. */
  readonly position?: Position | undefined
  /** It is only about there. */
  readonly isAbout?: boolean | undefined
}

const NO_DOTS: Readonly<Record<DotKind, string>> = { idle: '', closed: '', other: '' }

/** Where one searched: a cross that no point of contact looks like. */
const Searched = ({ at: [x, y], km }: { readonly at: SheetPoint; readonly km: number }) => {
  const arm = 11 * km
  const d = `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`
  return (
    <>
      <path class="map-searched-ground" d={d} stroke-width={6 * km} />
      <path class="map-searched" d={d} stroke-width={2.5 * km} />
    </>
  )
}

type CaptionProps = {
  readonly pin: Pin | undefined
  readonly site: Lender | undefined
  readonly words: string
  readonly isAbout: boolean | undefined
}

const Caption = ({ pin, site, words, isAbout }: CaptionProps) => (
  <p class="map-caption">
    {pin ? (
      <a href={`/lieu/${pin.id}`}>
        {pin.name}
        {site?.distanceKm !== undefined && `, ${kilometresWords(site.distanceKm, isAbout)}`}
      </a>
    ) : (
      words
    )}
  </p>
)

/** On a wide screen the list may be longer than the window: its lit place is brought beside the map. */
const useNearCard = (lit: string | undefined): void =>
  useEffect(() => {
    if (!lit || !matchMedia('(min-width: 60rem)').matches) return
    const card = document.querySelector(`li[data-light="${CSS.escape(lit)}"]`)
    // What one is about to press stays where it is.
    if (!card?.matches(':hover, :focus-within')) card?.scrollIntoView({ block: 'nearest' })
  }, [lit])

type AroundProps = {
  readonly area: Area
  readonly lenders: readonly Lender[]
  readonly network: NetworkMapView | undefined
} & Pick<SiteMapProps, 'isAbout'>

const Around = ({ area, lenders, network, isAbout }: AroundProps) => {
  const lit = useLights()
  const pins = useMemo(() => pinsOf(lenders, network?.lent ?? [], area), [lenders, network, area])
  const paths = useMemo(
    () => (network ? dotPaths(dotsOf(network), area.projection) : NO_DOTS),
    [network, area],
  )
  const outlines = useMemo(
    () => (network && area.onMainland ? outlinesOf(network.outlines) : []),
    [network, area],
  )
  const pin = pins.find(({ id }) => id === lit)
  const map = useView(area.whole, pin?.at)
  useNearCard(pin?.id)
  const { km, view } = map
  const seen = pins.filter(({ at }) => isInside(at, view)).length
  return (
    <>
      <MapSheet map={map}>
        <OutlineLayer outlines={outlines} />
        <DotLayers paths={paths} sizes={dotSizes(km)} km={km} />
        <DepartementLabels outlines={outlines} map={map} pins={pins} />
        {area.searched && <Searched at={area.searched} km={km} />}
        <Pins pins={pins} map={map} />
      </MapSheet>
      <Caption
        pin={pin}
        site={lenders.find(({ id }) => id === pin?.id)}
        isAbout={isAbout}
        words={area.isWide ? around.wideCaption(seen) : around.caption(seen)}
      />
    </>
  )
}

/** The surroundings of a search; `data-light` of the list makes list and map light each other. */
export const SiteMap = ({ lenders, position, isAbout }: SiteMapProps) => {
  const listed = lenders.map(({ id }) => id).join()
  const area = useMemo(() => areaOf(lenders, position), [listed, position?.lat, position?.lon])
  const from = useAnswer(area && Object.values(area.around).join(), () => mapApi.readNetworkMap(area?.around))
  if (!area) return null
  const { loaded } = from
  return (
    <div class="map stack" aria-busy={loaded.state === 'loading'}>
      <Around
        key={`${area.around.near} ${area.whole.width}`}
        area={area}
        lenders={lenders}
        network={loaded.state === 'here' ? loaded.value : undefined}
        isAbout={isAbout}
      />
      {loaded.state === 'refused' && <MapFailed again={from.again} words={sheet.incomplete} />}
      {!area.isWide && <MapLegend />}
      <p class="map-source">
        {isAbout && `${around.crossIsAbout} `}
        {sheet.source} <a href="/carte">{around.france}</a>
      </p>
    </div>
  )
}
