/** The addresses of the site, by room; the server shows `lieux.html` at `/lieux`. */
const PAGES_OF = {
  find: ['index', 'lieux', 'lieu'],
  map: ['carte'],
  booking: [
    'reserver',
    'coordonnees',
    'code',
    'accepter',
    'reservation',
    'bordereau',
    'mes-reservations',
    'deplacer',
    'annuler',
  ],
  series: ['repeter', 'serie'],
  waitlist: ['attendre', 'attente'],
  workshop: ['ateliers', 'atelier', 'inscription', 'modifier-atelier'],
  planner: ['planifier'],
  mediator: ['ma-semaine', 'absence'],
  today: ['aujourd-hui'],
  attendance: ['presences'],
  people: ['connexion', 'code-recu', 'mes-connexions', 'preferences'],
  calendars: ['agendas'],
  privacy: ['mes-donnees', 'confidentialite'],
  association: ['mes-associations', 'association'],
  rights: ['equipe', 'droits', 'journal', 'invitation'],
  tools: ['outils', 'outil'],
  membership: ['adherents'],
  figures: ['chiffres'],
  counter: [
    'planning',
    'traiter',
    'demandes',
    'copier',
    'guichet',
    'retrouver',
    'telephone',
    'feuille',
    'borne',
  ],
  doors: ['codes-de-porte', 'cles'],
  closure: ['fermer', 'fermeture'],
  lending: [
    'locaux',
    'espaces',
    'espace',
    'regles',
    'clavier',
    'agenda-exterieur',
    'preter',
    'ne-plus-preter',
  ],
  proposals: ['idees', 'proposer'],
  reference: ['api'],
  about: ['404', 'indisponible', 'sans-reseau', 'accessibilite', 'mentions-legales'],
} as const

export type PageName = (typeof PAGES_OF)[keyof typeof PAGES_OF][number]

/** A page as its address names it; each site has one under `lieu`. */
export type PagePath = PageName | `lieu/${string}`

const FILES = new Map<PageName, string>(
  Object.entries(PAGES_OF).flatMap(([room, names]) =>
    names.map((name) => [name, `${room}/pages/${name}.tsx`] as const),
  ),
)

export const PAGES: readonly PageName[] = [...FILES.keys()]

/** The source of a page, relative to `web/`. */
export const pageFile = (name: PageName): string => FILES.get(name) ?? ''

/** What search engines may show beside the pages of sites: all else is for staff, of one person or of one moment. */
export const FOUND_BY_ALL: readonly PageName[] = [
  'index',
  'lieux',
  'carte',
  'ateliers',
  'api',
  'accessibilite',
  'mentions-legales',
  'confidentialite',
]
