import type { SpaceView } from '../../shared/contracts/site-views.ts'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { Choices } from '../kit/field/choices.tsx'
import { DateField } from '../kit/field/date-field.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { tabMemory } from '../kit/tab-memory.ts'
import { edit as words } from './words/fr/edit.ts'
import { workshops } from './words/fr/workshops.ts'
import type { Colleagues } from './workshop-client.ts'

const MOST_TITLE = 80
const MOST_DESCRIPTION = 600
const QUARTER_SECONDS = 900

type FieldsProps = { readonly workshop: WorkshopView; readonly errors: FieldErrors }

export const TextFields = ({ workshop, errors }: FieldsProps) => {
  const { title, level, description, seats, seatsLeft, appointments } = workshop
  return (
    <>
      <TextField
        id="titre"
        label={words.name}
        maxLength={MOST_TITLE}
        defaultValue={title}
        error={errors.titre}
      />
      <SelectField
        id="niveau"
        label={words.level}
        value={level}
        options={[['', words.everybody], ...Object.entries(workshops.levels)]}
      />
      <TextField
        id="description"
        label={words.description}
        hint={words.descriptionHint}
        rows={5}
        maxLength={MOST_DESCRIPTION}
        defaultValue={description ?? ''}
      />
      {!appointments && (
        <TextField
          id="places"
          label={words.seats}
          hint={words.seatsHint(seats - seatsLeft)}
          inputmode="numeric"
          defaultValue={String(seats)}
          error={errors.places}
        />
      )}
    </>
  )
}

type PlaceProps = FieldsProps & {
  readonly spaces: readonly SpaceView[]
  readonly today: string
  /** Each workshop of a cycle keeps its own day. */
  readonly withDate: boolean
}

export const PlaceFields = ({ workshop, errors, spaces, today, withDate }: PlaceProps) => {
  const { date, start, end, space, appointments } = workshop
  const hour = { type: 'time', step: QUARTER_SECONDS } as const
  return (
    <>
      {withDate && (
        <DateField id="jour" label={words.date} min={today} defaultValue={date} error={errors.jour} />
      )}
      <div class="pair">
        <DateField {...hour} id="de" label={words.from} defaultValue={start} error={errors.de} />
        <DateField {...hour} id="a" label={words.to} defaultValue={end} error={errors.a} />
      </div>
      {appointments && <p>{words.appointmentsHint}</p>}
      {spaces.length > 1 && (
        <SelectField
          id="salle"
          label={words.room}
          value={space.id}
          options={spaces.map(({ id, name }) => [id, name] as const)}
        />
      )}
    </>
  )
}

const nameOf = ({ name, busy, tooFar }: Colleagues[number]): string => {
  if (busy) return words.busy(name)
  return tooFar ? words.tooFar(name, tooFar.otherSiteName) : name
}

type MediatorProps = { readonly colleagues: Colleagues; readonly date: string; readonly errors: FieldErrors }

/** Everybody who may lead it; who does is ticked. */
export const MediatorField = ({ colleagues, date, errors }: MediatorProps) => {
  const leading = colleagues.filter((each) => each.leads)
  return (
    <>
      <Choices
        key={leading.map(({ id }) => id).join(' ')}
        id="anime"
        legend={words.mediator}
        options={colleagues.map((each) => [each.id, nameOf(each)] as const)}
        chosen={leading.map(({ id }) => id)}
        many
        error={errors.anime}
      />
      <p class="hint">{words.mediatorHint}</p>
      {leading.map(({ id, name }) => (
        <p key={id}>
          <a
            class="tall"
            href={`/absence?${new URLSearchParams({ du: date, collegue: '1' })}`}
            onClick={() => tabMemory.keepAbsent(id)}
          >
            {words.absent(name)}
          </a>
        </p>
      ))}
    </>
  )
}
