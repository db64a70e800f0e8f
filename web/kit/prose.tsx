import { Postmark } from './postmark/postmark.tsx'
import { common } from './words/fr/common.ts'

/** A paragraph, or a list of points. */
type Block = string | readonly string[]

export type ProseText = {
  readonly page: string
  readonly title: string
  readonly lead: string
  /** The postmark beside the text; with one, a button leads home. */
  readonly postmark?: { readonly place: string; readonly lines: readonly [string, string] }
  readonly sections: readonly { readonly title: string; readonly blocks: readonly Block[] }[]
}

const Paragraph = ({ block }: { block: Block }) =>
  typeof block === 'string' ? (
    <p>{block}</p>
  ) : (
    <ul>
      {block.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )

const Text = ({ text: { title, lead, sections, postmark } }: { text: ProseText }) => (
  <article class="prose">
    <h1>{title}</h1>
    <p class="lead">{lead}</p>
    {sections.map((section) => (
      <section key={section.title}>
        <h2>{section.title}</h2>
        {section.blocks.map((block) => (
          <Paragraph key={String(block)} block={block} />
        ))}
      </section>
    ))}
    {postmark && (
      <p>
        <a class="button" href="/">
          {common.backHome}
        </a>
      </p>
    )}
  </article>
)

/** A page of text, with a postmark where it is bad news. */
export const Prose = ({ text }: { text: ProseText }) =>
  text.postmark ? (
    <div class="split prose-marked">
      <Text text={text} />
      <Postmark {...text.postmark} base={common.brand} />
    </div>
  ) : (
    <Text text={text} />
  )
