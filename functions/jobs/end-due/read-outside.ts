import type { OutsideFault } from '../../../shared/domain/outside-calendar.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { busyTimes } from '../../calendars/busy-times.ts'
import type { Outside, OutsideRefusal } from '../../http/outside.ts'
import type { HeardOutside, ReadOutside } from '../../use-cases/follow-outside-calendar.ts'

const MOST_BYTES = 1024 * 1024

const faultOf = (refusal: OutsideRefusal): OutsideFault =>
  refusal === 'too-large' || refusal === 'redirects' ? refusal : 'unreachable'

/** Asks the address of a calendar, and whether it has changed where it was read before. */
export const readOutsideBy =
  (ask: Outside): ReadOutside =>
  async ({ url, reading }, within): Promise<Result<HeardOutside, OutsideFault>> => {
    const answer = await ask({
      url,
      mostBytes: MOST_BYTES,
      headers: {
        accept: 'text/calendar',
        ...(reading?.etag && { 'if-none-match': reading.etag }),
        ...(reading?.modified && { 'if-modified-since': reading.modified }),
      },
    })
    if (!answer.ok) return refuse(faultOf(answer.error))
    const { status, header, body } = answer.value
    if (status === 304 && reading) return ok('unchanged')
    if (status !== 200) return refuse('refused')
    const times = await busyTimes(new TextDecoder().decode(body), within)
    if (!times.ok) return times
    return ok({ times: times.value, etag: header('etag'), modified: header('last-modified') })
  }
