import type { MinuteRange } from '../../../shared/domain/counter-hours.ts'
import type { DoorId } from '../../../shared/domain/ids.ts'
import type { Access } from '../../../shared/domain/space.ts'

/** From Monday to Friday; numbers like these are kept for fiction. */
const keyAt = (
  [name, address, phone]: readonly [string, string, string],
  days: readonly (readonly MinuteRange[])[],
): Access => ({ kind: 'key-holder', keeper: { name, address, phone, hours: [...days, [], []] } })

const MORNING: MinuteRange = [8 * 60 + 30, 12 * 60]
const AFTERNOON: MinuteRange = [14 * 60, 17 * 60]

export const AT_MONTMIRAIL = keyAt(
  ['Mairie de Montmirail', '1 place Rémy Petit, 51210 Montmirail', '03 53 01 00 21'],
  [[MORNING], [MORNING], [MORNING], [MORNING, AFTERNOON], [MORNING]],
)
export const AT_MONTPEZAT = keyAt(
  ['Mairie de Montpezat', 'Place de la Mairie, 07560 Montpezat-sous-Bauzon', '04 65 71 00 32'],
  [[MORNING], [MORNING, AFTERNOON], [], [MORNING, AFTERNOON], [MORNING]],
)
export const AT_LE_THUIT = keyAt(
  ['Mairie du Thuit-de-l’Oison', 'Place de l’Église, 27370 Le Thuit-de-l’Oison', '02 61 91 00 43'],
  [[AFTERNOON], [MORNING, AFTERNOON], [MORNING], [MORNING, AFTERNOON], [MORNING, AFTERNOON]],
)
export const BY_CODE: Access = { kind: 'door-code', door: { id: 'entree' as DoorId, digits: 6 } }
export const BY_STAFF: Access = { kind: 'counter-staff' }
export const OPEN: Access = { kind: 'open' }
export const byHost = (name: string, phone: string): Access => ({
  kind: 'host',
  host: { name, phone, callHoursBefore: 24 },
})
