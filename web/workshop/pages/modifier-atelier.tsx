import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Choices } from '../../kit/field/choices.tsx'
import { Form, Messages } from '../../kit/form.tsx'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { CancelWorkshop } from '../cancel-workshop.tsx'
import { WHICH, type Which } from '../edit-draft.ts'
import { MediatorField, PlaceFields, TextFields } from '../edit-fields.tsx'
import { EditedDates } from '../edited-dates.tsx'
import { type EditProps, useEdit } from '../use-edit.ts'
import { editRefusals, edit as words } from '../words/fr/edit.ts'
import { workshopApi } from '../workshop-client.ts'

const kindOf = ({ appointments }: EditProps['workshop']) => (appointments ? 'permanence' : 'workshop')

type Editing = ReturnType<typeof useEdit>

const Said = ({ tried, release }: Pick<Editing, 'tried' | 'release'>) => {
  const { problem, tries } = tried
  if (problem?.code !== 'people-busy') return <Messages tried={tried} refusals={editRefusals} />
  return (
    <Refusal key={tries} problem={problem} refusals={editRefusals}>
      <p>
        <button class="button quiet" type="button" aria-disabled={tried.working} onClick={release}>
          {words.release}
        </button>
      </p>
    </Refusal>
  )
}

const WhichField = ({ which, onChoose }: { which: Which; onChoose: (which: Which) => void }) => (
  <Choices
    id="lesquels"
    legend={words.which}
    options={WHICH.map((each) => [each, words.whichOnes[each]])}
    chosen={[which]}
    onChoose={(value) => onChoose(WHICH.find((each) => each === value) ?? 'one')}
  />
)

const EditForm = ({ site, ...props }: EditProps & { readonly site: SiteView }) => {
  const [which, setWhich] = useState<Which>('one')
  const { workshop, colleagues, tried, said, edited, save, release } = useEdit(props)
  const { errors, working } = tried
  const spaces = site.spaces.filter((space) => space.workshops)
  return (
    <Form onSend={(form) => save(form, which)}>
      <Said tried={tried} release={release} />
      {edited && <EditedDates cycle={edited} today={site.today} working={working} onRelease={release} />}
      {workshop.cycle && <WhichField which={which} onChoose={setWhich} />}
      <PlaceFields
        workshop={workshop}
        errors={errors}
        spaces={spaces}
        today={site.today}
        withDate={which === 'one'}
      />
      <MediatorField colleagues={colleagues} date={workshop.date} errors={errors} />
      <TextFields workshop={workshop} errors={errors} />
      <p>{words.told}</p>
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={working}>
          {words.save}
        </button>
        <a class="button quiet" href={`/atelier?id=${workshop.id}`}>
          {words.see[kindOf(workshop)]}
        </a>
      </div>
      <p role="status" class="free">
        {working ? words.working : said}
      </p>
    </Form>
  )
}

const Editing = ({ id, site }: { id: string; site: SiteView }) => (
  <LoadedPage
    title={words.page}
    from={useAnswer(id, (wanted) =>
      both(workshopApi.read(wanted || '0'), workshopApi.colleagues(wanted || '0')),
    )}
    refused={StaffRefused}
  >
    {([workshop, { colleagues }]) => (
      <div class="narrow stack">
        <h1>{words.titles[kindOf(workshop)]}</h1>
        <EditForm workshop={workshop} colleagues={colleagues} site={site} />
        <CancelWorkshop workshop={workshop} colleagues={colleagues} />
      </div>
    )}
  </LoadedPage>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Editing id={query?.get('id') ?? ''} site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
