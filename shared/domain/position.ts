/** In degrees. */
export type Position = { readonly lat: number; readonly lon: number }

const EARTH_RADIUS_KM = 6371

/** Great-circle distance (haversine), in kilometres. */
export const distanceKm = (a: Position, b: Position): number => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Undefined for none; all of them lie in one territory. */
export const middleOf = (positions: readonly Position[]): Position | undefined => {
  if (positions.length === 0) return undefined
  const mean = (values: readonly number[]) =>
    Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e6) / 1e6
  return { lat: mean(positions.map(({ lat }) => lat)), lon: mean(positions.map(({ lon }) => lon)) }
}
