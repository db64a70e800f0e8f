import { Fragment } from 'preact'
import type { AvailabilityView, SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { freeOn } from '../availability/next-times.ts'
import { freeStretchesOf } from '../availability/proposed-times.ts'
import { WayIn } from '../availability/way-in.tsx'
import { spaceWords } from '../availability/words/fr/space.ts'
import { Amenities } from '../kit/amenities/amenities.tsx'
import { AMENITY_GROUPS } from '../kit/amenities/amenity-groups.ts'
import { Ribbon, RibbonLegend, RibbonScale } from '../kit/ribbon/ribbon.tsx'
import { amenityTitles } from '../kit/words/fr/amenity-words.ts'
import { priceWords } from '../kit/words/fr/price-words.ts'
import { ribbonWords } from '../kit/words/fr/ribbon.ts'
import { durationWords, fullDayWords, rangesWords } from '../kit/words/fr/time-words.ts'
import { unknownHours } from '../kit/words/fr/unknown-hours.ts'
import { SpaceOutline } from './space-outline.tsx'
import { SpaceTimes } from './space-times.tsx'
import { site as words } from './words/fr/site.ts'

type Day = AvailabilityView['days'][number]

const dayFree = (day: Day, space: SpaceView) =>
  freeStretchesOf(freeOn(day, space.id), space.uses.includes('desk') ? 1 : space.capacity)

const DayRibbon = ({ day, space, today }: { day: Day; space: SpaceView; today: string }) => {
  const { open = [], undecided } = day.spaces.find((each) => each.space === space.id) ?? {}
  const free = dayFree(day, space)
  const notOpen = undecided ? unknownHours : words.notLentThatDay
  const nothing = open.length > 0 ? words.nothingFree : notOpen
  return (
    <li>
      <p class="day-line">
        <span>
          {fullDayWords(day.date, today)}
          {day.holiday && `, ${spaceWords.holiday}`}
        </span>
        <span class={free.length > 0 ? 'free' : 'soft'}>
          {free.length > 0 ? `${ribbonWords.free} ${rangesWords(free)}` : nothing}
        </span>
      </p>
      <Ribbon counter={day.counter} open={open} free={free} />
    </li>
  )
}

const Equipment = ({ space: { amenities, features } }: { space: SpaceView }) => {
  const isOnSite = AMENITY_GROUPS.onSite.some((each) => amenities.includes(each))
  return (
    <>
      {AMENITY_GROUPS.access.some((each) => amenities.includes(each)) && (
        <>
          <dt class="wide">{amenityTitles.access}</dt>
          <dd class="wide">
            <Amenities of={amenities} among={AMENITY_GROUPS.access} />
          </dd>
        </>
      )}
      {(isOnSite || features.length > 0) && (
        <>
          <dt class="wide">{amenityTitles.onSite}</dt>
          <dd class="wide">
            <Amenities of={amenities} among={AMENITY_GROUPS.onSite} more={features} />
          </dd>
        </>
      )}
    </>
  )
}

const otherTermsWords = ({ longestMinutes, horizonDays, moreHours }: SpaceView['otherTerms'][number]) =>
  [
    longestMinutes && words.othersLonger(durationWords(longestMinutes)),
    horizonDays && words.othersEarlier(horizonDays),
    moreHours && words.othersHours,
  ]
    .filter(Boolean)
    .join(', ')

const Facts = ({ space }: { space: SpaceView }) => (
  <dl class="space-facts">
    <dt>{words.places}</dt>
    <dd>{words.lentAs(space.capacity, space.uses)}</dd>
    <Equipment space={space} />
    <dt>{words.duration}</dt>
    <dd>{words.conditions(durationWords(space.shortestMinutes), durationWords(space.longestMinutes))}</dd>
    {space.otherTerms.map((terms) => (
      <Fragment key={terms.public}>
        <dt>{words.others[terms.public]}</dt>
        <dd>{otherTermsWords(terms)}</dd>
      </Fragment>
    ))}
    <dt>{words.price}</dt>
    <dd>{priceWords(space.price)}</dd>
    <dt class="wide">{words.howIn}</dt>
    <dd class="wide">
      <WayIn access={space.access} />
    </dd>
  </dl>
)

type SpaceCardProps = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly week: AvailabilityView
}

/** A lent space in short, with a link to choose an hour; the rest and the week unfold. */
export const SpaceCard = ({ site, space, week }: SpaceCardProps) => (
  <SpaceOutline
    site={site.id}
    space={space}
    more={
      <details class="week">
        <summary class="tall">
          {words.more}
          <span class="for-readers">{words.chooseIn(space.name)}</span>
        </summary>
        <Facts space={space} />
        <h4>{words.weekTitle}</h4>
        <RibbonLegend />
        <RibbonScale />
        <ul>
          {week.days.map((day) => (
            <DayRibbon key={day.date} day={day} space={space} today={site.today} />
          ))}
        </ul>
      </details>
    }
  >
    <SpaceTimes site={site} space={space} week={week} />
  </SpaceOutline>
)
