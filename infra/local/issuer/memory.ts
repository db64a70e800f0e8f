import type { Adapter, AdapterPayload } from 'oidc-provider'

export const memory = () => {
  const kept = new Map<string, AdapterPayload>()
  return (model: string): Adapter => {
    const keyOf = (id: string) => `${model} ${id}`
    const find = async (is: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, payload]) => key.startsWith(`${model} `) && is(payload))?.[1]
    return {
      upsert: async (id, payload) => void kept.set(keyOf(id), payload),
      find: async (id) => kept.get(keyOf(id)),
      findByUid: (uid) => find((payload) => payload.uid === uid),
      findByUserCode: (code) => find((payload) => payload.userCode === code),
      destroy: async (id) => void kept.delete(keyOf(id)),
      consume: async (id) => {
        const payload = kept.get(keyOf(id))
        if (payload) payload.consumed = true
      },
      revokeByGrantId: async (grant) => {
        for (const [key, payload] of kept) if (payload.grantId === grant) kept.delete(key)
      },
    }
  }
}
