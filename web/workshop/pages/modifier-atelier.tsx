import { useState } from 'preact/hooks'
import type { ColleagueList } from '../../../shared/contracts/colleague-views.ts'
import type { WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import { SelectField } from '../../kit/field/select-field.tsx'
import { TextField } from '../../kit/field/text-field.tsx'
import { Form, Messages } from '../../kit/form.tsx'
import { LoadedPage } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { textIn } from '../../kit/text-in.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { useForm } from '../../kit/use-form.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { editRefusals, edit as words } from '../words/fr/edit.ts'
import { workshops } from '../words/fr/workshops.ts'
import { type WorkshopEdit, workshopApi } from '../workshop-client.ts'

const LEVELS = Object.keys(workshops.levels) as (keyof typeof workshops.levels)[]
const MOST_SEATS = 50
const MOST_TITLE = 80
const MOST_DESCRIPTION = 600

type Colleagues = ColleagueList['colleagues']

/** What the form says otherwise than the workshop. */
const changesIn = (form: FormData, workshop: WorkshopView, colleagues: Colleagues): WorkshopEdit => {
  const title = textIn(form, 'titre')
  const level = LEVELS.find((each) => each === form.get('niveau')) ?? null
  const description = textIn(form, 'description') || null
  const seats = Number(textIn(form, 'places'))
  const mediator = textIn(form, 'anime')
  const leads = colleagues.find((each) => each.leads)?.id
  return {
    ...(title !== workshop.title && { title }),
    ...(level !== (workshop.level ?? null) && { level }),
    ...(description !== (workshop.description ?? null) && { description }),
    ...(seats !== workshop.seats && { seats }),
    ...(mediator && mediator !== leads && { mediator }),
  }
}

const errorsIn = (form: FormData): Record<string, string> => {
  const seats = Number(textIn(form, 'places'))
  return {
    ...(!textIn(form, 'titre') && { titre: words.nameMissing }),
    ...(!(Number.isInteger(seats) && seats >= 1 && seats <= MOST_SEATS) && { places: words.seatsMissing }),
  }
}

type EditProps = { readonly workshop: WorkshopView; readonly colleagues: Colleagues }

const useEdit = ({ workshop: read, colleagues }: EditProps) => {
  const [workshop, setWorkshop] = useState(read)
  const [said, setSaid] = useState<string>()
  const { tried, refuse, send } = useForm()
  const save = (form: FormData) => {
    setSaid(undefined)
    const errors = errorsIn(form)
    if (Object.keys(errors).length > 0) return refuse(errors)
    const changes = changesIn(form, workshop, colleagues)
    if (Object.keys(changes).length === 0) return setSaid(words.nothing)
    send(
      () => workshopApi.edit(workshop.id, changes),
      (changed) => {
        setWorkshop(changed)
        setSaid(words.saved)
      },
    )
  }
  return { workshop, tried, said, save }
}

const nameOf = ({ name, leads, busy }: Colleagues[number]): string => {
  if (leads) return words.leads(name)
  return busy ? words.busy(name) : name
}

const EditForm = (props: EditProps) => {
  const { workshop, tried, said, save } = useEdit(props)
  const { title, level, description, seats, seatsLeft, id } = workshop
  const { errors } = tried
  return (
    <Form onSend={save}>
      <Messages tried={tried} refusals={editRefusals} />
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
      <TextField
        id="places"
        label={words.seats}
        hint={words.seatsHint(seats - seatsLeft)}
        inputmode="numeric"
        defaultValue={String(seats)}
        error={errors.places}
      />
      <SelectField
        id="anime"
        label={words.mediator}
        hint={words.mediatorHint}
        value={props.colleagues.find(({ leads }) => leads)?.id}
        options={props.colleagues.map((each) => [each.id, nameOf(each)] as const)}
      />
      <p>{words.told}</p>
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={tried.working}>
          {words.save}
        </button>
        <a class="button quiet" href={`/atelier?id=${id}`}>
          {words.see}
        </a>
      </div>
      <p role="status" class="free">
        {tried.working ? words.working : said}
      </p>
    </Form>
  )
}

const Editing = ({ id }: { id: string }) => (
  <LoadedPage
    title={words.page}
    from={useAnswer(id, (wanted) =>
      both(workshopApi.read(wanted || '0'), workshopApi.colleagues(wanted || '0')),
    )}
    refused={StaffRefused}
  >
    {([workshop, { colleagues }]) => (
      <div class="narrow stack">
        <h1>{words.page}</h1>
        <EditForm workshop={workshop} colleagues={colleagues} />
      </div>
    )}
  </LoadedPage>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {() => <Editing id={query?.get('id') ?? ''} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
