export const ribbonWords = {
  free: 'libre',
  open: 'pris ou passé',
  counter: 'guichet ouvert',
  shut: 'fermé',
} as const
