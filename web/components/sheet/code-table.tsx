import type { DoorCodeList } from '../../../shared/contracts/door-views.ts'
import { typedCodes as words } from '../../messages/fr/typed-codes.ts'
import { shortRangeWords } from '../../time-words.ts'
import { Digits } from '../door-code/digits.tsx'

type ToTypeProps = { readonly lines: DoorCodeList['toType']; readonly title: string }

/** Who opens the door is nobody's business here: hours, space and code are enough to type it in. */
export const ToType = ({ lines, title }: ToTypeProps) => (
  <table class="sheet-table code-table">
    <caption>{title}</caption>
    <thead>
      <tr>
        <th scope="col">{words.hours}</th>
        <th scope="col">{words.code}</th>
        <th scope="col">{words.counts}</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.booking}>
          <th scope="row">
            {shortRangeWords(line.start, line.end)}
            <br />
            {line.space}
          </th>
          <td>
            <Digits code={line.code} />
          </td>
          <td>
            {words.from(line)}
            {line.typed && (
              <>
                <br />
                <strong>{words.typed}</strong>
              </>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

export const ToDelete = ({ lines }: { readonly lines: DoorCodeList['toDelete'] }) => (
  <table class="sheet-table code-table">
    <caption>
      {words.toDelete}
      <p class="caption-note">{words.deleteLead}</p>
    </caption>
    <thead>
      <tr>
        <th scope="col">{words.was}</th>
        <th scope="col">{words.code}</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={`${line.booking} ${line.keypad.id}`}>
          <th scope="row">
            {line.space}, {words.since(line.from)}
          </th>
          <td>
            <Digits code={line.code} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
