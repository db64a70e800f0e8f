import { textIn } from '../kit/text-in.ts'
import type { Party } from './use-counter.ts'

export const partyIn = (fields: FormData): Party => {
  const [guest, sentBy] = [textIn(fields, 'guest'), textIn(fields, 'sentBy')]
  const places = textIn(fields, 'people') === '2' ? 2 : 1
  return { places, ...(places > 1 && guest && { guest }), ...(sentBy && { sentBy }) }
}
