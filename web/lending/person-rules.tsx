import { TextField } from '../kit/field/text-field.tsx'
import { Choice, LIMITS, More } from './rule-choice.tsx'
import type { RuleFieldsProps } from './rule-fields.tsx'
import { fieldOf, OTHERS, OTHERS_LIMITS, type Other } from './space-rules.ts'
import { ruling as words } from './words/fr/ruling.ts'

type CountProps = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value: number | undefined
  readonly error: string | undefined
}

const Count = ({ value, ...field }: CountProps) => (
  <TextField
    {...field}
    autocomplete="off"
    inputmode="numeric"
    maxLength={4}
    defaultValue={value === undefined ? '' : String(value)}
  />
)

const FairUse = ({ setUp: { fairUse = {} }, errors }: RuleFieldsProps) => {
  const { activeBookings, hoursAWeek, noShows } = fairUse
  const ids = ['activeBookings', 'hoursAWeek', 'missed', 'missedDays']
  return (
    <More
      title={words.fairUse}
      lead={words.fairUseLead}
      open={Object.keys(fairUse).length > 0 || ids.some((id) => errors[id])}
    >
      <Count
        id="activeBookings"
        label={words.active}
        hint={words.activeHint}
        value={activeBookings}
        error={errors.activeBookings}
      />
      <Count
        id="hoursAWeek"
        label={words.hours}
        hint={words.hoursHint}
        value={hoursAWeek}
        error={errors.hoursAWeek}
      />
      <Count
        id="missed"
        label={words.missed}
        hint={words.missedHint}
        value={noShows?.most}
        error={errors.missed}
      />
      <Count
        id="missedDays"
        label={words.missedDays}
        hint={words.missedDaysHint}
        value={noShows?.days}
        error={errors.missedDays}
      />
    </More>
  )
}

const Others = ({ other, setUp, errors }: RuleFieldsProps & { readonly other: Other }) => {
  const own = setUp.limitsFor?.[other] ?? {}
  const isOpen = Object.keys(own).length > 0 || OTHERS_LIMITS.some((limit) => errors[fieldOf(other, limit)])
  return (
    <More title={words.others[other]} lead={words.othersLead} open={isOpen}>
      {OTHERS_LIMITS.map((limit) => (
        <Choice
          key={limit}
          id={fieldOf(other, limit)}
          {...LIMITS[limit]}
          own={own[limit]}
          nothing={words.same}
          error={errors[fieldOf(other, limit)]}
        />
      ))}
    </More>
  )
}

/** Limits per person, and rules for members and subscribers. */
export const PersonRules = (props: RuleFieldsProps) => (
  <>
    <FairUse {...props} />
    {OTHERS.map((other) => (
      <Others key={other} other={other} {...props} />
    ))}
  </>
)
