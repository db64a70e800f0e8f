import { scaleOf } from './sizes.ts'

/** A round distance, as long as it is on the map. */
export const ScaleBar = ({ km }: { readonly km: number }) => {
  const scale = scaleOf(km)
  return (
    <p class="map-scale" aria-hidden="true">
      <svg aria-hidden="true" width={Math.ceil(scale.pixels) + 2} height="8">
        <path d={`M1 1v6h${scale.pixels}v-6`} />
      </svg>
      {scale.km}&nbsp;km
    </p>
  )
}
