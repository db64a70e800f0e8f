import type { DeliveryView, HookView } from '../../../shared/contracts/hook-views.ts'
import type { Hook } from '../../../shared/domain/hook.ts'
import type { HookDelivery } from '../../../shared/domain/hook-delivery.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { formatScope } from '../../../shared/domain/rights.ts'

const textOf = (at: Instant): string => new Date(at).toISOString()
const textsOf = <Name extends string>(instants: Readonly<Record<Name, Instant | undefined>>) =>
  Object.fromEntries(
    Object.entries<Instant | undefined>(instants).flatMap(([name, at]) =>
      at === undefined ? [] : [[name, textOf(at)]],
    ),
  ) as Partial<Record<Name, string>>

export const viewOfHook = (hook: Hook): HookView => {
  const { id, scope, name, url, topics, secret, failingSince, pausedAt, pause, createdAt } = hook
  return {
    ...{ id, name, url, topics: [...topics], secretNumber: secret },
    ...{ scope: formatScope(scope), createdAt: textOf(createdAt) },
    ...textsOf({ failingSince, pausedAt }),
    ...(pause && { pause }),
  }
}

export const viewOfDelivery = (delivery: HookDelivery): DeliveryView => {
  const { event, type, at, state, tries, triedAt, nextAt, answer } = delivery
  return {
    ...{ event, type, state, tries, at: textOf(at) },
    ...textsOf({ triedAt, nextAt }),
    ...(answer !== undefined && { answer }),
  }
}
