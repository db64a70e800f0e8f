import { ask } from '../kit/api-client.ts'

export const readNetworkMap = (near?: string) => ask('GET /network-map', [], { query: near ? { near } : {} })
