import type { KeyView } from '../../shared/contracts/key-views.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { phoneAddress } from '../kit/phone-address.ts'
import { useSend } from '../kit/use-send.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { keyApi } from './key-client.ts'
import { keyRefusals, keys as words } from './words/fr/keys.ts'

type LineProps = {
  readonly line: KeyView
  readonly today: string
  readonly onNoted: (said: string) => void
}

/** The owner of the premises sees references instead of names. */
const whoseOf = ({ holderName, reference }: KeyView): string =>
  holderName === undefined ? words.reference(reference) : holderName || staff.somebody

const saidOf = ({ state, holderName, reference }: KeyView): string => {
  const isBack = state === 'kept'
  if (!holderName) return isBack ? words.returnedFor(reference) : words.handedFor(reference)
  return isBack ? words.returned(holderName) : words.handed(holderName)
}

const Due = ({ line: { state, dueBack }, today }: Pick<LineProps, 'line' | 'today'>) => {
  if (!dueBack) return null
  return state === 'overdue' ? (
    <p class="notice">{words.since(dueBack, today)}</p>
  ) : (
    <p class="soft">{words.until(dueBack, today)}</p>
  )
}

const KeyLine = ({ line, today, onNoted }: LineProps) => {
  const { id, state, space, movedTo, date, start, end, reference, holderName, phone } = line
  const { problem, working, send } = useSend((noted: KeyView) => onNoted(saidOf(noted)))
  const isOut = state !== 'kept'
  return (
    <li class="space-card">
      <h3 class="long-word">{whoseOf(line)}</h3>
      <p>
        {dayWords(date, today)}, {rangeWords(start, end)}
        <br />
        {space}
        {holderName !== undefined && (
          <>
            <br />
            {words.reference(reference)}
          </>
        )}
      </p>
      {movedTo && <p class="notice">{words.moved(movedTo)}</p>}
      <Due line={line} today={today} />
      {isOut && phone && (
        <p>
          <a class="tall" href={phoneAddress(phone)}>
            {phone}
          </a>
        </p>
      )}
      {problem && <Refusal refusals={keyRefusals} problem={problem} />}
      <div class="actions actions-row">
        <button
          class={isOut ? 'button' : 'button quiet'}
          type="button"
          aria-disabled={working}
          onClick={() => send(() => keyApi.note(id, !isOut))}
        >
          {isOut ? words.back : words.hand}
          <span class="for-readers">{words.of(whoseOf(line), date, today)}</span>
        </button>
      </div>
    </li>
  )
}

type LinesProps = Omit<LineProps, 'line'> & {
  readonly title: string
  readonly lines: readonly KeyView[]
}

export const KeyLines = ({ title, lines, ...props }: LinesProps) =>
  lines.length > 0 ? (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="space-cards plain">
        {lines.map((line) => (
          <KeyLine key={`${line.id} ${line.state}`} line={line} {...props} />
        ))}
      </ul>
    </section>
  ) : null
