import type { ComponentChildren } from 'preact'
import type { DoorCodeList } from '../../shared/contracts/door-views.ts'
import { Digits } from '../kit/digits.tsx'
import { rangeWords } from '../kit/words/fr/time-words.ts'
import { typedCodes as words } from './words/fr/typed-codes.ts'

type CodeTableProps = {
  readonly caption: ComponentChildren
  readonly first: string
  readonly children: ComponentChildren
}

const CodeTable = ({ caption, first, children }: CodeTableProps) => (
  <table class="sheet-table code-table">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{words.code}</th>
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

type ToTypeProps = { readonly lines: DoorCodeList['toType']; readonly title: string }

/** Shows hours, space and code only: typing a code needs no name. */
export const ToType = ({ lines, title }: ToTypeProps) => (
  <CodeTable caption={title} first={words.booked}>
    {lines.map((line) => (
      <tr key={line.booking}>
        <th scope="row">
          {rangeWords(line.start, line.end)}
          <span class="code-note">{line.space}</span>
          <span class="code-note">{words.counts(line)}</span>
        </th>
        <td>
          <Digits code={line.code} />
          {line.typed && <strong>{words.typed}</strong>}
        </td>
      </tr>
    ))}
  </CodeTable>
)

export const ToDelete = ({ lines }: { readonly lines: DoorCodeList['toDelete'] }) => (
  <CodeTable
    first={words.was}
    caption={
      <>
        {words.toDelete}
        <span class="code-note">{words.deleteLead}</span>
      </>
    }
  >
    {lines.map((line) => (
      <tr key={`${line.booking} ${line.keypad.id}`}>
        <th scope="row">
          {words.since(line.from)}
          <span class="code-note">{line.space}</span>
        </th>
        <td>
          <Digits code={line.code} />
        </td>
      </tr>
    ))}
  </CodeTable>
)
