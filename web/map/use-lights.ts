import { useEffect, useState } from 'preact/hooks'

const isTouch = (event: Event): boolean => event instanceof PointerEvent && event.pointerType === 'touch'

const lightOf = ({ target }: Event): string | undefined =>
  (target instanceof Element && target.closest<HTMLElement | SVGElement>('[data-light]')?.dataset.light) ||
  undefined

/** Elements in the page with the same `data-light` are doubles; those of the lit one have `data-lit`. */
const show = (light: string | undefined): void => {
  for (const each of document.querySelectorAll('[data-lit]')) each.removeAttribute('data-lit')
  if (!light) return
  for (const each of document.querySelectorAll(`[data-light="${CSS.escape(light)}"]`))
    each.setAttribute('data-lit', '')
}

/**
 * What the pointer or the focus is on lights up in the list and on the map alike; else what was pressed last,
 * so that one can go on from it.
 */
export const useLights = (): string | undefined => {
  const [met, setMet] = useState<string>()
  const [pressed, setPressed] = useState<string>()
  const lit = met ?? pressed
  useEffect(() => {
    const meet = (event: Event) => !isTouch(event) && setMet(lightOf(event))
    const leave = (event: Event) => !isTouch(event) && setMet(undefined)
    const press = (event: Event) => setPressed((last) => lightOf(event) ?? last)
    const events = [
      ['pointerover', meet],
      ['pointerout', leave],
      ['focusin', meet],
      ['focusout', leave],
      ['click', press],
    ] as const
    for (const [name, listener] of events) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of events) document.removeEventListener(name, listener)
    }
  }, [])
  useEffect(() => show(lit))
  return lit
}
