/* Loaded before a service: its clock is ahead by a time. */
const aheadMs = Number(process.env.RESTANTE_TEST_AHEAD_MS)
const RealDate = Date

globalThis.Date = new Proxy(RealDate, {
  construct: (target, parts, as) =>
    Reflect.construct(target, parts.length > 0 ? parts : [RealDate.now() + aheadMs], as),
  apply: () => new Date().toString(),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + aheadMs : Reflect.get(target, name)),
})
