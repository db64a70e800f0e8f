import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { WayIn } from '../availability/way-in.tsx'
import { phoneAddress } from '../kit/phone-address.ts'
import { common } from '../kit/words/fr/common.ts'
import { communeWords, dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { workshop as words } from './words/fr/workshops.ts'

/** When, where and with whom. */
export const WorkshopFacts = ({ workshop }: { workshop: WorkshopView }) => {
  const { site, space, date, start, end, mediatorName } = workshop
  const phone = site.phone ?? common.helpNumber
  return (
    <dl class="workshop-facts">
      <dt>{words.day}</dt>
      <dd>{dayWords(date, new Date().toISOString())}</dd>
      <dt>{words.hours}</dt>
      <dd>{rangeWords(start, end)}</dd>
      <dt>{words.where}</dt>
      <dd>
        <a href={`/lieu?id=${site.id}`}>{site.name}</a>
        <br />
        {site.address && `${site.address}, `}
        {communeWords(site)}
      </dd>
      <dt>{words.space}</dt>
      <dd>{space.name}</dd>
      <dt>{words.howIn}</dt>
      <dd>
        <WayIn access={space.access} />
      </dd>
      <dt>{words.mediator}</dt>
      <dd class="long-word">{mediatorName}</dd>
      <dt>{words.phone}</dt>
      <dd>
        <a href={phoneAddress(phone)}>{phone}</a>
      </dd>
    </dl>
  )
}
