/** The set-up of a shared office in the idle hours of weekdays, as a page writes it. */
export const aSetUp = (changes: Record<string, unknown> = {}) => ({
  name: 'Bureau partagé',
  capacity: 4,
  uses: ['desk'],
  workshops: false,
  amenities: ['wifi'],
  features: [],
  access: { kind: 'open' },
  openings: [
    {
      basis: 'idle',
      start: '08:00',
      end: '19:00',
      weekdays: [1, 2, 3, 4, 5],
      from: '2026-11-21',
      onHolidays: false,
    },
  ],
  limits: { noticeMinutes: 30, horizonDays: 60, shortestMinutes: 60, longestMinutes: 600 },
  buffers: { beforeMinutes: 0, afterMinutes: 0 },
  parts: [],
  ...changes,
})

const MORNING = [['08:30', '12:00']]

/** A key at the town hall, in the morning but on Tuesdays. */
export const BY_KEY = {
  kind: 'key-holder',
  keeper: {
    name: 'Mairie de Montmirail',
    address: '1 place Rémy Petit',
    hours: [MORNING, [], MORNING, MORNING, MORNING, [], []],
  },
}

export const fixedOpening = (start: string, end: string, changes: Record<string, unknown> = {}) => ({
  basis: 'fixed',
  start,
  end,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from: '2026-11-01',
  onHolidays: true,
  ...changes,
})
