import type { ColleagueList } from '../../../shared/contracts/colleague-views.ts'
import type { Colleague } from '../../use-cases/list-colleagues.ts'

export const viewOfColleague = ({
  holder: { id, name },
  tooFar,
  ...state
}: Colleague): ColleagueList['colleagues'][number] => ({
  ...{ id, name, ...state },
  ...(tooFar && { tooFar: { otherSiteName: tooFar.otherSiteName, km: tooFar.km, minutes: tooFar.minutes } }),
})
