import type { MouseEvent } from 'react'
import type { AskedMenu } from '../registry/subject-menu.tsx'
import { useReader } from '../state/sources/readers.ts'

/**
 * The quote whose menu is asked for and where that belongs: the one that is marked under the pointer, of several the selected one; by a key the
 * selected one, under its mark. Null where no quote is marked, and while words are selected: then they are what is meant.
 */
export function askedOf(event: MouseEvent, article: HTMLElement): AskedMenu | null {
  const { selectedQuote, selection } = useReader.getState()
  if (selection) return null
  if (event.button === 2) {
    const ids = (event.target as Element).closest('mark')?.dataset['quotes']?.split(' ')
    if (!ids) return null
    const id = selectedQuote !== null && ids.includes(selectedQuote) ? selectedQuote : ids[0]!
    return { id, at: { x: event.clientX, y: event.clientY } }
  }
  const mark = selectedQuote === null ? null : article.querySelector(`mark[data-quotes~="${selectedQuote}"]`)
  if (selectedQuote === null || !mark) return null
  const { left, bottom } = mark.getBoundingClientRect()
  return { id: selectedQuote, at: { x: left, y: bottom } }
}
