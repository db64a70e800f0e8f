const WEEKDAY_NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** Days of the week, Monday is 1: `du lundi au vendredi`. */
export const daysWords = (weekdays: readonly number[]): string => {
  const days = [...weekdays].sort()
  if (days.length === 7) return 'tous les jours'
  if (days.join() === '1,2,3,4,5') return 'du lundi au vendredi'
  if (days.join() === '1,2,3,4,5,6') return 'du lundi au samedi'
  return new Intl.ListFormat('fr-FR').format(days.map((day) => `le ${WEEKDAY_NAMES[day - 1]}`))
}
