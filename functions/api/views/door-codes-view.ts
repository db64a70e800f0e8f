import type { DoorCodeList } from '../../../shared/contracts/door-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import { localTextAt } from '../../../shared/domain/instant.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { DoorCodes } from '../../use-cases/read-door-codes.ts'

export const viewOfDoorCodes = ({ site, toType, toDelete }: DoorCodes, date: LocalDate): DoorCodeList => {
  const lineOf = ({ booking, space, door, code, window }: DoorCodes['toDelete'][number]) => ({
    booking: booking.id,
    reference: referenceOf(booking.id),
    revision: booking.revision,
    space,
    keypad: { id: door.id, digits: door.digits },
    code,
    from: localTextAt(window.from, site.timeZone),
    until: localTextAt(window.until, site.timeZone),
  })
  return {
    date,
    toType: toType.map(({ typed, ...line }) => ({
      ...lineOf(line),
      start: formatQuarter(line.booking.start),
      end: formatQuarter(line.booking.end),
      typed,
    })),
    toDelete: toDelete.map(lineOf),
  }
}
