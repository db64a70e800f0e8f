import type { Page } from '../../kit/page.ts'
import { type Group, type Member, type Operation, reference } from '../reference.ts'
import { referenceWords as words } from '../words/fr/reference.ts'

const Members = ({ title, members }: { title: string; members: readonly Member[] }) =>
  members.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {members.map(({ name, type, required, description }) => (
          <li key={name}>
            <code>{required ? name : `${name}?`}</code>: {type}
            {description && `. ${description}`}
          </li>
        ))}
      </ul>
    </>
  )

const Described = ({ operation }: { operation: Operation }) => (
  <section id={operation.id}>
    <h3>
      <a href={`#${operation.id}`}>
        {operation.method} {operation.path}
      </a>
    </h3>
    <p>
      {operation.summary}. {operation.whoMay}
    </p>
    <Members title="Parameters" members={operation.parameters} />
    <Members title="Body" members={operation.body} />
    <p>
      Answer: {operation.answer}
      {operation.codes.length > 0 && `. Refusals: ${operation.codes.join(', ')}`}
    </p>
    <pre class="prose-lines">{operation.curl}</pre>
  </section>
)

const anchorOf = ({ name }: Group): string => `group-${name.toLowerCase()}`

const Contents = ({ groups }: { groups: readonly Group[] }) => (
  <nav aria-label={words.groups}>
    <ul lang="en">
      {groups.map((group) => (
        <li key={group.name}>
          <a href={`#${anchorOf(group)}`}>{group.name}</a>: {group.description}
        </li>
      ))}
    </ul>
  </nav>
)

const View = () => {
  const groups = reference()
  return (
    <article class="prose">
      <h1>{words.title}</h1>
      <p class="lead">
        {words.lead} {words.inEnglish}
      </p>
      <section>
        <h2>{words.files}</h2>
        <ul>
          <li>
            <a href="/api/openapi.json">{words.document}</a>
          </li>
          <li>
            <a href="/api/public/open-data/datapackage.json">{words.data}</a>
          </li>
          <li>
            {words.assistants}
            <code>/api/mcp</code>
          </li>
        </ul>
      </section>
      <section>
        <h2>{words.start}</h2>
        <p>{words.startText}</p>
        <pre class="prose-lines">RESTANTE=https://restante.example</pre>
      </section>
      <Contents groups={groups} />
      <div lang="en" class="prose">
        {groups.map((group) => (
          <section key={group.name} id={anchorOf(group)}>
            <h2>{group.name}</h2>
            <div class="prose">
              {group.operations.map((operation) => (
                <Described key={operation.id} operation={operation} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </article>
  )
}

export const page: Page = { title: words.page, description: words.description, enhanced: false, View }
