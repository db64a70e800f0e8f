import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { waitlistRoutes as routes } from '../../../shared/contracts/routes/waitlist.ts'
import { MyWaitlist, WaitlistEntryView } from '../../../shared/contracts/waitlist-views.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import type { WaitlistEntry } from '../../../shared/domain/waitlist.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { signedInFor } from '../../use-cases/booked-for.ts'
import { type JoinWaitlistRefusal, joinWaitlist } from '../../use-cases/join-waitlist.ts'
import { forMyAssociations } from '../../use-cases/read-association.ts'
import {
  describeWaitlistEntry,
  leaveWaitlist,
  listWaitlistEntries,
  readWaitlistEntry,
} from '../../use-cases/read-waitlist.ts'
import { viewOfWaitlistEntry } from '../views/waitlist-view.ts'

const refused = (c: Context, refusal: JoinWaitlistRefusal): Promise<Response> =>
  problem(
    c,
    refusal.kind === 'outside-opening' ? { ...refusal, open: refusal.open.map(formatRange) } : refusal,
  )

export const waitlistRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const answer = async (c: Context, status: 200 | 201, entry: WaitlistEntry) =>
    respond(c, status, WaitlistEntryView, viewOfWaitlistEntry(await describeWaitlistEntry(entry, deps)))
  return new Hono<SignedIn>()
    .post(
      routes.joinWaitlist.path,
      jsonOnly,
      withToken,
      idempotencyKey,
      validBody(routes.joinWaitlist.body),
      async (c) => {
        const { from, to, minutes, radius, for: person, as, ...request } = c.req.valid('json')
        const window = { start: from, end: to, quarters: minutes / 15 }
        const { token, idempotencyKey } = c.var
        const whose = signedInFor(token, { person, as })
        const command = { ...request, ...window, radiusKm: radius, whose, idempotencyKey }
        const result = await joinWaitlist(command, deps)
        return result.ok ? answer(c, 201, result.value) : refused(c, result.error)
      },
    )
    .get(routes.readWaitlistEntry.path, mine, validParam(routes.readWaitlistEntry.params), async (c) => {
      const seen = await readWaitlistEntry({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return seen
        ? respond(c, 200, WaitlistEntryView, viewOfWaitlistEntry(seen))
        : problem(c, { kind: 'not-found' })
    })
    .delete(routes.leaveWaitlist.path, mine, validParam(routes.leaveWaitlist.params), async (c) => {
      const result = await leaveWaitlist({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok ? answer(c, 200, result.value) : problem(c, result.error)
    })
    .get(routes.listMyWaitlist.path, mine, async (c) => {
      const { id: me } = c.get('holder')
      const waitsOf = async (holder: HolderId) =>
        (await listWaitlistEntries(holder, deps)).map(viewOfWaitlistEntry)
      const [waits, associations] = await Promise.all([
        waitsOf(me),
        forMyAssociations(me, async ({ id, name }) => ({ id, name, waits: await waitsOf(id) }), deps),
      ])
      return respond(c, 200, MyWaitlist, { waits, associations })
    })
}
