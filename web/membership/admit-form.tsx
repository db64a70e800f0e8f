import { useState } from 'preact/hooks'
import type { MemberChange } from '../../shared/contracts/member-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { dialledNumber } from '../../shared/domain/phone.ts'
import { useKnown } from '../counter/counter-person.ts'
import { KnownPeople } from '../counter/known-people.tsx'
import { counter } from '../counter/words/fr/counter.ts'
import { Choices } from '../kit/field/choices.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { isEmail } from '../kit/is-email.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { useKeptForm } from '../kit/use-kept-form.ts'
import { memberApi } from './member-client.ts'
import { MemberTerms, termErrors, termsIn } from './member-terms.tsx'
import { memberRefusals, members as words } from './words/fr/members.ts'

const HOWS = ['email', 'phone'] as const
type How = (typeof HOWS)[number]
const FEWEST_DIGITS = 6

type Who = {
  readonly body: Pick<MemberChange, 'email' | 'holder' | 'person'>
  readonly name: string
  readonly phone?: string
}
type Known = ReturnType<typeof useKnown>['known']

type Found = { readonly who: Who } | { readonly errors: FieldErrors }

const byEmailIn = (form: FormData): Found => {
  const email = textIn(form, 'email')
  return isEmail(email) ? { who: { body: { email }, name: email } } : { errors: { email: words.emailWrong } }
}

const byPhoneIn = (form: FormData, { people }: Known): Found => {
  const [name, phone, known] = [textIn(form, 'name'), textIn(form, 'phone'), textIn(form, 'known')]
  const chosen = people.find(({ holder }) => holder === known)
  if (chosen) return { who: { body: { holder: chosen.holder }, name: chosen.name, phone } }
  const errors = {
    ...(!name && { name: words.nameMissing }),
    ...(dialledNumber(phone).length < FEWEST_DIGITS && { phone: words.phoneWrong }),
    ...(people.length > 0 && !form.has('known') && { known: counter.knownMissing }),
  }
  return Object.keys(errors).length > 0
    ? { errors }
    : { who: { body: { person: { name, phone } }, name, phone } }
}

const ByPhone = ({
  known,
  errors,
  onTyped,
  onLeft,
}: ReturnType<typeof useKnown> & { errors: FieldErrors }) => (
  <>
    <TextField id="name" label={words.name} autocomplete="off" maxLength={80} error={errors.name} required />
    <TextField
      id="phone"
      label={words.phone}
      autocomplete="off"
      inputmode="tel"
      maxLength={20}
      error={errors.phone}
      onInput={({ currentTarget }) => onTyped(currentTarget.value)}
      onBlur={({ currentTarget }) => onLeft(currentTarget.value)}
      required
    />
    <KnownPeople people={known.people} phone={known.phone} error={errors.known} />
  </>
)

const ByEmail = ({ errors }: { errors: FieldErrors }) => (
  <TextField
    id="email"
    label={words.email}
    hint={words.emailHint}
    inputmode="email"
    autocapitalize="none"
    autocomplete="off"
    maxLength={254}
    error={errors.email}
    required
  />
)

type AdmitProps = { readonly site: SiteView; readonly onAdmitted: (said: string) => void }

/** Makes somebody a member or a subscriber: by address, or by name and phone as at the counter. */
export const AdmitForm = ({ site, onAdmitted }: AdmitProps) => {
  const [how, setHow] = useState<How>('email')
  const person = useKnown()
  const { tried, refuse, send } = useForm()
  const form = useKeptForm(tried.problem)
  const admit = (data: FormData) => {
    const found = how === 'email' ? byEmailIn(data) : byPhoneIn(data, person.known)
    const terms = termsIn(data, 'new')
    const wrong = termErrors(terms, 'new', site.today)
    if ('errors' in found || Object.keys(wrong).length > 0)
      return refuse({ ...('errors' in found && found.errors), ...wrong })
    const { body, name, phone } = found.who
    send(
      () => memberApi.change(site.id, { ...body, ...terms }),
      () => onAdmitted(words.done(name, phone)),
    )
  }
  return (
    <Form of={form} onSend={admit}>
      <Messages tried={tried} refusals={memberRefusals} />
      <Choices
        id="how"
        legend={words.how}
        options={HOWS.map((each) => [each, words.hows[each]])}
        chosen={[how]}
        onChoose={(value) => setHow(HOWS.find((each) => each === value) ?? 'email')}
      />
      {how === 'email' ? <ByEmail errors={tried.errors} /> : <ByPhone {...person} errors={tried.errors} />}
      <MemberTerms name="new" today={site.today} errors={tried.errors} />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {words.submit}
      </button>
      <p role="status">{tried.working && words.working}</p>
    </Form>
  )
}
