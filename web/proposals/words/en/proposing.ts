import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/proposing.ts'

export const proposing = {
  page: 'Suggest a use',
  title: 'What would you do with this space?',
  leads: {
    site: 'Your idea goes to the team in charge of this post office. They will answer by email.',
    office:
      'Nobody is in charge here. Your idea goes to the main post office it belongs to, which will answer by email.',
    departement:
      'Nobody is in charge here. Your idea goes to the team of the département, who will answer by email.',
    network: 'Nobody is in charge here. Your idea goes to the team of the network, who will answer by email.',
  },
  nobody: 'Nobody could answer you',
  nobodyLead:
    'Nobody is in charge of this post office yet, and nobody answers for it: ideas cannot be sent for now.',
  idea: 'Your idea',
  ideaHint: 'In a few sentences, in French if you can: a desk to work at, a room for your association…',
  audience: 'Who it is for',
  times: 'When',
  timesHint: 'For example: Wednesday afternoons.',
  ideaMissing: 'Enter your idea.',
  audienceMissing: 'Say who it is for.',
  timesMissing: 'Say when.',
  submit: 'Send my idea',
  working: 'One moment, we are sending it…',
  done: 'Your idea is sent',
  doneLead: 'It will be read, and the answer will reach you by email.',
  backToSite: 'Back to the post office',
  signIn: 'So that you can get an answer, sign in first: we will send you a code by email.',
  signInLink: 'Sign in',
  saveName: 'Save my name',
  link: 'Suggest a use for this post office',
} satisfies Translation<typeof fr.proposing>

export const proposals = {
  page: 'Ideas',
  title: 'What people suggest',
  none: 'Nobody has suggested anything yet.',
  by: (name: string, day: string) => `${name}, on ${day}`,
  audience: 'Who it is for',
  times: 'When',
  status: { asked: 'No answer yet', accepted: 'Accepted', declined: 'Not accepted', withdrawn: 'Withdrawn' },
  answer: 'Your answer',
  answerHint: 'The person gets it by email.',
  missing: 'Enter your answer.',
  accept: 'Accept this idea',
  decline: 'Do not accept it',
  answered: 'Answer sent.',
} satisfies Translation<typeof fr.proposals>

export const ownProposals = {
  title: 'Your ideas',
  none: 'You have not suggested anything yet.',
  lead: 'Find a post office: its page has a link to suggest a use.',
  search: 'Find a post office',
  made: (day: string) => `Suggested on ${day}`,
  answer: 'The answer of the post office',
  withdraw: 'Withdraw this idea',
  withdrawOf: (site: string) => `: ${site}`,
  withdrawn: 'Your idea is withdrawn.',
} satisfies Translation<typeof fr.ownProposals>

export const withdrawingRefusals = {
  changed: {
    title: 'The post office has just answered you',
    says: () => 'This idea can no longer be withdrawn: read the answer.',
    remedy: 'again',
  },
} satisfies Translation<typeof fr.withdrawingRefusals>

export const proposalRefusals = {
  changed: {
    title: 'Somebody else has just answered it',
    says: () => 'Read the answer as it is now.',
    remedy: 'again',
  },
  'too-many-proposals': {
    title: 'You have already suggested several uses',
    says: () => 'Wait for an answer to one of them, then suggest this one.',
    remedy: 'search',
  },
  'too-many-proposals-today': {
    title: 'You have already suggested a lot today',
    says: () => 'You can suggest this one tomorrow.',
    remedy: 'search',
  },
  'nobody-in-charge': {
    title: proposing.nobody,
    says: () => proposing.nobodyLead,
    remedy: 'search',
  },
} satisfies Translation<typeof fr.proposalRefusals>
