import type { AssociationList } from '../../../shared/contracts/association-views.ts'
import { goTo } from '../../kit/go.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { OwnPage } from '../../people/own-page.tsx'
import { AddForm } from '../add-form.tsx'
import { associationApi } from '../association-client.ts'
import { roleWords, associations as words } from '../words/fr/associations.ts'

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
        <AddForm onAdded={({ id }) => goTo(`/association?id=${id}`)} />
      </section>
      <p>
        <a class="tall" href="/mes-reservations">
          {words.mine}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <OwnPage
    title={words.title}
    lead={words.signInLead}
    from={useAnswer(query && 'mine', associationApi.listMine)}
  >
    {(mine) => <Mine {...mine} />}
  </OwnPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
