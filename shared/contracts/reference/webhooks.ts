import type * as z from 'zod'
import { BookingEvent, CallEvent, ClosureEvent, TestEvent, WorkshopEvent } from '../hook-event-views.ts'
import { refTo } from './schemas.ts'

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

const HEADERS = [
  header('webhook-id', 'The event, the same at each repetition'),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970'),
  header('webhook-signature', 'As Standard Webhooks has it: see `docs/hooks.md`'),
]

const ANSWERS = {
  '2XX': { description: 'It has arrived' },
  410: { description: 'Nobody listens here: the hook is paused' },
  default: { description: 'It is sent again, for three days' },
}

const told = (event: z.ZodType, operationId: string, summary: string) => ({
  post: {
    operationId,
    summary,
    tags: ['Machines'],
    security: [],
    parameters: HEADERS,
    requestBody: { required: true, content: { 'application/json': { schema: refTo(event) } } },
    responses: ANSWERS,
  },
})

/** What hooks are told, by topic. */
export const webhooks = () => ({
  booking: told(BookingEvent, 'onBooking', 'A booking is made or changes'),
  workshop: told(WorkshopEvent, 'onWorkshop', 'A workshop is planned or changes'),
  closure: told(ClosureEvent, 'onClosure', 'A place closes, or opens after all'),
  call: told(CallEvent, 'onCall', 'Somebody has to be called, or was'),
  test: told(TestEvent, 'onTest', 'Who is in charge tries whether it arrives'),
})
