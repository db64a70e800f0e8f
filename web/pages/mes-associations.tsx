import type { AssociationList } from '../../shared/contracts/association-views.ts'
import { useAnnouncement, useAnswer } from '../answers.ts'
import { associationApi } from '../association-client.ts'
import { AddForm } from '../components/association/add-form.tsx'
import { Unread } from '../components/notice/refusal.tsx'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { roleWords, associations as words } from '../messages/fr/associations.ts'
import type { Page, ViewProps } from '../page.ts'

const Mine = ({ associations }: AssociationList) => {
  useAnnouncement(words.title)
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      <p class="lead">{associations.length === 0 ? words.none : words.lead}</p>
      <ul class="plain belongings">
        {associations.map(({ id, name, role }) => (
          <li key={id} class="belonging">
            <a class="tall long-word" href={`/association?id=${id}`}>
              {name}
            </a>
            <p>{roleWords[role]}</p>
          </li>
        ))}
      </ul>
      <section class="stack">
        <h2>{words.add}</h2>
        <p>{words.addLead}</p>
        <AddForm onAdded={({ id }) => location.assign(`/association?id=${id}`)} />
      </section>
      <p>
        <a class="tall" href="/mes-reservations">
          {words.mine}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && 'mine', associationApi.listMine)
  if (loaded.state === 'here') return <Mine {...loaded.value} />
  if (loaded.state === 'refused' && loaded.problem.code === 'signed-out')
    return <SignIn title={words.title} lead={words.signInLead} onSignedIn={again} />
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
