import outlines from './departements.json' with { type: 'json' }
import { outlinesOf } from './outlines.ts'

export const OUTLINES = outlinesOf(outlines)

/** The départements of the mainland and Corse, each leading to its places where a `link` is given. */
export const OutlineLayer = ({ link }: { readonly link?: (code: string) => string }) => (
  <g class="map-outlines">
    {OUTLINES.map(({ code, d }) =>
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
