/** A millimetre of paper in CSS pixels. */
export const MM = 96 / 25.4

/** Pages of a PDF, counted by its own objects. */
export const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0

/* The functions below run inside a page, so they use nothing from outside themselves. */

/** Elements beyond the window's width, innermost first; none when the page does not scroll sideways. */
export const overflow = (): string[] => {
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map(
      (element) =>
        `${element.tagName}.${element.getAttribute('class')}: ${element.textContent?.slice(0, 40)}`,
    )
    .reverse()
}

/** The least spacing of text that a page must bear (WCAG 1.4.12). */
export const spaceTextOut = (): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
  `)
  document.adoptedStyleSheets = [sheet]
}

export const closeTextUp = (): void => {
  document.adoptedStyleSheets = []
}

/** Targets below 24 px; links within a sentence may be smaller, and doubles on a map of links beside it. */
export const smallTargets = (): string[] => {
  const inSentence = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim()
  const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
  return targets
    .map((element) => (element.matches('[type=radio]') ? (element.closest('label') ?? element) : element))
    .filter(
      (element) =>
        element.checkVisibility() && !element.matches('.skip, .map [aria-hidden] *') && !inSentence(element),
    )
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return width < 24 || height < 24
    })
    .map((element) => element.outerHTML.slice(0, 120))
}

/** Running animations, and properties with a transition. */
export const whatMoves = (): string[] => [
  ...document.getAnimations().map(({ id }) => `an animation ${id}`),
  ...[...document.querySelectorAll('*')]
    .filter((element) =>
      getComputedStyle(element)
        .transitionDuration.split(', ')
        .some((each) => Number.parseFloat(each) > 0),
    )
    .map((element) => element.outerHTML.slice(0, 80)),
]

/** Controls that forced colours leave without a border or a line under them. */
export const unseenInForcedColours = (): string[] =>
  [...document.querySelectorAll('.button, .time, .radio, input[type=text], select, .notice, .slip')]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element)
      return (
        Number.parseFloat(borderTopWidth) < 1 ||
        borderTopStyle === 'none' ||
        borderTopColor === backgroundColor
      )
    })
    .map((element) => element.outerHTML.slice(0, 120))

/** `shown` when the focused element is within the window and has an outline, of its own or on its label. */
export const focusShown = (): string => {
  const element = document.activeElement
  if (!element || element === document.body) return 'shown'
  const { top, bottom, left, right } = element.getBoundingClientRect()
  if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth)
    return `outside the window: ${element.outerHTML.slice(0, 120)}`
  const outlined = [element, element.closest('label')].some((each) => {
    if (!each) return false
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each)
    return (
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$|\/ 0\)$/.test(outlineColor)
    )
  })
  return outlined ? 'shown' : `no line around ${element.outerHTML.slice(0, 120)}`
}
