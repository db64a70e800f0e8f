import { common } from '../../messages/fr/common.ts'

export const Waiting = ({ words = common.waiting }: { words?: string }) => (
  <p class="waiting" role="status">
    {words}
  </p>
)
