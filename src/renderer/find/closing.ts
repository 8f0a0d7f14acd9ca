import { forgetPlaces } from '../state/search/going.ts'
import { useLayout } from '../state/window/layout.ts'

/** What had the focus before the search was shown. */
let opener: Element | null = null

/** Remembers where the focus goes when the search is put away. */
export function rememberOpener(): void {
  opener = document.activeElement
}

/** Puts the search away; what was asked stays for the next time. */
export function closeSearch(): void {
  forgetPlaces()
  useLayout.setState({ panel: null })
  const to = opener
  opener = null
  requestAnimationFrame(() => {
    if (to instanceof HTMLElement && to.isConnected && to !== document.body) to.focus({ preventScroll: true })
    else document.querySelector<HTMLElement>('[data-pane="library"]')?.focus({ preventScroll: true })
  })
}

/** Gives the focus to the field of the search. */
export function focusField(): void {
  const field = document.querySelector<HTMLInputElement>('.search-input')
  field?.focus({ preventScroll: true })
  field?.select()
}

/** How long the list is waited for that comes with an answer, in milliseconds. */
const LIST_WITHIN = 1_000

/** Gives the focus to the list of what will be found. */
export function focusResultsSoon(): void {
  const began = performance.now()
  const enter = (): void => {
    if (!focusResults() && performance.now() - began < LIST_WITHIN) requestAnimationFrame(enter)
  }
  requestAnimationFrame(enter)
}

/** Gives the focus to the list of what was found. False when there is none. */
export function focusResults(): boolean {
  const list = document.querySelector<HTMLElement>('.search-results')
  list?.focus({ preventScroll: true })
  return list !== null
}
