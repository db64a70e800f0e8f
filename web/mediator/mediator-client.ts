import type { Sent } from '../../shared/contracts/request-line.ts'
import { ask } from '../kit/api-client.ts'

type Absence = Sent<'PUT /absences/:date'>['body']

export const mediatorApi = {
  planAbsence: (date: string, mediator: string) =>
    ask('GET /absences/:date', [date], { query: mediator ? { mediator } : {} }),
  noteAbsence: (date: string, body: Absence) => ask('PUT /absences/:date', [date], { body }),
  readWeek: (from: string) => ask('GET /me/week', [], { query: { from } }),
  sayHours: (weeklyHours: number | null) => ask('PATCH /me', [], { body: { weeklyHours } }),
}
