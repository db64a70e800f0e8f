import { useState } from 'preact/hooks'
import type { LentSpaceList, LentSpaceView } from '../../../shared/contracts/lending-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { keysByRequest } from '../../kit/new-key.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { setUpOfCopy, setUpOfModel } from '../first-set-up.ts'
import { lendingApi, type Told } from '../lending-client.ts'
import { type SetUp, setUpOfSpace } from '../set-up.ts'
import { WhatStep } from '../what-step.tsx'
import { WhenStep } from '../when-step.tsx'
import { form } from '../words/fr/lending-form.ts'

const STEPS = ['what', 'when', 'access', 'week'] as const
type Step = (typeof STEPS)[number]

type EditorProps = {
  readonly site: SiteView
  readonly space: LentSpaceView | undefined
  readonly spaces: LentSpaceList['spaces']
  /** The set-up that the questions start from. */
  readonly begun: SetUp
}

const allAddress = (site: SiteView): string => `/espaces?lieu=${site.id}`

const Saved = ({ site, space }: { site: SiteView; space: LentSpaceView }) => (
  <>
    <div class="notice notice-free" role="status">
      <p>{form.lent(space.name)}</p>
      {!space.settled && <p>{form.unsettled}</p>}
    </div>
    <div class="actions actions-row">
      <a class="button" href={`/lieu/${site.id}`}>
        {form.see}
      </a>
      <a class="button quiet" href={`/regles?${new URLSearchParams({ lieu: site.id, espace: space.id })}`}>
        {form.rules}
      </a>
    </div>
  </>
)

/** The last steps are fetched while the first ones are answered. */
const fetchLastSteps = () =>
  Promise.all([import('../access-step.tsx'), import('../week-step.tsx')]).then(
    ([{ AccessStep }, { WeekStep }]) => ({ ok: true, value: { AccessStep, WeekStep } }) as const,
    () => ({ ok: false, problem: { code: 'unreachable' } }) as const,
  )

/** A divided space is no part of another one. */
const partsFor = ({ space, spaces }: EditorProps) =>
  spaces.filter(({ id, parts, ended }) => id !== space?.id && parts.length === 0 && !ended)

/** The set-up on its way through the steps, and how it is saved. */
const useEditing = ({ site, space, begun }: EditorProps) => {
  const [step, setStep] = useState<Step>('what')
  const [setUp, setSetUp] = useState<SetUp>(begun)
  const [keyOf] = useState(keysByRequest)
  const go = (to: Step) => (next: SetUp) => {
    setSetUp(next)
    setStep(to)
  }
  const save = (told: Told | undefined) => {
    if (!space) return lendingApi.lend(site.id, setUp, keyOf(setUp))
    const change = { ...setUp, revision: space.revision, ...(told && { touched: told }) }
    return lendingApi.change(site.id, space.id, change)
  }
  return { step, setUp, go, save }
}

const Editor = (props: EditorProps) => {
  const { site, space } = props
  const { step, setUp, go, save } = useEditing(props)
  const [saved, setSaved] = useState<LentSpaceView>()
  const lastSteps = useAnswer('last', fetchLastSteps)
  const { today } = site
  if (saved) return <Saved site={site} space={saved} />
  return (
    <>
      <p class="soft">{form.step(STEPS.indexOf(step) + 1, STEPS.length)}</p>
      {step === 'what' && <WhatStep setUp={setUp} others={partsFor(props)} onNext={go('when')} />}
      {step === 'when' && <WhenStep setUp={setUp} today={today} onNext={go('access')} onBack={go('what')} />}
      {(step === 'access' || step === 'week') && (
        <Loaded from={lastSteps}>
          {({ AccessStep, WeekStep }) =>
            step === 'access' ? (
              <AccessStep setUp={setUp} isNew={!space} onNext={go('week')} onBack={go('when')} />
            ) : (
              <WeekStep
                site={site.id}
                today={today}
                setUp={setUp}
                space={space}
                save={save}
                onSaved={setSaved}
                onBack={() => go('access')(setUp)}
              />
            )
          }
        </Loaded>
      )}
    </>
  )
}

type SpaceProps = {
  readonly site: SiteView
  readonly id: string | null
  /** The site, and its space, that a new one begins with. */
  readonly copy: string | null
  readonly of: string | null
  readonly model: string | null
}

const Space = ({ site, id, copy, of, model }: SpaceProps) => {
  const lender = copy ?? site.id
  const from = useAnswer(lender, () => both(lendingApi.list(site.id), lendingApi.listSetUps(lender)))
  const [{ spaces }, setUps] =
    from.loaded.state === 'here' ? from.loaded.value : [{ spaces: [] }, { spaces: [] }]
  const space = spaces.find((each) => each.id === id)
  const begun = () => {
    const copied = copy && setUps.spaces.find((each) => each.id === of)
    if (space) return setUpOfSpace(space)
    return copied ? setUpOfCopy(copied, site.today) : setUpOfModel(model, site.today)
  }
  return (
    <div class="narrow stack">
      <h1>{space ? form.changeTitle(space.name) : form.newTitle}</h1>
      <Loaded from={from} refused={StaffRefused}>
        {() =>
          id === null || space ? (
            <Editor site={site} space={space} spaces={spaces} begun={begun()} />
          ) : (
            <p class="lead">{form.gone}</p>
          )
        }
      </Loaded>
      <p>
        <a class="tall" href={allAddress(site)}>
          {form.all}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={form.newTitle}>
    {(site) => (
      <Space
        site={site}
        id={query?.get('espace') ?? null}
        copy={query?.get('copie') ?? null}
        of={query?.get('de') ?? null}
        model={query?.get('modele') ?? null}
      />
    )}
  </StaffPage>
)

export const page: Page = { title: form.newTitle, enhanced: true, View }
