import { useState } from 'preact/hooks'
import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import type { NewCycle } from '../../shared/contracts/workshop-text.ts'
import { Choices } from '../kit/field/choices.tsx'
import { DateField } from '../kit/field/date-field.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { laterDate } from '../kit/later-date.ts'
import { useErrors } from '../kit/use-errors.ts'
import { durationWords } from '../kit/words/fr/time-words.ts'
import { languages, themes } from '../workshop/words/fr/themes.ts'
import { workshops } from '../workshop/words/fr/workshops.ts'
import { errorsIn, KINDS, type Kind, LENGTHS, RHYTHMS, type Rhythm, readDraft } from './cycle-draft.ts'
import { MediatorsField } from './mediators-field.tsx'
import type { Mediators } from './planner-client.ts'
import { planning as words } from './words/fr/planning-cycle.ts'

type FormProps = {
  readonly site: SiteView
  readonly mediators: Mediators
  readonly spaces: readonly SpaceView[]
  readonly working: boolean
  readonly onSubmit: (draft: NewCycle) => void
}

type NumberProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly errors: FieldErrors
}

const NumberField = ({ id, label, hint, value, errors }: NumberProps) => (
  <TextField
    id={id}
    label={label}
    hint={hint}
    inputmode="numeric"
    autocomplete="off"
    maxLength={2}
    defaultValue={value}
    error={errors[id]}
  />
)

const TUESDAY = 2

const nextTuesday = (today: string): string => {
  const weekday = new Date(`${today}T00:00Z`).getUTCDay()
  return laterDate(today, ((TUESDAY - weekday + 6) % 7) + 1)
}

type WhatProps = Pick<FormProps, 'spaces'> & { readonly kind: Kind; readonly errors: FieldErrors }
const What = ({ spaces, kind, errors }: WhatProps) => (
  <>
    <TextField
      id="title"
      label={words.name}
      hint={words.nameHints[kind]}
      autocomplete="off"
      maxLength={80}
      error={errors.title}
      required
    />
    <SelectField
      id="theme"
      label={words.theme}
      hint={words.themeHint}
      value=""
      options={[['', words.noTheme], ...Object.entries(themes)]}
    />
    {kind === 'workshop' && (
      <SelectField
        id="level"
        label={words.level}
        value=""
        options={[['', words.noLevel], ...Object.entries(workshops.levels)]}
      />
    )}
    <SelectField
      id="space"
      label={words.space}
      value={spaces[0]?.id}
      options={spaces.map(({ id, name }) => [id, name] as const)}
    />
  </>
)

type ForWhomProps = Pick<WhatProps, 'spaces' | 'kind' | 'errors'>

/** How many at a time: a group, or one person for so long. */
const ForWhom = ({ spaces, kind, errors }: ForWhomProps) =>
  kind === 'workshop' ? (
    <NumberField id="seats" label={words.seats} value={usualSeats(spaces)} errors={errors} />
  ) : (
    <>
      <SelectField
        id="minutes"
        label={words.length}
        error={errors.minutes}
        value={String(USUAL_LENGTH)}
        options={LENGTHS.map((each) => [String(each), durationWords(each)] as const)}
      />
      <Choices id="dropIn" legend={words.others} options={[['yes', words.dropIn]]} chosen={['yes']} many />
    </>
  )

const When = ({ site, errors }: Pick<FormProps, 'site'> & { errors: FieldErrors }) => {
  const [rhythm, setRhythm] = useState<Rhythm>('week')
  const hour = { type: 'time', step: 900 } as const
  return (
    <>
      <DateField
        id="from"
        label={words.from}
        min={site.today}
        defaultValue={nextTuesday(site.today)}
        error={errors.from}
      />
      <div class="pair">
        <DateField {...hour} id="start" label={words.start} defaultValue="10:00" error={errors.start} />
        <DateField {...hour} id="end" label={words.end} defaultValue="12:00" error={errors.end} />
      </div>
      <SelectField
        id="rhythm"
        label={words.rhythm}
        value={rhythm}
        options={RHYTHMS.map((each) => [each, words.rhythms[each]] as const)}
        onChoose={(chosen) => setRhythm(RHYTHMS.find((each) => each === chosen) ?? 'week')}
      />
      {rhythm === 'working' && (
        <div class="pair">
          <NumberField id="days" label={words.workingDays} value="3" errors={errors} />
          <NumberField id="months" label={words.months} value="3" errors={errors} />
        </div>
      )}
      {(rhythm === 'week' || rhythm === 'fortnight') && (
        <NumberField id="count" label={words.count} hint={words.countHint} value="16" errors={errors} />
      )}
    </>
  )
}

const USUAL_SEATS = 6
const USUAL_LENGTH = 30

const usualSeats = (spaces: readonly SpaceView[]): string =>
  String(Math.min(USUAL_SEATS, spaces[0]?.capacity ?? USUAL_SEATS))

/** What, when and for how many; all but the title is filled in. */
export const CycleForm = ({ site, spaces, mediators, working, onSubmit }: FormProps) => {
  const [kind, setKind] = useState<Kind>('workshop')
  const { tried, check } = useErrors()
  const { errors } = tried
  const submit = (form: FormData) => {
    if (check(errorsIn(form, site.today, mediators))) onSubmit(readDraft(form, site.id))
  }
  return (
    <Form class="stack narrow" onSend={submit}>
      <Messages tried={tried} />
      <Choices
        id="kind"
        legend={words.kind}
        options={KINDS.map((each) => [each, words.kinds[each]] as const)}
        chosen={[kind]}
        row
        onChoose={(chosen) => setKind(KINDS.find((each) => each === chosen) ?? kind)}
      />
      <What spaces={spaces} kind={kind} errors={errors} />
      <When site={site} errors={errors} />
      <ForWhom spaces={spaces} kind={kind} errors={errors} />
      <MediatorsField mediators={mediators} error={errors.mediators} />
      <details>
        <summary class="tall">{words.more}</summary>
        <TextField id="bring" label={words.bring} hint={words.bringHint} autocomplete="off" maxLength={200} />
        <Choices
          id="languages"
          legend={words.languages}
          options={Object.entries(languages)}
          chosen={[]}
          many
        />
        <Choices
          id="newcomersFirst"
          legend={words.who}
          options={[['yes', words.newcomersFirst]]}
          chosen={[]}
          many
        />
        <p class="hint">{words.newcomersHint}</p>
      </details>
      <button class="button" type="submit" aria-disabled={working}>
        {words.check}
      </button>
    </Form>
  )
}
