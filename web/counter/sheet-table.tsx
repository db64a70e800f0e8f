import type { PlannedView } from '../../shared/contracts/planning-views.ts'
import { rangeWords } from '../kit/words/fr/time-words.ts'
import { sheet as words } from './words/fr/sheet.ts'

const takenWords = ({ use, places, workshop }: PlannedView): string => {
  if (workshop) return workshop.title
  return use === 'room' ? words.room : words.places(places)
}

const isOpen = ({ status }: PlannedView): boolean => status === 'requested' || status === 'offered'

type SheetTableProps = {
  readonly name: string
  readonly bookings: readonly PlannedView[]
  readonly named: boolean
}

/** The sheet on the door shows references instead of names; workshops are public. */
export const SheetTable = ({ name, bookings, named }: SheetTableProps) => (
  <table class="sheet-table">
    <caption>{name}</caption>
    <thead>
      <tr>
        <th scope="col">{words.hours}</th>
        <th scope="col">{words.reserved}</th>
        <th scope="col">{words.who}</th>
      </tr>
    </thead>
    <tbody>
      {bookings.map((booking) => (
        <tr key={booking.id}>
          <th scope="row">{rangeWords(booking.start, booking.end)}</th>
          <td>{[takenWords(booking), isOpen(booking) && words.toConfirm].filter(Boolean).join(', ')}</td>
          <td class="long-word">
            {named
              ? [booking.holderName, booking.guest, booking.phone].filter(Boolean).join(', ')
              : booking.reference}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
