import { enlarged, type Finger, type Gesture, gestured, gestureOf, type View } from './view.ts'

/** A finger trembles: a shorter way is a tap. */
const TAP_PIXELS = 6
const WHEEL_STEP = 1.2

/** A map under a hand: its frame, the picture that moves in it, and who draws the next view. */
export type Held = {
  readonly frame: HTMLElement
  readonly sheet: SVGSVGElement
  readonly whole: View
  readonly change: (change: (view: View) => View) => void
}

type Hand = Held & {
  readonly before: Map<number, Finger>
  readonly now: Map<number, Finger>
  hasMoved: boolean
}

const fingerOf = ({ clientX, clientY }: MouseEvent, { frame }: Held): Finger => {
  const { left, top } = frame.getBoundingClientRect()
  return [clientX - left, clientY - top]
}

const pixelsOf = ({ frame }: Held): number => frame.getBoundingClientRect().width

const gestureIn = ({ before, now }: Hand): Gesture => gestureOf([...before.values()], [...now.values()])

/** What lies beyond the view is drawn only while it may come in. */
const rest = ({ sheet }: Hand): void => {
  sheet.style.transform = ''
  sheet.style.overflow = ''
}

const commit = (hand: Hand): void => {
  const { before, now, whole, change } = hand
  const gesture = gestureIn(hand)
  rest(hand)
  if (hand.hasMoved) change((view) => gestured(view, gesture, { pixels: pixelsOf(hand), whole }))
  for (const [id, finger] of now) before.set(id, finger)
}

const putDown = (hand: Hand, event: PointerEvent): void => {
  if (event.button > 0) return
  if (hand.now.size === 0) hand.hasMoved = false
  else commit(hand)
  const finger = fingerOf(event, hand)
  hand.before.set(event.pointerId, finger)
  hand.now.set(event.pointerId, finger)
}

/** While fingers move, the browser moves the finished picture; it is drawn anew when they rest. */
const move = (hand: Hand, event: PointerEvent): void => {
  if (!hand.now.has(event.pointerId)) return
  hand.now.set(event.pointerId, fingerOf(event, hand))
  const { right, down, scale } = gestureIn(hand)
  const isFar = Math.hypot(right, down) > TAP_PIXELS || scale !== 1
  if (!hand.hasMoved && isFar) hand.frame.setPointerCapture(event.pointerId)
  hand.hasMoved ||= isFar
  if (!hand.hasMoved) return
  hand.sheet.style.overflow = 'visible'
  hand.sheet.style.transform = `translate(${right}px, ${down}px) scale(${scale})`
}

const lift = (hand: Hand, { pointerId }: PointerEvent): void => {
  if (!hand.now.has(pointerId)) return
  commit(hand)
  hand.before.delete(pointerId)
  hand.now.delete(pointerId)
}

/** The browser takes the finger to scroll the page. */
const giveBack = (hand: Hand, { pointerId }: PointerEvent): void => {
  rest(hand)
  hand.before.delete(pointerId)
  hand.now.delete(pointerId)
}

/** The end of a drag is no press on what is under it. */
const press = (hand: Hand, event: Event): void => {
  if (!hand.hasMoved) return
  event.preventDefault()
  event.stopPropagation()
}

/** Without the key, which two fingers on a trackpad set too, the page scrolls. */
const turn = (hand: Hand, event: WheelEvent): void => {
  if (!event.ctrlKey) return
  event.preventDefault()
  const [right, down] = fingerOf(event, hand)
  const pixels = pixelsOf(hand)
  const factor = event.deltaY < 0 ? WHEEL_STEP : 1 / WHEEL_STEP
  hand.change((view) => {
    const km = view.width / pixels
    return enlarged(view, factor, hand.whole, [view.x + right * km, view.y + down * km])
  })
}

/** Follows fingers, mouse and trackpad until the answer is called. */
export const followHand = (held: Held): (() => void) => {
  const hand: Hand = { ...held, before: new Map(), now: new Map(), hasMoved: false }
  const { frame } = held
  const stop = new AbortController()
  const { signal } = stop
  frame.addEventListener('pointerdown', (event) => putDown(hand, event), { signal })
  frame.addEventListener('pointermove', (event) => move(hand, event), { signal })
  frame.addEventListener('pointerup', (event) => lift(hand, event), { signal })
  frame.addEventListener('pointercancel', (event) => giveBack(hand, event), { signal })
  frame.addEventListener('click', (event) => press(hand, event), { signal, capture: true })
  frame.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
  frame.addEventListener('wheel', (event) => turn(hand, event), { signal, passive: false })
  return () => stop.abort()
}
