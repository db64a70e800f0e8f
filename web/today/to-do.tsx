import type { SiteToday } from '../../shared/contracts/today-views.ts'
import { calls as callWords } from '../counter/words/fr/calls.ts'
import { phoneAddress } from '../kit/phone-address.ts'
import { dayWords, momentWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { today as words } from './words/fr/today.ts'

type Requests = NonNullable<SiteToday['requests']>
type Calls = NonNullable<SiteToday['calls']>

const Request = ({ held }: { held: Requests['first'][number] }) => (
  <li class="today-line">
    <p>
      <strong class="long-word">{held.holderName}</strong>
      <span class="today-facts">
        {held.space.name}, {dayWords(held.date)}, {rangeWords(held.start, held.end)}
      </span>
      <span class="soft today-facts">{words.before(momentWords(held.until))}</span>
    </p>
  </li>
)

const Call = ({ call: { holderName, phone, news } }: { call: Calls['first'][number] }) => (
  <li class="today-line">
    <p>
      <strong class="long-word">{words.toCall(holderName)}</strong>
      <span class="today-facts">{callWords.says({ news })}</span>
    </p>
    {phone && (
      <p class="today-act">
        <a class="tall" href={phoneAddress(phone)}>
          {phone.replace(/\s/g, '\u00A0')}
        </a>
      </p>
    )}
  </li>
)

const NONE = { count: 0, first: [] }

/** What awaits an answer and who is to be called; the page of the site where both are done is one tap away. */
export const ToDo = ({ site: { id, name, requests = NONE, calls = NONE } }: { site: SiteToday }) => {
  const left = requests.count + calls.count - requests.first.length - calls.first.length
  if (requests.count + calls.count === 0) return <p>{words.nothing}</p>
  const act = requests.count === 0 ? words.call : calls.count === 0 ? words.answer : words.both
  return (
    <>
      <ul class="plain today-lines">
        {requests.first.map((each) => (
          <Request key={each.id} held={each} />
        ))}
        {calls.first.map((each) => (
          <Call key={each.holder} call={each} />
        ))}
        {left > 0 && <li class="today-line">{words.more(left)}</li>}
      </ul>
      <p>
        <a class="button" href={`/demandes?lieu=${id}`}>
          {act}
          <span class="for-readers">{words.of(name)}</span>
        </a>
      </p>
    </>
  )
}
