import type { Outline } from './outlines.ts'

type OutlineLayerProps = {
  readonly outlines: readonly Outline[]
  readonly link?: (code: string) => string
}

/** The départements of the mainland and Corse, each leading to its places where a `link` is given. */
export const OutlineLayer = ({ outlines, link }: OutlineLayerProps) => (
  <g class="map-outlines">
    {outlines.map(({ code, d }) =>
      link ? (
        <a key={code} href={link(code)} tabindex={-1} data-light={code}>
          <path d={d} />
        </a>
      ) : (
        <path key={code} d={d} />
      ),
    )}
  </g>
)
