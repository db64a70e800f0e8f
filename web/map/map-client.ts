import { ask } from '../kit/api-client.ts'

export const mapApi = {
  readNetworkMap: (near?: string) => ask('GET /network-map', [], { query: near ? { near } : {} }),
}
