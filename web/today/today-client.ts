import { ask } from '../kit/api-client.ts'

export const todayApi = { read: () => ask('GET /me/today', []) }
