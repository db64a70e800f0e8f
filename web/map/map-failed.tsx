import { sheet } from './words/fr/map.ts'

type MapFailedProps = { readonly again: () => void; readonly words?: string }

export const MapFailed = ({ again, words = sheet.failed }: MapFailedProps) => (
  <div class="stack" role="status">
    <p>{words}</p>
    <button class="button quiet alone" type="button" onClick={again}>
      {sheet.again}
    </button>
  </div>
)

export const mapFailed = (again: () => void) => <MapFailed again={again} />
