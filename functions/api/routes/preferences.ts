import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { PreferencesView } from '../../../shared/contracts/preference-views.ts'
import { preferenceRoutes as routes } from '../../../shared/contracts/routes/preferences.ts'
import type { Holder } from '../../../shared/domain/holder.ts'
import { languageOf } from '../../../shared/domain/language.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../dependencies.ts'
import { findSignedIn } from '../../http/caller.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { changePreferences, readPreferences, type Whose } from '../../use-cases/preferences.ts'

type Answered = Result<Holder, { readonly kind: 'link-unknown' }>

const answer = (c: Context, result: Answered) =>
  result.ok
    ? respond(c, 200, PreferencesView, {
        reminders: !result.value.noReminders,
        language: languageOf(result.value),
      })
    : problem(c, result.error)

export const preferenceRoutes = (deps: Dependencies) => {
  const whose = async (c: Context, token: string | undefined): Promise<Whose | undefined> => {
    if (token !== undefined) return { token }
    const holder = await findSignedIn(c, deps)
    return holder && { holder: holder.id }
  }
  return new Hono()
    .post(routes.readPreferences.path, jsonOnly, validBody(routes.readPreferences.body), async (c) => {
      const theirs = await whose(c, c.req.valid('json').token)
      return theirs ? answer(c, await readPreferences(theirs, deps)) : problem(c, { kind: 'signed-out' })
    })
    .patch(routes.changePreferences.path, jsonOnly, validBody(routes.changePreferences.body), async (c) => {
      const { token, ...change } = c.req.valid('json')
      const theirs = await whose(c, token)
      return theirs
        ? answer(c, await changePreferences(theirs, change, deps))
        : problem(c, { kind: 'signed-out' })
    })
    .get(routes.openPreferences.path, validParam(routes.openPreferences.params), (c) =>
      c.redirect(`/preferences#${c.req.valid('param').token}`, 303),
    )
    .post(routes.endReminders.path, validParam(routes.endReminders.params), async (c) => {
      const result = await changePreferences(c.req.valid('param'), { reminders: false }, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
}
