import { common } from './words/fr/common.ts'

export const Loading = ({ words = common.loading }: { words?: string }) => (
  <p class="loading" role="status">
    {words}
  </p>
)
