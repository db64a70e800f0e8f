import type { Dependencies } from '../../dependencies.ts'
import { type ForgetDeps, forgetHolder } from '../../use-cases/forget-holder.ts'

/** Restored tables contain forgotten people again. Answers how many; repeating changes nothing. */
export const replayErasures = async (deps: ForgetDeps & Pick<Dependencies, 'ledger'>): Promise<number> => {
  const erasures = await deps.ledger.listErasures()
  for (const { holder } of erasures) await forgetHolder(holder, () => false, deps)
  return erasures.length
}
