import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { nameOf } from './people.tsx'
import { attendance as words } from './words/fr/attendance.ts'

const BLANK = '\u00A0'
const LINES = 14
const LEAST_EMPTY = 4

/** Each person signs: two who come together have a line each. */
const linesOf = (person: AttendanceView['people'][number]) => {
  const { id, places, guest = words.nameless } = person
  if (places > 1)
    return [
      { id, name: nameOf(person) },
      { id: `${id} guest`, name: guest },
    ]
  return [{ id, name: person.guest ?? nameOf(person) }]
}

/** A page of A4 to sign, with empty lines for people who come without a seat. */
export const SigningSheet = ({ roll }: { readonly roll: AttendanceView }) => {
  const { title, date, start, end, site, spaceName, mediatorName, people } = roll
  const empty = Math.max(LEAST_EMPTY, LINES - people.length)
  return (
    <article class="sheet sheet-large on-paper">
      <p>
        {words.sheet.title}, {site.name}, {spaceName}
      </p>
      <h1>{title}</h1>
      <p>
        <strong>{words.sheet.when(date, start, end)}</strong>
      </p>
      <p>{words.sheet.led(mediatorName)}</p>
      <table class="sheet-table code-table">
        <thead>
          <tr>
            <th scope="col">{words.sheet.name}</th>
            <th scope="col">{words.sheet.signature}</th>
          </tr>
        </thead>
        <tbody>
          {people.flatMap(linesOf).map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td />
            </tr>
          ))}
          {Array.from({ length: empty }, (_, at) => (
            <tr key={at}>
              <th scope="row">{BLANK}</th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
