import type { Sent } from '../../shared/contracts/request-line.ts'
import { ask } from '../kit/api-client.ts'

export type SentNotes = Sent<'PUT /workshops/:id/attendance'>['body']

export const attendanceApi = {
  read: (workshop: string) => ask('GET /workshops/:id/attendance', [workshop]),
  note: (workshop: string, body: SentNotes) => ask('PUT /workshops/:id/attendance', [workshop], { body }),
}
