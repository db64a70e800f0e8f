import type { NavName } from './nav-entries.ts'

/** Strokes on a grid of 24. */
const PATHS = {
  'aujourd-hui': 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2',
  planning: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V6m7-2.5V6M8 14.5h3m2.5 0h3',
  guichet: 'M3 20.5h18M5 20.5v-6h14v6M8.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 0 0-7 0',
  demandes: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  telephone: 'M6 3.5l3.5 1 1 4-2.2 1.8a12 12 0 0 0 5.4 5.4l1.8-2.2 4 1 1 3.5c-8.5 3-17.5-6-14.5-14.5',
  fermer: 'M5 10.5h14v10H5zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2.5',
  'ma-semaine': 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V6m7-2.5V6M9 15.2l2.2 2.2 4-4',
  cles: 'M4 15a4 4 0 1 0 8 0 4 4 0 0 0-8 0M11 12l8.5-8.5M15.5 7.5l3 3',
  locaux: 'M4 20.5V9l8-5.5L20 9v11.5zM10 20.5v-6h4v6',
  equipe: 'M12 20.5c4-4.3 6-7.5 6-10.5a6 6 0 0 0-12 0c0 3 2 6.2 6 10.5M10 10.3a2 2 0 1 0 4 0 2 2 0 0 0-4 0',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const satisfies Partial<Record<NavName | 'more', string>>

/** In the page itself, so that no script carries the drawings. */
export const NavDrawings = () => (
  <svg class="nav-drawings" width="0" height="0" aria-hidden="true">
    {Object.entries(PATHS).map(([name, path]) => (
      <symbol key={name} id={`nav-${name}`} viewBox="0 0 24 24">
        <path d={path} />
      </symbol>
    ))}
  </svg>
)

/** A drawing beside the words, which say the same. */
export const NavIcon = ({ name }: { name: NavName | 'more' }) => (
  <svg class="nav-icon" aria-hidden="true">
    <use href={`#nav-${name}`} />
  </svg>
)
