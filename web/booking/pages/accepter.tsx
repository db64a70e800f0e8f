import type { AcceptanceView } from '../../../shared/contracts/conditions-views.ts'
import { ownPath } from '../../../shared/domain/own-path.ts'
import { acceptingRefusals } from '../../availability/words/fr/conditions-refusals.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { DateField } from '../../kit/field/date-field.tsx'
import type { FieldErrors } from '../../kit/field/error-summary.tsx'
import { Form, Messages } from '../../kit/form.tsx'
import { goInstead } from '../../kit/go.ts'
import { langOfStaff } from '../../kit/language-here.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { textIn } from '../../kit/text-in.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useForm } from '../../kit/use-form.ts'
import { OwnPage } from '../../people/own-page.tsx'
import { conditionsApi } from '../conditions-client.ts'
import { accepting as words } from '../words/fr/accepting.ts'

type Where = { readonly site: string; readonly as: string | undefined; readonly next: string }

type AskProps = { readonly where: Where; readonly asked: AcceptanceView; readonly onAccepted: () => void }

const errorsOf = ({ code }: WebProblem): FieldErrors | undefined =>
  code === 'insurance-missing' ? { insured: acceptingRefusals[code].says() } : undefined

const useAccepting = ({ where: { site, as }, asked: { conditions }, onAccepted }: AskProps) => {
  const { tried, send } = useForm(errorsOf)
  const accept = (form: FormData) => {
    const insuredUntil = textIn(form, 'insured')
    const body = {
      version: conditions.version,
      ...(conditions.needsInsurance && insuredUntil && { insuredUntil }),
      ...(as && { as }),
    }
    send(() => conditionsApi.accept(site, body), onAccepted)
  }
  return { tried, accept }
}

const Ask = (props: AskProps) => {
  const { tried, accept } = useAccepting(props)
  const { errors, problem, working } = tried
  if (problem?.code === 'not-found' && props.where.as) return <p class="lead">{words.leadOnly}</p>
  return (
    <Form onSend={accept}>
      <Messages tried={tried} refusals={acceptingRefusals} />
      {props.asked.conditions.needsInsurance && (
        <>
          <p class="hint">{words.insuredHint}</p>
          <DateField id="insured" label={words.insuredUntil} error={errors.insured} />
        </>
      )}
      <button class="button" type="submit" aria-disabled={working}>
        {words.submit}
      </button>
      <p role="status">{working && words.working}</p>
    </Form>
  )
}

const isOfSite = ({ next }: Where): boolean => /^(\/en)?\/lieu\b/.test(next)

const Rules = ({ where, asked, onAccepted }: AskProps) => {
  const { conditions, accepted, insuredUntil } = asked
  const isAccepted = accepted === conditions.version
  useAnnouncement(isAccepted ? words.accepted : undefined)
  return (
    <>
      <p class="lead">{isAccepted ? words.accepted : where.as ? words.leadAssociation : words.lead}</p>
      <div class="rules long-word" lang={langOfStaff()}>
        {conditions.rules}
      </div>
      {isAccepted && conditions.needsInsurance && insuredUntil && <p>{words.insured(insuredUntil)}</p>}
      {isAccepted && (
        <p>
          <a class="button" href={where.next}>
            {isOfSite(where) ? words.toSite : words.goOn}
          </a>
        </p>
      )}
      {(!isAccepted || conditions.needsInsurance) && (
        <Ask where={where} asked={asked} onAccepted={onAccepted} />
      )}
    </>
  )
}

const whereIn = (query: URLSearchParams): Where => {
  const site = query.get('lieu') ?? ''
  const next = ownPath(query.get('next')) ?? (site ? `/lieu/${site}` : '/lieux')
  return { site, as: query.get('pour') ?? undefined, next }
}

const View = ({ query }: ViewProps) => {
  const where = query && whereIn(query)
  const from = useAnswer(where && `${where.site} ${where.as}`, () =>
    conditionsApi.read(where?.site ?? '', where?.as),
  )
  return (
    <OwnPage title={words.title} lead={words.signInLead} from={from}>
      {(asked) =>
        where && (
          <div class="stack narrow">
            <h1>{words.title}</h1>
            <Rules
              where={where}
              asked={asked}
              onAccepted={() => (isOfSite(where) ? from.again() : goInstead(where.next))}
            />
          </div>
        )
      }
    </OwnPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
