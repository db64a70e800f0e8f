import { useState } from 'preact/hooks'
import type { AddedFeedView } from '../../shared/contracts/feed-views.ts'
import { Choices } from '../kit/field/choices.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { feedApi } from './feed-client.ts'
import type { Followable } from './subjects.ts'
import { feedRefusals, feeds as words } from './words/fr/feeds.ts'

type AddFeedProps = {
  readonly all: readonly Followable[]
  readonly onAdded: (feed: AddedFeedView) => void
}

/** What a calendar shows, and its name there. */
export const AddFeed = ({ all, onAdded }: AddFeedProps) => {
  const { tried, refuse, send } = useForm()
  const [at, setAt] = useState('0')
  const chosen = all[Number(at)]
  const add = (data: FormData) => {
    const name = textIn(data, 'name')
    if (!name) return refuse({ name: words.nameMissing })
    if (chosen) send(() => feedApi.add({ name, subject: chosen.subject }), onAdded)
  }
  return (
    <Form onSend={add}>
      <Messages tried={tried} refusals={feedRefusals} />
      {all.length > 1 && (
        <Choices
          id="what"
          legend={words.what}
          options={all.map(({ says }, index) => [String(index), says])}
          chosen={[at]}
          onChoose={setAt}
        />
      )}
      {chosen && 'site' in chosen.subject && <p class="hint">{words.occupied}</p>}
      <TextField
        key={at}
        id="name"
        label={words.name}
        defaultValue={chosen?.name ?? ''}
        autocomplete="off"
        maxLength={80}
        error={tried.errors.name}
        required
      />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {words.add}
      </button>
      <p role="status">{tried.working && words.working}</p>
    </Form>
  )
}
