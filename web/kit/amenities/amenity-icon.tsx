import type { Amenity } from '../../../shared/domain/space.ts'

/** Lines of 2 on a square of 24. */
const PATHS: Readonly<Record<Amenity, string>> = {
  'step-free': 'M9 3.5h.01M9 7v6h6l3 6 2-1M9 9.5h5M6.5 11a5 5 0 1 0 6.8 6.5',
  'accessible-parking': 'M3 3h18v18H3zM9.5 17V7h3.5a3 3 0 0 1 0 6H9.5',
  'accessible-toilets': 'M7 3.5h.01M7 7v6h5l3 6M7 9.5h4M4.7 11.6A4.5 4.5 0 1 0 11 17M18 3v18M18 3h3M18 9h3',
  'hearing-loop':
    'M6 9a6 6 0 0 1 12 0c0 4-4 4.5-4 8a3.5 3.5 0 0 1-6.5 1.8M9.5 9a2.5 2.5 0 0 1 5 0c0 2-2 2-2 4M3 21 21 3',
  parking: 'M5 17h14v-5l-2-5H7l-2 5zM5 12h14M7 17v2M17 17v2M8 14.5h.01M16 14.5h.01',
  toilets: 'M7 4h.01M17 4h.01M5 8h4v6H5zM6 14v6M8 14v6M17 8l-3 7h6zM16 15v5M18 15v5M12 3v18',
  wifi: 'M3 9a13 13 0 0 1 18 0M6 13a8.5 8.5 0 0 1 12 0M9 16.5a4 4 0 0 1 6 0M12 20h.01',
  computers: 'M4 5h16v10H4zM2 19h20M9 15v4M15 15v4',
  printer: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  screen: 'M3 4h18v12H3zM8 20h8M12 16v4',
  projector: 'M3 8h18v9H3zM6 17v3M18 17v3M15 9.5a3 3 0 1 0 .01 0M6 12h3',
  whiteboard: 'M3 4h18v12H3zM7 20l2-4M17 20l-2-4M7 12l3-4 3 3 3-4',
  kitchen: 'M6 3v6a2.5 2.5 0 0 0 5 0V3M8.5 3v18M17 3c-3 3-3 8 0 9zM17 12v9',
  coffee: 'M4 8h13v7a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM17 10h2a2 2 0 0 1 0 5h-2M8 2v3M13 2v3',
}

/** Beside words that say the same. */
export const AmenityIcon = ({ of }: { readonly of: Amenity }) => (
  <svg class="amenity-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[of]} />
  </svg>
)
