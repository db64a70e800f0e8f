import { ask } from '../kit/api-client.ts'

export const keyApi = {
  list: (site: string) => ask('GET /sites/:site/keys', [site]),
  note: (booking: string, out: boolean) => ask('PUT /bookings/:id/key', [booking], { body: { out } }),
}
