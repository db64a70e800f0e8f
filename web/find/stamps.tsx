import { addressHere } from '../kit/address-here.ts'
import { DeskDrawing, RoomDrawing, WorkshopDrawing } from './drawings.tsx'
import { resultsAddress, type Wanted } from './wanted.ts'
import { home } from './words/fr/home.ts'

const STAMPS = [
  { use: 'desk', Drawing: DeskDrawing, page: '/lieux', wanted: { use: 'desk' } },
  { use: 'room', Drawing: RoomDrawing, page: '/lieux', wanted: { use: 'room' } },
  { use: 'workshop', Drawing: WorkshopDrawing, page: '/ateliers', wanted: {} },
] as const

/** A place that is typed already comes along. */
const withTyped =
  (wanted: Wanted, page: string) => (event: { readonly currentTarget: HTMLAnchorElement }) => {
    const field = document.getElementById('q') as HTMLInputElement | null
    const q = field?.value.trim()
    event.currentTarget.href = addressHere(resultsAddress({ ...(q && { q }), ...wanted }, page))
  }

/** The three big choices, as postage stamps. */
export const Stamps = () => (
  <section class="stamps">
    <h2>{home.choicesTitle}</h2>
    <ul>
      {STAMPS.map(({ use, Drawing, page, wanted }) => (
        <li key={use}>
          <a class="stamp" href={resultsAddress(wanted, page)} onClick={withTyped(wanted, page)}>
            <Drawing />
            <span class="stamp-words">
              <strong>{home.choices[use].title}</strong>
              <span>{home.choices[use].detail}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </section>
)
