import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import {
  type Action,
  atSite,
  type Grant,
  isAllowed,
  POLICY,
  type Resource,
  type Subject,
} from '../../shared/domain/rights.ts'
import { count, medianAndRange, type Section } from './section.ts'
import { medianOf } from './stage.ts'

type Asked = readonly [subject: Subject, action: Action, resource: Resource]

const ANNE = 'a'.repeat(20) as HolderId
const BRUNO = 'b'.repeat(20) as HolderId
const CLUB = 'c'.repeat(20) as HolderId
const HERE = { id: '09410A' as SiteId, departement: '51' }
const ELSEWHERE = { id: '01073A' as SiteId, departement: '01' }

const MEMBER: Grant = { role: 'member', scope: { kind: 'association', association: CLUB } }
const AGENT: Grant = { role: 'agent', scope: atSite(HERE.id) }
const MANAGER: Grant = { role: 'manager', scope: { kind: 'departement', departement: '51' } }
const NETWORK: Grant = { role: 'network', scope: { kind: 'network' } }
/** An agent who stands in for five colleagues. */
const FIVE_SITES = ['00001A', '00002A', '00003A', '00004A', '09410A'].map(
  (site): Grant => ({ role: 'mediator', scope: atSite(site as SiteId) }),
)

const SUBJECTS: readonly Subject[] = [
  { secondFactor: false, grants: [] },
  { id: ANNE, secondFactor: false, grants: [] },
  { id: BRUNO, secondFactor: false, grants: [MEMBER] },
  { id: BRUNO, secondFactor: false, grants: [AGENT] },
  ...[[AGENT], [MANAGER], [NETWORK], FIVE_SITES, [MEMBER, AGENT]].map((grants) => ({
    id: BRUNO,
    secondFactor: true,
    grants,
  })),
]

const RESOURCES: readonly Resource[] = [
  {},
  { owner: ANNE },
  { owner: ANNE, site: HERE },
  { owner: CLUB, bookedBy: BRUNO, site: HERE },
  { owner: ANNE, site: ELSEWHERE },
]

const ACTIONS = Object.keys(POLICY) as Action[]

/** All subjects, actions and resources. */
const MIX: readonly Asked[] = SUBJECTS.flatMap((subject) =>
  ACTIONS.flatMap((action) => RESOURCES.map((resource): Asked => [subject, action, resource])),
)

const ROUNDS = 500
const RUNS = 9

const nothing = (subject: Subject, _action: Action, _resource: Resource): boolean => subject.secondFactor

/** Nanoseconds a call; counting the answers keeps each call from being optimised away. */
const nanosecondsOf = (call: typeof isAllowed): number => {
  let allowed = 0
  const startedAt = performance.now()
  for (let round = 0; round < ROUNDS; round++)
    for (const [subject, action, resource] of MIX) if (call(subject, action, resource)) allowed += 1
  const took = performance.now() - startedAt
  if (allowed === 0) throw new Error('nobody may do anything')
  return (took * 1e6) / (ROUNDS * MIX.length)
}

const measured = (call: typeof isAllowed): number[] => {
  nanosecondsOf(call)
  return Array.from({ length: RUNS }, () => nanosecondsOf(call))
}

/** Cost of deciding who may do what, once grants and site are known. */
export const verdicts = async (): Promise<Section[]> => {
  const [decided, empty] = [measured(isAllowed), measured(nothing)]
  const each = medianOf(decided)
  const counts = [
    `${SUBJECTS.length} subjects`,
    `${ACTIONS.length} actions`,
    `${RESOURCES.length} resources`,
  ].join(', ')
  return [
    {
      title: `Verdicts over ${count(MIX.length)} questions: ${counts}`,
      figures: [
        {
          name: 'a verdict',
          goal: '≤ 1,000 ns',
          measured: `${medianAndRange(decided, (ns) => ns.toFixed(0))} ns`,
        },
        { name: 'verdicts a second, on one core', measured: count(Math.round(1e9 / each / 1000) * 1000) },
        {
          name: 'a call that decides nothing',
          measured: `${medianAndRange(empty, (ns) => ns.toFixed(1))} ns`,
        },
        { name: 'a verdict, in such calls', measured: (each / medianOf(empty)).toFixed(0) },
      ],
    },
  ]
}
