import type { ClosureReportView, NewClosure } from '../../shared/contracts/closure-views.ts'
import { type Answer, ask } from '../kit/api-client.ts'

/** A closure of many people may need several goes; each goes on where the last one stopped. */
const MOST_GOES = 20
const UNFINISHED: readonly ClosureReportView['state'][] = ['closing', 'reopening']

const untilDone = async (
  go: () => Promise<Answer<ClosureReportView>>,
): Promise<Answer<ClosureReportView>> => {
  let answer = await go()
  for (let goes = 1; goes < MOST_GOES && answer.ok && UNFINISHED.includes(answer.value.state); goes++)
    answer = await go()
  return answer
}

export const closureApi = {
  preview: (site: string, body: NewClosure) => ask('POST /sites/:site/closure-preview', [site], { body }),
  close: (site: string, body: NewClosure, key: string) =>
    untilDone(() => ask('POST /sites/:site/closures', [site], { body, key })),
  read: (site: string, id: string) => ask('GET /sites/:site/closures/:id', [site, id]),
  reopen: (site: string, id: string) => untilDone(() => ask('DELETE /sites/:site/closures/:id', [site, id])),
}
