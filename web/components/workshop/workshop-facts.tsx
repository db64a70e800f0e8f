import type { WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import { common } from '../../messages/fr/common.ts'
import { site as siteWords } from '../../messages/fr/site.ts'
import { workshop as words } from '../../messages/fr/workshops.ts'
import { communeWords, dayWords, rangeWords } from '../../time-words.ts'

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
      <dd>{space.access.note ?? siteWords.access[space.access.kind]}</dd>
      <dt>{words.mediator}</dt>
      <dd class="long-word">{mediatorName}</dd>
      <dt>{words.phone}</dt>
      <dd>
        <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>
      </dd>
    </dl>
  )
}
