import { useState } from 'preact/hooks'
import { DEFAULT_TAKE_BACK_NOTICE_DAYS } from '../../shared/domain/closure.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { durationWords } from '../kit/words/fr/time-words.ts'
import { Choice, daysWords, LIMITS, NOTICES, noticeWords, optionsOf, Section } from './rule-choice.tsx'
import type { SetUp } from './set-up.ts'
import { ARRIVALS, arrivalOf } from './space-rules.ts'
import { ruling as words } from './words/fr/ruling.ts'

const DEFAULT_GRID_MINUTES = 15

const GRIDS = [15, 30, 60, 120, 240]
const TAKE_BACKS = [0, 1, 2, 7, 14, 30]
const BUFFERS = [0, 15, 30, 45, 60, 120]
const ANSWERS = [0, 24, 48, 72, 168]
const ARRIVAL_MINUTES = [0, 5, 10, 15, 30, 60]

export type RuleFieldsProps = { readonly setUp: SetUp; readonly errors: FieldErrors }

const Limit = ({
  name,
  setUp: { limits },
  errors,
}: RuleFieldsProps & { readonly name: keyof typeof LIMITS }) => (
  <Choice
    id={name}
    {...LIMITS[name]}
    {...(name === 'horizonDays' && { hint: words.horizonHint })}
    own={limits[name]}
    error={errors[name]}
  />
)

const gridWords = (minutes: number): string => words.grids[minutes] ?? words.everyGrid(durationWords(minutes))

const Durations = (props: RuleFieldsProps) => (
  <Section title={words.durations}>
    <Limit {...props} name="shortestMinutes" />
    <Limit {...props} name="longestMinutes" />
    <Choice
      id="gridMinutes"
      label={words.grid}
      values={GRIDS}
      own={props.setUp.limits.gridMinutes ?? DEFAULT_GRID_MINUTES}
      say={gridWords}
    />
  </Section>
)

const Ahead = (props: RuleFieldsProps) => {
  const { cancelBeforeMinutes, takeBackNoticeDays = DEFAULT_TAKE_BACK_NOTICE_DAYS } = props.setUp.limits
  return (
    <Section title={words.ahead}>
      <Limit {...props} name="noticeMinutes" />
      <Limit {...props} name="horizonDays" />
      <Choice
        id="cancelBeforeMinutes"
        label={words.cancel}
        hint={words.cancelHint}
        values={NOTICES.filter((each) => each > 0)}
        own={cancelBeforeMinutes}
        say={noticeWords}
        nothing={words.noCancel}
      />
      <Choice
        id="takeBackNoticeDays"
        label={words.takeBack}
        hint={words.takeBackHint}
        values={TAKE_BACKS}
        own={takeBackNoticeDays}
        say={(days) => (days === 0 ? words.noTakeBack : words.takeBackBefore(daysWords(days)))}
      />
    </Section>
  )
}

const bufferWords = (minutes: number): string => (minutes === 0 ? words.none : durationWords(minutes))

const Between = ({ setUp: { buffers } }: RuleFieldsProps) => (
  <Section title={words.between} lead={words.betweenHint}>
    <Choice
      id="beforeMinutes"
      label={words.before}
      values={BUFFERS}
      own={buffers.beforeMinutes}
      say={bufferWords}
    />
    <Choice
      id="afterMinutes"
      label={words.after}
      values={BUFFERS}
      own={buffers.afterMinutes}
      say={bufferWords}
    />
  </Section>
)

const Confirming = ({ setUp: { approval } }: RuleFieldsProps) => (
  <Section title={words.confirming}>
    <SelectField
      id="approval"
      label={words.approval}
      hint={words.approvalHint}
      value={approval ? String(approval.hours) : ''}
      options={optionsOf(ANSWERS, approval?.hours, words.approvals).map(([value, said]) => [
        value === '0' ? '' : value,
        said,
      ])}
    />
  </Section>
)

const Arriving = ({ setUp }: RuleFieldsProps) => {
  const [arrival, setArrival] = useState<string>(arrivalOf(setUp))
  const { opensMinutes, closesMinutes } = setUp.checkIn ?? { opensMinutes: 15, closesMinutes: 15 }
  return (
    <Section title={words.arrival}>
      <SelectField
        id="arrival"
        label={words.arriving}
        hint={words.arrivalHint}
        value={arrival}
        options={ARRIVALS.map((each) => [each, words.arrivals[each]])}
        onChoose={setArrival}
      />
      {arrival !== '' && (
        <>
          <Choice
            id="opensMinutes"
            label={words.opens}
            values={ARRIVAL_MINUTES}
            own={opensMinutes}
            say={(minutes) => (minutes === 0 ? words.atStart : words.opensBefore(durationWords(minutes)))}
          />
          <Choice
            id="closesMinutes"
            label={words.closes}
            values={ARRIVAL_MINUTES}
            own={closesMinutes}
            say={(minutes) => (minutes === 0 ? words.atStart : words.closesAfter(durationWords(minutes)))}
          />
        </>
      )}
    </Section>
  )
}

/** The rules that apply to everyone who books a space. */
export const RuleFields = (props: RuleFieldsProps) => (
  <>
    <Durations {...props} />
    <Ahead {...props} />
    <Between {...props} />
    <Confirming {...props} />
    <Arriving {...props} />
  </>
)
