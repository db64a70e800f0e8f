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
  const [pointed, setPointed] = useState<string>()
  const [focused, setFocused] = useState<string>()
  const [pressed, setPressed] = useState<string>()
  const lit = pointed ?? focused ?? pressed
  useEffect(() => {
    // When the page scrolls under a resting pointer, the browser tells that too: focus is kept apart.
    const point = (event: Event) => setPointed(isTouch(event) ? undefined : lightOf(event))
    const leave = () => setPointed(undefined)
    const focus = (event: Event) => setFocused(lightOf(event))
    const blur = () => setFocused(undefined)
    const press = (event: Event) => setPressed((last) => lightOf(event) ?? last)
    const events = [
      ['pointerover', point],
      ['pointerout', leave],
      ['focusin', focus],
      ['focusout', blur],
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
