import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { linesOn } from './sheet-lines.ts'
import { attendance as words } from './words/fr/attendance.ts'

/** A page of A4 to sign, with empty lines for people who come without a seat. */
export const SigningSheet = ({ roll }: { readonly roll: AttendanceView }) => {
  const { title, date, start, end, site, spaceName, mediatorName } = roll
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
          {linesOn(roll).map(({ id, name, hours }) => (
            <tr key={id}>
              <th scope="row">
                {hours && <span class="soft">{hours} </span>}
                {name}
              </th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
