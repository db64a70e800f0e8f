import { search } from '../../messages/fr/search.ts'
import { DeskDrawing, RoomDrawing, WorkshopDrawing } from './drawings.tsx'

const STAMPS = [
  { use: 'desk', Drawing: DeskDrawing },
  { use: 'room', Drawing: RoomDrawing },
  { use: 'workshop', Drawing: WorkshopDrawing },
] as const

/** The three big choices, as postage stamps. */
export const Stamps = () => (
  <section class="stamps">
    <h2>{search.choicesTitle}</h2>
    <ul>
      {STAMPS.map(({ use, Drawing }) => (
        <li key={use}>
          <a class="stamp" href={`/lieux?use=${use}`}>
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
