import { useState } from 'preact/hooks'
import type { PreferencesView } from '../../../shared/contracts/preference-views.ts'
import { LANGUAGES } from '../../../shared/domain/language.ts'
import { Choices } from '../../kit/field/choices.tsx'
import { Form } from '../../kit/form.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { OwnPage } from '../own-page.tsx'
import { preferencesApi, tokenOfLink } from '../preferences-client.ts'
import { preferenceRefusals, preferences as words } from '../words/fr/preferences.ts'

const OPTIONS = {
  reminders: [
    ['yes', words.withReminders],
    ['no', words.withoutReminders],
  ],
  language: LANGUAGES.map((each) => [each, words.languages[each]] as const),
} as const

const Saved = ({ reminders }: PreferencesView) => (
  <Notice tone="free" title={words.saved}>
    <p>{reminders ? words.savedWith : words.savedWithout}</p>
  </Notice>
)

type ChoosingProps = { readonly now: PreferencesView; readonly token: string | undefined }

const Choosing = ({ now, token }: ChoosingProps) => {
  const [saves, setSaves] = useState(0)
  const { problem, again, working, done, send } = useSend<PreferencesView>(() => setSaves(saves + 1))
  const save = (data: FormData) =>
    send(() =>
      preferencesApi.change(token, {
        reminders: data.get('reminders') === 'yes',
        language: data.get('language') === 'en' ? 'en' : 'fr',
      }),
    )
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      {problem && <Refusal problem={problem} refusals={preferenceRefusals} again={again} />}
      {done && <Saved key={saves} {...done} />}
      <p class="lead">{words.lead}</p>
      <Form onSend={save}>
        <Choices
          id="reminders"
          legend={words.reminders}
          options={OPTIONS.reminders}
          chosen={[now.reminders ? 'yes' : 'no']}
        />
        <Choices id="language" legend={words.language} options={OPTIONS.language} chosen={[now.language]} />
        <button class="button" type="submit" aria-disabled={working}>
          {words.save}
        </button>
        <p role="status">{working && words.saving}</p>
      </Form>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const token = query && tokenOfLink()
  const from = useAnswer(query && `of ${token}`, () => preferencesApi.read(token))
  const { loaded } = from
  if (loaded.state === 'refused' && loaded.problem.code === 'link-unknown')
    return (
      <div class="narrow stack">
        <h1>{words.title}</h1>
        <Refusal
          problem={loaded.problem}
          refusals={preferenceRefusals}
          remedies={{ 'sign-in': ['/connexion?next=/preferences', words.signIn] }}
        />
      </div>
    )
  return (
    <OwnPage title={words.title} lead={words.signInLead} from={from}>
      {(now) => <Choosing now={now} token={token} />}
    </OwnPage>
  )
}

export const page: Page = { title: words.title, enhanced: true, View }
