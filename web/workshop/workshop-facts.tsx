import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { WayIn } from '../availability/way-in.tsx'
import { langOfStaff } from '../kit/language-here.ts'
import { localToday } from '../kit/local-text.ts'
import { phoneAddress } from '../kit/phone-address.ts'
import { common } from '../kit/words/fr/common.ts'
import { communeWords, dayWords, listWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { languages, themes } from './words/fr/themes.ts'
import { workshop as words } from './words/fr/workshops.ts'

/** When and where, said before anybody signs up. */
export const WorkshopWhen = ({ workshop: { site, date, start, end } }: { workshop: WorkshopView }) => (
  <div class="workshop-place">
    <p class="lead workshop-when">
      {dayWords(date, localToday())}, {rangeWords(start, end)}
    </p>
    <p>
      <a class="tall" href={`/lieu/${site.id}`}>
        {site.name}
      </a>
      <br />
      {site.address && `${site.address}, `}
      {communeWords(site)}
    </p>
  </div>
)

/** What it is about, and what it asks of people. */
const About = ({ workshop: { theme, bring, languages: spoken = [] } }: { workshop: WorkshopView }) => (
  <>
    {bring && (
      <>
        <dt>{words.bring}</dt>
        <dd class="long-word" lang={langOfStaff()}>
          {bring}
        </dd>
      </>
    )}
    {theme && (
      <>
        <dt>{words.theme}</dt>
        <dd>{themes[theme]}</dd>
      </>
    )}
    {spoken.length > 0 && (
      <>
        <dt>{words.languages}</dt>
        <dd>{spoken.map((each) => languages[each]).join(', ')}</dd>
      </>
    )}
  </>
)

/** How to get in, and with whom. */
export const WorkshopFacts = ({ workshop }: { workshop: WorkshopView }) => {
  const { site, space, mediatorName, otherMediators = [] } = workshop
  const phone = site.phone ?? common.helpNumber
  return (
    <dl class="workshop-facts">
      <About workshop={workshop} />
      <dt>{words.space}</dt>
      <dd>{space.name}</dd>
      <dt class="wide">{words.howIn}</dt>
      <dd class="wide">
        <WayIn access={space.access} />
      </dd>
      <dt>{words.mediator}</dt>
      <dd class="long-word">{listWords([mediatorName, ...otherMediators])}</dd>
      <dt>{words.phone}</dt>
      <dd>
        <a href={phoneAddress(phone)}>{phone}</a>
      </dd>
    </dl>
  )
}
