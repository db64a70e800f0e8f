const MOST = 5
const NEAR_KM = 60
const TIMES_AS_FAR = 2

type Distant = { readonly distanceKm?: number | undefined }

/** How many places to show at first: a few, and none that is far beside the nearest one. */
export const countNear = (nearestFirst: readonly Distant[]): number => {
  const limit = Math.max(NEAR_KM, TIMES_AS_FAR * (nearestFirst[0]?.distanceKm ?? 0))
  return nearestFirst.slice(0, MOST).filter(({ distanceKm = 0 }) => distanceKm <= limit).length
}
