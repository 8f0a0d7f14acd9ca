import { useCallback, useEffect, useRef, useState } from 'react'
import type { Quote } from '../../../shared/quote/quote.ts'
import { locatorOf } from '../../../shared/source/locator.ts'
import type { SourceText } from '../../../shared/source/source.ts'
import { useInReader } from '../../state/sources/readers.ts'
import { markPage, offsetIn, rangesIn } from './page-marks.ts'
import { pagesOf, toPage, toSource } from './page-text.ts'
import type { Drawing, ReadPage } from './use-drawing.ts'

export interface TextRange {
  start: number
  end: number
}

/** What is said of what was last looked for. */
export type Note = { text: string; isProblem: boolean } | null

interface Corresponding {
  text: SourceText
  quotes: readonly Quote[]
  onSelect: (range: TextRange) => void
  drawing: Drawing
  scroller: HTMLElement | null
}

/** Marks on the pages what is chosen in the text, and chooses in the text what is selected on a page. */
export function useCorrespondence({ text, quotes, onSelect, drawing, scroller }: Corresponding): {
  note: Note
  onLayer: (number: number, layer: HTMLElement | null, read: ReadPage | null) => void
  onPointerUp: () => void
} {
  const [note, setNote] = useState<Note>(null)
  const [layers, setLayers] = useState<ReadonlyMap<number, { layer: HTMLElement; read: ReadPage }>>(new Map())
  const [marked, setMarked] = useState<{ page: number; range: TextRange } | null>(null)
  /** What was selected on a page, by the range that it is in the text: it needn't be looked for again. */
  const selectedOn = useRef<{ page: number; on: TextRange; range: TextRange } | null>(null)
  const selection = useInReader((state) => state.selection)
  const passage = useInReader((state) => state.passage)
  const wanted = selection ?? passage

  const onLayer = useCallback((number: number, layer: HTMLElement | null, read: ReadPage | null) => {
    setLayers((before) => {
      const after = new Map(before)
      if (layer && read) after.set(number, { layer, read })
      else after.delete(number)
      return after
    })
  }, [])

  useEffect(() => {
    if (!wanted) return
    const { start, end } = wanted
    const own = selectedOn.current
    if (own?.range.start === start && own.range.end === end) {
      setMarked({ page: own.page, range: own.on })
      return
    }
    let asked = true
    void findOnPages(drawing, text, { start, end }).then((found) => {
      if (!asked) return
      setMarked(found.place)
      setNote(found.note)
      if (found.page !== null) showPage(scroller, found.page)
    })
    return () => {
      asked = false
    }
    // Of a passage its place counts, and that it was asked for anew.
  }, [wanted, drawing, text, scroller])

  useEffect(() => {
    const at = marked && layers.get(marked.page)
    if (!at) return
    const ranges = rangesIn(at.layer, at.read.page.starts, marked.range)
    markPage('page-passage', marked.page, ranges)
    if (selectedOn.current?.on !== marked.range) showRange(scroller, ranges[0])
    return () => markPage('page-passage', marked.page, [])
  }, [marked, layers, scroller])

  useEffect(() => {
    for (const [number, { layer, read }] of layers) {
      const ranges = quotes.flatMap(({ target }) => {
        if (!pagesOf(text.blocks, target).includes(number)) return []
        const found = toPage(target, text, read.page)
        return found.found === 'once' ? rangesIn(layer, read.page.starts, found) : []
      })
      markPage('page-quote', number, ranges)
    }
    return () => {
      for (const number of layers.keys()) markPage('page-quote', number, [])
    }
  }, [layers, quotes, text])

  const onPointerUp = (): void => {
    // Once the browser has settled what is selected.
    setTimeout(() => {
      const chosen = document.getSelection()
      if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return
      const range = chosen.getRangeAt(0)
      const places = [...layers].map(([number, { layer, read }]) => ({
        number,
        read,
        start: offsetIn(layer, read.page.starts, range.startContainer, range.startOffset),
        end: offsetIn(layer, read.page.starts, range.endContainer, range.endOffset)
      }))
      const on = places.find(({ start, end }) => start !== null && end !== null)
      if (!on) {
        if (places.some(({ start, end }) => start !== null || end !== null))
          setNote({ text: 'Select words within one page: its text is found page by page.', isProblem: true })
        return
      }
      const selected = { start: on.start!, end: on.end! }
      const found = toSource(on.read.page, selected, text, on.number)
      if (found.found !== 'once') {
        setNote({ text: NOT_IN_TEXT[found.found], isProblem: true })
        return
      }
      const inText = { start: found.start, end: found.end }
      selectedOn.current = { page: on.number, on: selected, range: inText }
      setNote({ text: `Found in the text: ${locatorOf(text.blocks, inText) ?? ''}. Q quotes it.`, isProblem: false })
      onSelect(inText)
    })
  }
  const isOver = note !== null && !note.isProblem && selection === null
  return { note: isOver ? null : note, onLayer, onPointerUp }
}

const NOT_IN_TEXT = {
  nowhere:
    'The text doesn’t hold these words as they are on the page, so they can’t be quoted from here. Select them in the text.',
  several: 'These words stand in the text more than once. Select more of the words around them.'
}

/** Looks for a range of the text on the pages where it may stand. */
async function findOnPages(
  drawing: Drawing,
  text: SourceText,
  range: TextRange
): Promise<{ page: number | null; place: { page: number; range: TextRange } | null; note: Note }> {
  const pages = pagesOf(text.blocks, range).filter((page) => page <= drawing.pages.length)
  let several: number | null = null
  for (const page of pages) {
    const read = await drawing.read(page)
    if (!read) continue
    const found = toPage(range, text, read.page)
    if (found.found === 'once') {
      return { page, place: { page, range: { start: found.start, end: found.end } }, note: null }
    }
    if (found.found === 'several') several ??= page
  }
  const [page = null] = pages
  if (page === null) return { page, place: null, note: null }
  const words =
    several === null
      ? `These words weren’t found as they are on page ${page}, so nothing is marked there.`
      : `These words stand on page ${several} more than once, so none is marked.`
  return { page: several ?? page, place: null, note: { text: words, isProblem: true } }
}

function showPage(scroller: HTMLElement | null, number: number): void {
  const page = scroller?.querySelector(`[data-page="${number}"]`)
  if (!scroller || !page) return
  const pane = scroller.getBoundingClientRect()
  const { top, bottom } = page.getBoundingClientRect()
  if (bottom < pane.top + 40 || top > pane.bottom - 40) scroller.scrollTop += top - pane.top - 12
}

/** Brings a range into the middle when it isn't in sight. */
function showRange(scroller: HTMLElement | null, range: Range | undefined): void {
  if (!scroller || !range) return
  const pane = scroller.getBoundingClientRect()
  const { top, bottom, left, right } = range.getBoundingClientRect()
  if (top < pane.top + 20 || bottom > pane.bottom - 20) scroller.scrollTop += top - pane.top - pane.height / 3
  if (left < pane.left || right > pane.right) scroller.scrollLeft += left - pane.left - 24
}
