import { allFinders, type Finder } from '../registry/feature.ts'
import { isSearched, stepHit } from '../state/search/going.ts'
import { focusedPane, type Pane } from '../state/window/layout.ts'
import { showMessage } from '../state/window/toasts.ts'

/** Where words are looked for while no pane has the focus that could be looked through. */
const ELSE: readonly Pane[] = ['reader', 'brief', 'library']

/** What finds words in the pane that has the focus; else in the first that holds some. */
export function finderFor(pane: Pane | null, finders: readonly Finder[] = allFinders()): Finder | undefined {
  const usable = (at: Pane | null): Finder | undefined =>
    finders.find((finder) => finder.pane === at && finder.when.holds())
  return usable(pane) ?? ELSE.map(usable).find((finder) => finder !== undefined)
}

export function find(): void {
  const finder = finderFor(focusedPane())
  if (finder) finder.open()
  else showMessage('There is nothing to look through. Open a source or a brief first.')
}

/** To the next match of the field that is on the screen; without one, to the next hit of the search. */
export function findAgain(by: 1 | -1): void {
  const finder = finderFor(
    focusedPane(),
    allFinders().filter(({ step }) => step)
  )
  if (finder?.isOpen?.() !== true && isSearched()) void stepHit(by)
  else finder?.step?.(by)
}

export function replace(): void {
  const finder = finderFor(
    focusedPane(),
    allFinders().filter((each) => each.replace)
  )
  finder?.replace?.()
}
