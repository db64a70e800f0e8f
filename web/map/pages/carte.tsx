import type { NetworkMapView } from '../../../shared/contracts/network-map-views.ts'
import { Later } from '../../kit/later.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { Loading } from '../../kit/loading.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { DepartementTable } from '../departement-table.tsx'
import { mapApi } from '../map-client.ts'
import { mapFailed } from '../map-failed.tsx'
import { country } from '../words/fr/map.ts'

const load = async () => (await import('../network-picture.tsx')).NetworkPicture

type Counts = NetworkMapView['departements']

const sumOf = (counts: Counts, each: 'points' | 'lent' | 'idle'): number =>
  counts.reduce((sum, count) => sum + count[each], 0)

const sentenceOf = ({ departements: counts }: NetworkMapView): string =>
  country.sentence(sumOf(counts, 'points'), sumOf(counts, 'lent'), sumOf(counts, 'idle'))

const Network = ({ network }: { readonly network: NetworkMapView }) => {
  const sentence = sentenceOf(network)
  useAnnouncement(sentence)
  return (
    <>
      <p>{sentence}</p>
      <section>
        <h2 class="for-readers">{country.mapTitle}</h2>
        <Later failed={mapFailed} load={load} props={{ network }} />
      </section>
      <section class="stack">
        <h2>{country.tableTitle}</h2>
        <DepartementTable counts={network.departements} />
      </section>
    </>
  )
}

const Answered = () => {
  const from = useAnswer('all', () => mapApi.readNetworkMap())
  return <Loaded from={from}>{(network) => <Network network={network} />}</Loaded>
}

const View = ({ query }: ViewProps) => (
  <div class="stack">
    <h1>{country.title}</h1>
    <p class="lead">{country.lead}</p>
    {query ? <Answered /> : <Loading />}
  </div>
)

export const page: Page = { title: country.page, description: country.lead, enhanced: true, View }
