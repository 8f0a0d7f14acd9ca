import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useCase } from '../state/case/case.ts'
import { useInReader, useOwnReader, useReader } from '../state/sources/readers.ts'
import { Button } from '../ui/button.tsx'
import { showDialog } from '../state/window/dialogs.ts'
import { writePassage } from '../state/window/drag.ts'
import { quoteSelection, quoteSelectionIntoBrief } from './actions.ts'
import { markSelection, tagSelection } from './marking.ts'
import { tidyRange } from './range.ts'
import type { TextView } from './text/text-view.ts'

interface Place {
  left: number
  top: number
}

/** The small bar at a selection, and what the keyboard and the mouse do with a selection. */
export function SelectionTools(props: {
  view: TextView
  article: React.RefObject<HTMLElement | null>
  scroller: HTMLElement | null
}) {
  const { view, article, scroller } = props
  const reader = useOwnReader()
  const readOnly = useCase((state) => state.readOnly)
  const recognised = useInReader(({ source }) => source?.text.recognition !== undefined)
  const [place, setPlace] = useState<Place | null>(null)
  const pressed = useRef(false)

  useEffect(() => {
    const element = article.current
    if (!element || !scroller) return
    const measure = (): void => {
      view.holdSelection()
      const selected = view.selected()
      const range = selected && tidyRange(view.text.text, selected)
      const kept = reader.getState().selection
      if (range?.start !== kept?.start || range?.end !== kept?.end) reader.setState({ selection: range })
      setPlace(range && !pressed.current ? placeOf(scroller) : null)
    }
    const onDown = (): void => {
      pressed.current = true
    }
    const onUp = (): void => {
      pressed.current = false
      setTimeout(measure)
    }
    document.addEventListener('selectionchange', measure)
    element.addEventListener('pointerdown', onDown)
    window.addEventListener('pointerup', onUp)
    return () => {
      document.removeEventListener('selectionchange', measure)
      element.removeEventListener('pointerdown', onDown)
      window.removeEventListener('pointerup', onUp)
      reader.setState({ selection: null })
    }
  }, [reader, view, article, scroller])

  useEffect(() => {
    const element = article.current
    if (!element) return
    const onDrag = (event: DragEvent): void => {
      const { selection, sourceId } = reader.getState()
      if (selection && sourceId !== null && event.dataTransfer) {
        writePassage(event.dataTransfer, { quoteId: null, sourceId, ...selection })
      }
    }
    element.addEventListener('dragstart', onDrag)
    return () => element.removeEventListener('dragstart', onDrag)
  }, [reader, article])

  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!bar.current || !scroller || !place) return
    const room = scroller.clientWidth - bar.current.offsetWidth - 8
    bar.current.style.left = `${Math.max(8, Math.min(place.left - bar.current.offsetWidth / 2, room))}px`
  }, [place, scroller])

  if (!place || readOnly) return null
  return (
    <div
      ref={bar}
      className="floating-bar selection-bar"
      role="toolbar"
      aria-label="Selection"
      style={{ left: place.left, top: place.top }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button look="primary" onPress={() => void quoteSelection()}>
        Quote <kbd aria-hidden="true">Q</kbd>
      </Button>
      <Button onPress={() => void quoteSelectionIntoBrief()}>Quote into brief</Button>
      <Button onPress={() => void markSelection()}>
        Mark <kbd aria-hidden="true">M</kbd>
      </Button>
      <Button onPress={tagSelection}>
        Tag… <kbd aria-hidden="true">T</kbd>
      </Button>
      {recognised && <Button onPress={correctSelected}>Correct…</Button>}
    </div>
  )
}

/** Offers to put what the original shows in the place of what is selected. */
function correctSelected(): void {
  const { sourceId, selection } = useReader.getState()
  if (sourceId !== null && selection) showDialog({ kind: 'correct-text', sourceId, ...selection })
}

/** Above the selection's first line that shows, or under its last one where there is no room. */
function placeOf(scroller: HTMLElement): Place | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const pane = scroller.getBoundingClientRect()
  const rects = [...selection.getRangeAt(0).getClientRects()]
  const inSight = rects.filter((rect) => rect.bottom > pane.top && rect.top < pane.bottom)
  const first = inSight[0] ?? rects[0]
  const last = inSight.at(-1) ?? rects.at(-1)
  if (!first || !last) return null
  const above = first.top - pane.top > 52
  const line = above ? first : last
  return {
    left: line.left + line.width / 2 - pane.left,
    top: (above ? first.top - 46 : last.bottom + 8) - pane.top + scroller.scrollTop
  }
}
