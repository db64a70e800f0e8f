import { ask } from '../kit/api-client.ts'

export const mediatorApi = {
  readWeek: (from: string) => ask('GET /me/week', [], { query: { from } }),
  sayHours: (weeklyHours: number | null) => ask('PATCH /me', [], { body: { weeklyHours } }),
}
