import { isHeld } from '../../../../../shared/domain/booking-state.ts'
import { mediatorsOf, namesOfMediators } from '../../../../../shared/domain/mediators.ts'
import type { Workshop } from '../../../../../shared/domain/workshop.ts'
import { isAtAnotherTime, isMoved } from '../../../../../shared/domain/workshop-edit.ts'
import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/workshop-changed-message.ts'
import { hourWords, momentWords, textOf } from './messages.ts'

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' })

type ChangedWorkshop = Parameters<typeof fr.workshopChangedMessage>[1]

/** One workshop, or several; those of a permanence are known as appointments. */
const SINGLE = {
  name: 'workshop',
  is: 'It is',
  changes: 'changes',
  led: 'It is now led by',
  same: 'The time and the place',
}
const SEVERAL = {
  ...SINGLE,
  name: 'workshops',
  is: 'They are',
  changes: 'change',
  led: 'They are now led by',
}
const APPOINTMENTS = {
  ...SEVERAL,
  name: 'appointments',
  led: 'They are now with',
  same: 'The times and the place',
}

type Named = typeof SINGLE

const wordsOf = ({ appointments }: Workshop): Named => (appointments ? APPOINTMENTS : SINGLE)

const newWords = ({ workshop, before }: ChangedWorkshop, words: Named): string[] => [
  ...(workshop.title === before.title ? [] : [`${words.is} now called “${workshop.title}”.`]),
  ...(namesOfMediators(workshop) === namesOfMediators(before)
    ? []
    : [`${words.led} ${names.format(mediatorsOf(workshop).map(({ name }) => name))}.`]),
]

const timeWords = ({ date, start, end }: Pick<Workshop, 'date' | 'start' | 'end'>): string =>
  `${dateWords(date)}, from ${hourWords(start)} to ${hourWords(end)}`

const whenWords = ({ workshop, before, site, space, part }: ChangedWorkshop): string[] => {
  const where = [...(space ? [space] : []), site.name].join(', ')
  if (!isMoved(before, workshop))
    return [
      `${wordsOf(workshop).same} stay the same: ${timeWords(part.kind === 'comes' ? part.seat : workshop)}, ${site.name}.`,
    ]
  if (workshop.appointments && part.kind === 'comes')
    return [`Your appointment: ${timeWords(part.seat)}. ${where}.`]
  return [
    isAtAnotherTime(before, workshop)
      ? `Before: ${timeWords(before)}.`
      : 'It is in another room, at the same time.',
    `Now: ${timeWords(workshop)}. ${where}.`,
  ]
}

const partWords = ({ workshop, before, site, part }: ChangedWorkshop, origin: string): string[] => {
  const see = `See the ${wordsOf(workshop).name}: ${origin}/atelier?id=${workshop.id}`
  if (part.kind === 'comes' && isHeld(part.seat))
    return [
      `A seat is offered to you there. Say before ${momentWords(part.seat.until, site)} whether you take it: ${origin}/reservation?id=${part.seat.id}`,
    ]
  if (isMoved(before, workshop) && part.kind === 'comes')
    return [
      `Your seat is kept for you: ${origin}/reservation?id=${part.seat.id}`,
      `Can you no longer come? Give it back, and somebody else will have it: ${origin}/annuler?id=${part.seat.id}`,
    ]
  return [
    ...(isMoved(before, workshop) && part.kind === 'waits'
      ? ['You keep your place on the waiting list.']
      : []),
    see,
  ]
}

export const workshopChangedMessage: typeof fr.workshopChangedMessage = (to, changed, origin) => {
  const { workshop, before, site } = changed
  const words = wordsOf(workshop)
  return {
    to,
    subject: `News of your ${words.name}: ${dateWords(workshop.date)}, ${site.name}`,
    text: textOf(
      'Hello,',
      `The ${words.name} “${before.title}” ${words.changes}.`,
      ...newWords(changed, words),
      ...whenWords(changed),
      ...partWords(changed, origin),
    ),
  }
}

const cyclePlaceWords = ({ workshop, before, space }: ChangedWorkshop): string[] => [
  ...(before.start === workshop.start && before.end === workshop.end
    ? []
    : [`They are now from ${hourWords(workshop.start)} to ${hourWords(workshop.end)}.`]),
  ...(before.space === workshop.space || !space ? [] : [`They are now in this room: ${space}.`]),
]

export const cycleChangedMessage: typeof fr.cycleChangedMessage = (to, changed, origin) => {
  const { workshop, before, site, part } = changed
  const words = workshop.appointments ? APPOINTMENTS : SEVERAL
  const from = dateWords(workshop.act?.from ?? workshop.date)
  return {
    to,
    subject: `News of your ${words.name}, from ${from} on: ${site.name}`,
    text: textOf(
      'Hello,',
      `The ${words.name} “${before.title}” ${words.changes}, from ${from} on.`,
      ...newWords(changed, words),
      ...cyclePlaceWords(changed),
      part.kind === 'leads'
        ? `Each date as it is now: ${origin}/ma-semaine`
        : `Each date as it is now, and how to give your seat back: ${origin}/mes-reservations`,
    ),
  }
}
