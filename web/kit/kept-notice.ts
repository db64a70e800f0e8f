import { KEPT_AT } from './own-cache.ts'

/** Says since when an answer is here, where no network brought it; the page holds the words. */
export const showKept = ({ headers }: Response): void => {
  const kept = headers.get(KEPT_AT)
  const notice = document.getElementById('kept')
  const moment = notice?.querySelector<HTMLElement>('[data-moment]')
  if (!kept || !notice || !moment) return
  const at = new Date(kept)
  const day = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  moment.textContent = (moment.dataset.moment ?? '')
    .replace('{day}', day.format(at))
    .replace('{hour}', String(at.getHours()))
    .replace('{minute}', String(at.getMinutes()).padStart(2, '0'))
  notice.hidden = false
}
