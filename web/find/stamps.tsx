import { DeskDrawing, RoomDrawing, WorkshopDrawing } from './drawings.tsx'
import { search } from './words/fr/search.ts'

const STAMPS = [
  { use: 'desk', Drawing: DeskDrawing, href: '/lieux?use=desk' },
  { use: 'room', Drawing: RoomDrawing, href: '/lieux?use=room' },
  { use: 'workshop', Drawing: WorkshopDrawing, href: '/ateliers' },
] as const

/** The three big choices, as postage stamps. */
export const Stamps = () => (
  <section class="stamps">
    <h2>{search.choicesTitle}</h2>
    <ul>
      {STAMPS.map(({ use, Drawing, href }) => (
        <li key={use}>
          <a class="stamp" href={href}>
            <Drawing />
            <span class="stamp-words">
              <strong>{search.choices[use].title}</strong>
              <span>{search.choices[use].detail}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </section>
)
