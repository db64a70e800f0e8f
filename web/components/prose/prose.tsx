import type { Block, Prose as ProseText } from '../../messages/fr/prose.ts'

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

/** A page of text. */
export const Prose = ({ text: { title, lead, sections } }: { text: ProseText }) => (
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
  </article>
)
