import type { MadeHook, NewHook } from '../../shared/contracts/hook-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { Choices } from '../kit/field/choices.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { sendOnce } from '../kit/send-once.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { useKeptForm } from '../kit/use-kept-form.ts'
import { toolApi } from './tool-client.ts'
import { hookRefusals } from './words/fr/hook-refusals.ts'
import { hooks as words } from './words/fr/hooks.ts'

type HookFormProps = { readonly scope: string; readonly onMade: (made: MadeHook) => void }
type Topic = NewHook['topics'][number]

const TOPICS = ['booking', 'workshop', 'closure', 'call'] as const satisfies readonly Topic[]
const topicsOf = (scope: string): readonly Topic[] =>
  scope.startsWith('association:') ? ['booking'] : TOPICS

const errorsOf = ({ code }: WebProblem): FieldErrors | undefined => {
  if (code === 'address-unfit') return { url: words.urlMissing }
  return code === 'invalid' ? { name: words.nameMissing } : undefined
}

const missingIn = ({ name, url, topics }: NewHook): FieldErrors => ({
  ...(!name && { name: words.nameMissing }),
  ...(!url && { url: words.urlMissing }),
  ...(topics.length === 0 && { topics: words.whatMissing }),
})

const useMaking = ({ scope, onMade }: HookFormProps) => {
  const { tried, refuse, send } = useForm(errorsOf)
  const make = (form: FormData) => {
    const chosen = form.getAll('topics')
    const topics = topicsOf(scope).filter((topic) => chosen.includes(topic))
    const body: NewHook = { name: textIn(form, 'name'), url: textIn(form, 'url'), topics }
    const missing = missingIn(body)
    if (Object.keys(missing).length > 0) return refuse(missing)
    send(
      () => sendOnce(`hook ${scope} ${JSON.stringify(body)}`, (key) => toolApi.makeHook(scope, body, key)),
      onMade,
    )
  }
  return { tried, make }
}

/** The name of a tool, its address, and what it is told of. */
export const HookForm = (props: HookFormProps) => {
  const { tried, make } = useMaking(props)
  const form = useKeptForm(tried.problem)
  const topics = topicsOf(props.scope)
  return (
    <Form of={form} onSend={make}>
      <Messages tried={tried} refusals={hookRefusals} />
      <TextField
        id="name"
        label={words.name}
        hint={words.nameHint}
        autocomplete="off"
        maxLength={60}
        error={tried.errors.name}
        required
      />
      <TextField
        id="url"
        label={words.url}
        hint={words.urlHint}
        autocomplete="off"
        autocapitalize="none"
        error={tried.errors.url}
        required
      />
      <Choices
        id="topics"
        legend={words.what}
        options={topics.map((topic) => [topic, words.topics[topic]])}
        chosen={topics}
        many
        error={tried.errors.topics}
      />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {words.make}
      </button>
      <p role="status">{tried.working && words.working}</p>
    </Form>
  )
}
