import { useState } from 'preact/hooks'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { choose } from '../availability/words/fr/choose.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { useErrors } from '../kit/use-errors.ts'
import { durationWords, hourWords, placesWords } from '../kit/words/fr/time-words.ts'
import { durationsOf, type WantedTime } from './wanted-time.ts'
import { waitForm } from './words/fr/wait-form.ts'

type WaitFormProps = {
  readonly site: SiteView
  readonly initial: WantedTime
  readonly working: boolean
  readonly onSubmit: (wanted: WantedTime) => void
}

const HOURS = Array.from({ length: 19 }, (_, at) => `${String(at + 6).padStart(2, '0')}:00`)
const USES = ['desk', 'room'] as const

const hoursAs = (hours: readonly string[]) => hours.map((each) => [each, hourWords(each)] as const)

type PartProps = { readonly wanted: WantedTime; readonly change: (part: Partial<WantedTime>) => void }

const Window = ({ wanted, change, durations }: PartProps & { durations: readonly number[] }) => (
  <>
    <div class="pair">
      <SelectField
        id="from"
        label={waitForm.from}
        value={wanted.from}
        options={hoursAs(HOURS.slice(0, -1))}
        onChoose={(from) => change({ from, ...(from >= wanted.to && { to: HOURS.at(-1) ?? from }) })}
      />
      <SelectField
        id="to"
        label={waitForm.to}
        value={wanted.to}
        options={hoursAs(HOURS.filter((each) => each > wanted.from))}
        onChoose={(to) => change({ to })}
      />
    </div>
    <SelectField
      id="minutes"
      label={waitForm.minutes}
      value={String(wanted.minutes)}
      options={durations.map((each) => [String(each), durationWords(each)] as const)}
      onChoose={(minutes) => change({ minutes: Number(minutes) })}
    />
  </>
)

const What = ({ wanted, change, site }: PartProps & { site: SiteView }) => {
  const uses = USES.filter((use) => site.spaces.some((space) => space.uses.includes(use)))
  const most = Math.max(
    1,
    ...site.spaces.filter(({ uses: all }) => all.includes('desk')).map(({ capacity }) => capacity),
  )
  return (
    <>
      {uses.length > 1 && (
        <SelectField
          id="use"
          label={choose.useTitle}
          value={wanted.use}
          options={uses.map((use) => [use, choose.uses[use]] as const)}
          onChoose={(chosen) => change({ use: uses.find((use) => use === chosen) ?? wanted.use })}
        />
      )}
      {wanted.use === 'desk' && most > 1 && (
        <SelectField
          id="places"
          label={choose.places}
          value={String(wanted.places)}
          options={Array.from({ length: most }, (_, at) => [String(at + 1), placesWords(at + 1)] as const)}
          onChoose={(places) => change({ places: Number(places) })}
        />
      )}
    </>
  )
}

const Where = ({ wanted, change }: PartProps) => (
  <SelectField
    id="around"
    label={waitForm.where}
    value={wanted.around ? '1' : ''}
    options={[
      ['', waitForm.here],
      ['1', waitForm.around],
    ]}
    onChoose={(around) => change({ around: around === '1' })}
  />
)

const LONGEST_USUAL = 120

/** A day, a window, a duration in it, a use and where. Native lists, nothing to type. */
export const WaitForm = ({ site, initial, working, onSubmit }: WaitFormProps) => {
  const [wanted, setWanted] = useState(initial)
  const { tried, check } = useErrors()
  const change = (part: Partial<WantedTime>) => setWanted((last) => ({ ...last, ...part }))
  const durations = durationsOf(site.spaces, wanted)
  const minutes = durations.includes(wanted.minutes)
    ? wanted.minutes
    : (durations.findLast((each) => each <= LONGEST_USUAL) ?? durations[0])
  const submit = () => {
    const isRight = check(wanted.date >= site.today ? {} : { date: waitForm.dayWrong })
    if (isRight && minutes !== undefined && !working) onSubmit({ ...wanted, minutes })
  }
  return (
    <Form onSend={submit}>
      <Messages tried={tried} />
      <DateField
        id="date"
        label={waitForm.day}
        min={site.today}
        defaultValue={initial.date}
        error={tried.errors.date}
        onChoose={(date) => change({ date })}
      />
      <Window
        wanted={{ ...wanted, minutes: minutes ?? wanted.minutes }}
        change={change}
        durations={durations}
      />
      <What wanted={wanted} change={change} site={site} />
      {site.position && <Where wanted={wanted} change={change} />}
      <button class="button" type="submit" aria-disabled={working}>
        {waitForm.submit}
      </button>
    </Form>
  )
}
