import { useEffect, useState } from 'preact/hooks'
import type { AuditEntryList, AuditEntryView } from '../../../shared/contracts/audit-views.ts'
import { parseLocalDate } from '../../../shared/domain/local-date.ts'
import { DateField } from '../../kit/field/date-field.tsx'
import { Messages } from '../../kit/form.tsx'
import type { RefusedProps } from '../../kit/loaded.tsx'
import { Loading } from '../../kit/loading.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { textIn } from '../../kit/text-in.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useErrors } from '../../kit/use-errors.ts'
import { useTitle } from '../../kit/use-title.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { type ActsAsked, journalApi } from '../journal-client.ts'
import { journal } from '../words/fr/journal.ts'
import { scopeWords } from '../words/fr/rights.ts'

type LinesProps = {
  readonly acts: readonly AuditEntryView[]
  readonly scope: string
  readonly until: string | undefined
}

const Lines = ({ acts, scope, until }: LinesProps) => (
  <ol class="plain stack">
    {acts.map((act) => (
      <li key={`${act.at} ${act.about} ${act.effect} ${act.role}`} tabIndex={-1}>
        <strong>{journal.when(act, until)}</strong>
        <br />
        <span class="long-word">{journal.sentence(act, scope)}</span>
      </li>
    ))}
  </ol>
)

type PeriodProps = {
  readonly list: AuditEntryList
  readonly place: readonly [string, string]
  readonly open: boolean
}

/** The choice is kept in the address of the page. */
const Period = ({ list: { from, to, kept }, place: [name, value], open }: PeriodProps) => {
  const { tried, check } = useErrors()
  return (
    <details open={open}>
      <summary class="tall">{journal.period}</summary>
      <form
        class="form"
        method="get"
        noValidate
        onSubmit={(event) => {
          const chosen = new FormData(event.currentTarget)
          const isRight = textIn(chosen, 'du') <= textIn(chosen, 'au')
          if (!check(isRight ? {} : { au: journal.wrongOrder })) event.preventDefault()
        }}
      >
        <Messages tried={tried} />
        <input type="hidden" name={name} value={value} />
        <DateField id="du" label={journal.from} min={kept} defaultValue={from} />
        <DateField id="au" label={journal.to} min={kept} defaultValue={to} error={tried.errors.au} />
        <button class="button quiet" type="submit">
          {journal.see}
        </button>
      </form>
    </details>
  )
}

/** Adds each page of acts to those before it. */
const useActs = (scope: string, period: ActsAsked) => {
  const [before, setBefore] = useState<readonly AuditEntryView[]>([])
  const [after, setAfter] = useState<string>()
  const asked = { ...period, ...(after && { after }) }
  const { loaded, again } = useAnswer(JSON.stringify([scope, asked]), () => journalApi.listActs(scope, asked))
  const [first, setFirst] = useState<AuditEntryList>()
  useEffect(() => {
    if (loaded.state !== 'here') return
    if (first) document.querySelectorAll<HTMLElement>('ol > li')[before.length]?.focus()
    else setFirst(loaded.value)
  }, [loaded])
  const acts = loaded.state === 'here' ? [...before, ...loaded.value.acts] : before
  const more = () => {
    if (loaded.state !== 'here') return
    setBefore(acts)
    setAfter(loaded.value.next)
  }
  return { loaded, again, acts, more, first }
}

const ASSOCIATION = 'association:'
const isWide = (scope: string): boolean => scope === 'network' || scope.startsWith('departement:')

/** Leads back to the page that opened this one; staff navigation does not. */
const Back = ({ scope }: { scope: string }) => {
  const isOfAssociation = scope.startsWith(ASSOCIATION)
  const back = isOfAssociation
    ? `/association?${new URLSearchParams({ id: scope.slice(ASSOCIATION.length) })}`
    : '/equipe'
  return (
    <p>
      <a class="tall" href={back}>
        {isOfAssociation ? journal.backToAssociation : journal.backToSites}
      </a>
    </p>
  )
}

/** A lead of an association is not staff. */
const Refused = ({ scope, problem, again }: RefusedProps & { scope: string }) => {
  const isOurs = !scope.startsWith(ASSOCIATION) || !['signed-out', 'not-found'].includes(problem.code)
  if (isOurs) return <StaffRefused problem={problem} again={again} />
  return (
    <>
      <p class="lead">{journal.notSeen}</p>
      <Back scope={scope} />
    </>
  )
}

type JournalProps = {
  readonly title: string
  readonly scope: string
  /** The part of the address that names the scope. */
  readonly place: readonly [string, string]
  readonly query: URLSearchParams
}

const Journal = ({ title, scope, place, query }: JournalProps) => {
  const [from, to] = ['du', 'au'].map((name) => parseLocalDate(query.get(name) ?? ''))
  const period = { ...(from && { from }), ...(to && { to }) }
  const { loaded, again, acts, more, first } = useActs(scope, period)
  return (
    <div class="stack narrow">
      <h1>{title}</h1>
      <p class="lead">
        {isWide(scope) && `${scopeWords(scope, undefined)}. `}
        {journal.lead}
      </p>
      {first && <Period list={first} place={place} open={(from ?? to) !== undefined} />}
      {first && <h2>{journal.shown(first.from, first.to)}</h2>}
      {acts.length > 0 && <Lines acts={acts} scope={scope} until={first?.to} />}
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' && <Refused scope={scope} problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && acts.length === 0 && <p>{journal.none}</p>}
      {loaded.state === 'here' && loaded.value.next && (
        <p>
          <button class="button quiet" type="button" onClick={more}>
            {journal.more}
          </button>
        </p>
      )}
      {place[0] === 'portee' && loaded.state !== 'refused' && <Back scope={scope} />}
    </div>
  )
}

/** `?lieu=` for a site, `?portee=` for another scope; `du` and `au` for a period. */
const View = ({ query }: ViewProps) => {
  const scope = query?.get('portee')
  useTitle(scope ? journal.title : undefined)
  if (query && scope)
    return <Journal title={journal.title} scope={scope} place={['portee', scope]} query={query} />
  return (
    <StaffPage query={query} title={journal.titleOfSite}>
      {(site) =>
        query && (
          <Journal
            title={journal.titleOfSite}
            scope={`site:${site.id}`}
            place={['lieu', site.id]}
            query={query}
          />
        )
      }
    </StaffPage>
  )
}

export const page: Page = { title: journal.page, enhanced: true, View }
