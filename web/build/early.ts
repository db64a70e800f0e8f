import { showKnown } from '../kit/frame/show-known.ts'
import { showKept } from '../kit/kept-notice.ts'
import { readsAt } from '../kit/known.ts'
import { learn } from '../kit/learn.ts'
import { preload } from './preload.ts'

showKnown()
preload(location.pathname)
globalThis.early = { readsAt, showKept, learn }
// Also on a page without a script of its own.
addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-again]')) location.reload()
})
