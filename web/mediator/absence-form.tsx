import type { AbsencePlan, NotedAbsence } from '../../shared/contracts/absence-views.ts'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { useForm } from '../kit/use-form.ts'
import { listWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { mediatorApi } from './mediator-client.ts'
import { absence as words } from './words/fr/absence.ts'

type Sitting = AbsencePlan['sittings'][number]

const MOST_NOTE = 300

const optionsOf = ({ colleagues, otherMediators }: Sitting) => [
  ...colleagues.map(({ id, name, busy, tooFar }): readonly [string, string] => {
    if (busy) return [id, words.busy(name)]
    return [id, tooFar ? words.tooFar(name, tooFar.otherSiteName) : name]
  }),
  ['', otherMediators ? words.goesOn(listWords(otherMediators)) : words.cancel] as const,
]

export const SittingHead = ({ sitting }: { sitting: Sitting }) => {
  const { title, site, spaceName, start, end, seats, seatsLeft, booked } = sitting
  return (
    <p>
      {rangeWords(start, end)} <strong class="long-word">{title}</strong>
      <br />
      <span class="soft">
        {site.name}, {spaceName}, {words.people(booked?.length ?? seats - seatsLeft)}
      </span>
    </p>
  )
}

type AbsenceFormProps = {
  readonly plan: AbsencePlan
  readonly lead: string
  readonly onNoted: (noted: NotedAbsence) => void
}

/** For each sitting who takes it over; somebody is proposed where somebody can. */
export const AbsenceForm = ({ plan, lead, onNoted }: AbsenceFormProps) => {
  const { date, mediator, sittings } = plan
  const { tried, send } = useForm()
  useAnnouncement(tried.working ? words.working : undefined)
  const confirm = (form: FormData) => {
    const note = textIn(form, 'mot')
    const answers = sittings.map(({ id: workshop }) => {
      const chosen = textIn(form, workshop)
      return { workshop, ...(chosen && { mediator: chosen }) }
    })
    send(() => mediatorApi.noteAbsence(date, { mediator, sittings: answers, ...(note && { note }) }), onNoted)
  }
  return (
    <Form onSend={confirm}>
      <Messages tried={tried} />
      <p class="lead">{lead}</p>
      <ul class="plain stack">
        {sittings.map((sitting) => (
          <li key={sitting.id} class="space-card stack">
            <SittingHead sitting={sitting} />
            <SelectField
              id={sitting.id}
              label={words.who}
              value={sitting.otherMediators ? '' : (sitting.proposed ?? '')}
              options={optionsOf(sitting)}
            />
          </li>
        ))}
      </ul>
      <TextField id="mot" label={words.why} hint={words.whyHint} rows={2} maxLength={MOST_NOTE} />
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={tried.working}>
          {words.confirm}
        </button>
      </div>
      <p role="status">{tried.working && words.working}</p>
    </Form>
  )
}
