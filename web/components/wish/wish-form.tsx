import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { choose } from '../../messages/fr/choose.ts'
import { wishing } from '../../messages/fr/wishing.ts'
import { durationWords, hourWords, placesWords } from '../../time-words.ts'
import { durationsOf, type Wish } from '../../wish.ts'
import { DateField } from '../field/date-field.tsx'
import { ErrorSummary } from '../field/error-summary.tsx'
import { SelectField } from '../field/select-field.tsx'

type WishFormProps = {
  readonly site: SiteView
  readonly wished: Wish
  readonly working: boolean
  readonly onWish: (wish: Wish) => void
}

const HOURS = Array.from({ length: 19 }, (_, at) => `${String(at + 6).padStart(2, '0')}:00`)
const USES = ['desk', 'room'] as const

const hoursAs = (hours: readonly string[]) => hours.map((each) => [each, hourWords(each)] as const)

type PartProps = { readonly wish: Wish; readonly change: (part: Partial<Wish>) => void }

const Window = ({ wish, change, durations }: PartProps & { durations: readonly number[] }) => (
  <>
    <div class="pair">
      <SelectField
        id="from"
        label={wishing.from}
        value={wish.from}
        options={hoursAs(HOURS.slice(0, -1))}
        onChoose={(from) => change({ from, ...(from >= wish.to && { to: HOURS.at(-1) ?? from }) })}
      />
      <SelectField
        id="to"
        label={wishing.to}
        value={wish.to}
        options={hoursAs(HOURS.filter((each) => each > wish.from))}
        onChoose={(to) => change({ to })}
      />
    </div>
    <SelectField
      id="minutes"
      label={wishing.minutes}
      value={String(wish.minutes)}
      options={durations.map((each) => [String(each), durationWords(each)] as const)}
      onChoose={(minutes) => change({ minutes: Number(minutes) })}
    />
  </>
)

const What = ({ wish, change, site }: PartProps & { site: SiteView }) => {
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
          value={wish.use}
          options={uses.map((use) => [use, choose.uses[use]] as const)}
          onChoose={(chosen) => change({ use: uses.find((use) => use === chosen) ?? wish.use })}
        />
      )}
      {wish.use === 'desk' && most > 1 && (
        <SelectField
          id="places"
          label={choose.places}
          value={String(wish.places)}
          options={Array.from({ length: most }, (_, at) => [String(at + 1), placesWords(at + 1)] as const)}
          onChoose={(places) => change({ places: Number(places) })}
        />
      )}
    </>
  )
}

const Where = ({ wish, change }: PartProps) => (
  <SelectField
    id="around"
    label={wishing.where}
    value={wish.around ? '1' : ''}
    options={[
      ['', wishing.here],
      ['1', wishing.around],
    ]}
    onChoose={(around) => change({ around: around === '1' })}
  />
)

/** What somebody waits for: a day, a window, how long in it, what and where. Native lists, nothing to type. */
export const WishForm = ({ site, wished, working, onWish }: WishFormProps) => {
  const [wish, setWish] = useState(wished)
  const [tries, setTries] = useState(0)
  const change = (part: Partial<Wish>) => setWish((last) => ({ ...last, ...part }))
  const durations = durationsOf(site.spaces, wish)
  const minutes = durations.includes(wish.minutes)
    ? wish.minutes
    : (durations.findLast((each) => each <= 120) ?? durations[0])
  const isPast = !(wish.date >= site.today)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (!isPast && minutes !== undefined && !working) onWish({ ...wish, minutes })
  }
  const error = tries > 0 && isPast ? wishing.dayWrong : undefined
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {error && <ErrorSummary key={tries} errors={{ date: error }} />}
      <DateField
        id="date"
        label={wishing.day}
        min={site.today}
        defaultValue={wished.date}
        error={error}
        onChoose={(date) => change({ date })}
      />
      <Window wish={{ ...wish, minutes: minutes ?? wish.minutes }} change={change} durations={durations} />
      <What wish={wish} change={change} site={site} />
      {site.position && <Where wish={wish} change={change} />}
      <button class="button" type="submit" aria-disabled={working}>
        {wishing.submit}
      </button>
    </form>
  )
}
