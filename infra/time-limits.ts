import type { FunctionName } from './build.ts'

/** Time limits in the cloud and on a local machine. */
export const TIME_LIMIT_SECONDS = {
  api: 10,
  'send-messages': 60,
  'send-reminders': 60,
  'tell-tools': 60,
  'deliver-hooks': 60,
  'mail-feedback': 30,
  'extend-series': 900,
  'review-sites': 900,
  'end-due': 60,
  'purge-past': 900,
  'write-pages': 300,
} as const satisfies Record<FunctionName, number>

/** The largest batch of stream records for a function. */
export const STREAM_BATCH_SIZE = 10
