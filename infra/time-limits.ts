import type { FunctionName } from './build.ts'

/** How long a run of each function may take, in the cloud and on one machine. */
export const TIME_LIMIT_SECONDS = {
  api: 10,
  'send-messages': 60,
  'tell-locks': 60,
  'extend-series': 900,
  'review-sites': 900,
  'end-due': 60,
  'purge-past': 900,
} as const satisfies Record<FunctionName, number>

/** The most stream records that a function gets at once. */
export const STREAM_BATCH_SIZE = 10
