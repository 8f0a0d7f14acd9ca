import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { paragraphAt } from '../../shared/source/source.ts'
import { cursorAt, moveCursor, type Cursor, type ReadText, type Unit } from '../../shared/source/units.ts'
import { useCase } from '../state/case/case.ts'
import { useInReader, useOwnReader } from '../state/sources/readers.ts'
import { MAC } from '../ui/keys.ts'
import type { TextView } from './text/text-view.ts'

/** A move of the cursor. */
interface Move {
  unit: Unit
  forward: boolean
  extend: boolean
}

/** What a key stroke asks of the cursor; null for nothing. `rightToLeft` tells how the text at the cursor runs. */
function moveOf(event: KeyboardEvent, rightToLeft: boolean): Move | null {
  const byWord = MAC ? event.altKey : event.ctrlKey
  if (event.metaKey || (MAC ? event.ctrlKey : event.altKey)) return null
  const extend = event.shiftKey
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return { unit: byWord ? 'word' : 'sentence', forward: (event.key === 'ArrowRight') !== rightToLeft, extend }
    case 'ArrowUp':
    case 'ArrowDown':
      return { unit: 'paragraph', forward: event.key === 'ArrowDown', extend }
    case 'Home':
    case 'End':
      return byWord ? { unit: 'text', forward: event.key === 'End', extend } : null
    default:
      return null
  }
}

/** The cursor of the reader: what its keys do, and what is said of where it stands. */
export function useCursor(
  view: TextView,
  language: string | null
): { onKeyDown: (event: KeyboardEvent) => void; onPointerUp: () => void; said: string } {
  const read = useMemo<ReadText>(() => ({ source: view.text, language }), [view, language])
  const reader = useOwnReader()
  const shown = useInReader((state) => state.cursor)
  /** Where a click was: from there it goes on. */
  const clicked = useRef<number | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => view.paint('cursor', shown ? [shown] : []), [view, shown])

  /** Where the cursor is to begin: at what shows when it is far away, as one has read on without it. */
  const begin = (): Cursor | null => {
    const at = clicked.current
    clicked.current = null
    if (at !== null && view.isInSight({ start: at, end: at + 1 })) return cursorAt(read, at)
    return cursorAt(read, view.topOffset(0))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget && !(event.target as Element).closest('mark')) return
    const { cursor: at } = reader.getState()
    const move = moveOf(event, view.isRightToLeft(at?.start ?? view.topOffset(0)))
    if (!move) return
    event.preventDefault()
    const marked = view.ends()
    const stands = at !== null && (move.extend || view.isInSight(at))
    const before = marked ? { at: at ?? ordered(marked), marked } : stands ? { at, marked: null } : begin()
    if (!before) return
    // The first stroke shows where the cursor is.
    const after =
      marked || stands || move.extend || move.unit === 'text'
        ? moveCursor(read, before, move.unit, move.forward, move.extend)
        : before
    apply(after)
    setSaid(words(view, before, after, reader.getState().sourceId))
  }
  const apply = ({ at, marked }: Cursor): void => {
    reader.setState({ cursor: at })
    if (marked) {
      view.select(marked.anchor, marked.focus)
      view.show({ start: Math.max(0, marked.focus - 1), end: marked.focus + 1 }, 'nearest')
    } else {
      document.getSelection()?.removeAllRanges()
      view.show(at, 'nearest')
    }
  }
  const onPointerUp = (): void => {
    const selection = document.getSelection()
    const { focusNode } = selection ?? {}
    clicked.current = selection && focusNode ? view.offsetAt(focusNode, selection.focusOffset) : null
    reader.setState({ cursor: null })
  }
  return { onKeyDown, onPointerUp, said }
}

const ordered = ({ anchor, focus }: { anchor: number; focus: number }): { start: number; end: number } => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus)
})

/** What a screen reader says of a move: the words that the cursor has come to, or that were marked or unmarked. */
function words(view: TextView, before: Cursor, { at, marked }: Cursor, sourceId: string | null): string {
  const { text, blocks } = view.text
  const from = before.marked?.focus ?? before.marked?.anchor ?? null
  if (marked) {
    const passed = [from ?? marked.anchor, marked.focus].sort((a, b) => a - b)
    const grown = Math.abs(marked.focus - marked.anchor) > Math.abs((from ?? marked.anchor) - marked.anchor)
    return `${shortened(text.slice(passed[0], passed[1]))} ${grown ? 'marked' : 'unmarked'}`
  }
  const paragraph = paragraphAt(blocks, at.start)
  const entered = paragraph !== paragraphAt(blocks, before.at.start) ? `Paragraph ${paragraph}. ` : ''
  const quoted = [...useCase.getState().quotes.values()]
    .filter(({ sourceId: of, target }) => of === sourceId && target.start < at.end && target.end > at.start)
    .map(({ key }) => key)
  return `${entered}${text.slice(at.start, at.end)}${quoted.length > 0 ? ` Quoted: ${quoted.join(', ')}.` : ''}`
}

/** The most that is said of what was marked, in UTF-16 units. */
const LONGEST_SAID = 300

function shortened(passed: string): string {
  if (passed.length <= LONGEST_SAID) return passed.trim()
  return `${passed.slice(0, LONGEST_SAID / 2).trim()} … ${passed.slice(-LONGEST_SAID / 2).trim()}`
}
