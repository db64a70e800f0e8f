import { Choices } from '../kit/field/choices.tsx'
import { DateField } from '../kit/field/date-field.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { textIn } from '../kit/text-in.ts'
import type { Member } from './member-client.ts'
import { members as words } from './words/fr/members.ts'

const ADMITTED = ['member', 'subscriber'] as const

/** Two forms may be open at once. */
type FormName = 'new' | 'changed'

export const termsIn = (form: FormData, name: FormName) => {
  const until = textIn(form, `until-${name}`)
  const chosen = ADMITTED.find((each) => each === form.get(`public-${name}`)) ?? 'member'
  return { public: chosen, ...(until && { until }) }
}

export const termErrors = ({ until }: { until?: string }, name: FormName, today: string): FieldErrors =>
  until !== undefined && until < today ? { [`until-${name}`]: words.untilPast } : {}

type TermsProps = {
  readonly name: FormName
  readonly today: string
  readonly of?: Pick<Member, 'public' | 'until'>
  readonly errors: FieldErrors
}

/** As what, and until when. */
export const MemberTerms = ({ name, today, of, errors }: TermsProps) => (
  <>
    <Choices
      id={`public-${name}`}
      legend={words.as}
      options={ADMITTED.map((each) => [each, words.publics[each]])}
      chosen={[of?.public ?? 'member']}
      row
    />
    <DateField
      id={`until-${name}`}
      label={words.until}
      hint={words.untilHint}
      min={today}
      {...(of?.until && { defaultValue: of.until })}
      error={errors[`until-${name}`]}
      required={false}
    />
  </>
)
