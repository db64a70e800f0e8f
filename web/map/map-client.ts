import { ask } from '../kit/api-client.ts'

/** Latitude and longitude, and the kilometres around them. */
export type Around = { readonly near: string; readonly km: string }

export const mapApi = {
  readNetworkMap: (around?: Around) => ask('GET /network-map', [], { query: around ?? {} }),
}
