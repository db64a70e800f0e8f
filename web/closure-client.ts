import type { ClosurePreview, ClosureReportView, NewClosure } from '../shared/contracts/closure-views.ts'
import { type Answer, asker, type Fetch } from './api-client.ts'

/** A closure of many people may need several goes; each goes on where the last one stopped. */
const MOST_GOES = 20

/** Taking a place back for a time. */
export const createClosureClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const site = (id: string) => `/sites/${encodeURIComponent(id)}`
  const untilDone = async (go: () => Promise<Answer<ClosureReportView>>): Promise<Answer<ClosureReportView>> => {
    let answer = await go()
    for (let goes = 1; goes < MOST_GOES && answer.ok && /ing$/.test(answer.value.state); goes++) answer = await go()
    return answer
  }
  const one = (place: string, id: string) => `${site(place)}/closures/${encodeURIComponent(id)}`
  return {
    preview: (place: string, body: NewClosure) =>
      ask<ClosurePreview>({ method: 'POST', path: `${site(place)}/closure-preview`, body }),
    close: (place: string, body: NewClosure, key: string) =>
      untilDone(() => ask({ method: 'POST', path: `${site(place)}/closures`, body, key })),
    read: (place: string, id: string) => ask<ClosureReportView>({ path: one(place, id) }),
    reopen: (place: string, id: string) => untilDone(() => ask({ method: 'DELETE', path: one(place, id) })),
  }
}

export const closureApi = createClosureClient((path, init) => fetch(path, init))
