import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Quote } from '../../../shared/quote/quote.ts'
import type { Source, SourceText } from '../../../shared/source/source.ts'
import { Button, IconButton, ToggleButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useInReader, useOwnReader } from '../../state/sources/readers.ts'
import { PageView } from './page-view.tsx'
import { useCorrespondence, type TextRange } from './use-correspondence.ts'
import { useDrawing, type Drawing } from './use-drawing.ts'
import './original.css'

interface OriginalProps {
  source: Source
  text: SourceText
  /** The quotes of the source, which are marked on its pages. */
  quotes: readonly Quote[]
  /** Selects in the text what was selected on a page. */
  onSelect: (range: TextRange) => void
  onLeave: () => void
}

/** The original of the open source beside its text: the pages of a PDF, or a picture. */
export function OriginalView(props: OriginalProps) {
  const state = useDrawing(props.source)
  if (state.phase === 'shown') return <Pages {...props} drawing={state.drawing} />
  return (
    <section className="original" aria-label="Original">
      <Bar />
      {state.phase === 'opening' ? (
        <p className="pane-note" role="status">
          Opening the original…
        </p>
      ) : (
        <div className="pane-empty" role="alert">
          <h2>The original can’t be shown</h2>
          <p>{state.failure.message}</p>
        </div>
      )}
    </section>
  )
}

function Bar({ children }: { children?: React.ReactNode }) {
  const reader = useOwnReader()
  const place = useInReader((state) => state.originalPlace)
  return (
    <div className="bar original-bar">
      {children}
      <span className="bar-space" />
      <ToggleButton
        label="Alone: the original in place of the text"
        isSelected={place === 'instead'}
        onChange={(on) => reader.setState({ originalPlace: on ? 'instead' : 'beside' })}
      >
        Alone
      </ToggleButton>
      <IconButton label="Close the original" onPress={() => reader.setState({ originalPlace: 'off' })}>
        <Icon name="close" />
      </IconButton>
    </div>
  )
}

/** Steps of the zoom, in per cent of the pane's width; at 100 a page is as wide as the pane. */
const ZOOMS = [25, 35, 50, 70, 85, 100, 125, 150, 200, 300, 400, 600, 800]
/** Space beside a page, in pixels. */
const MARGIN = 24

function Pages({ source, text, quotes, onSelect, onLeave, drawing }: OriginalProps & { drawing: Drawing }) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [zoom, setZoom] = useState(100)
  const width = useWidth(scroller)
  const widest = Math.max(...drawing.pages.map((page) => page.width))
  const scale = (Math.max(80, width - 2 * MARGIN) / widest) * (zoom / 100)
  const page = usePageInSight(scroller)
  const labels = useMemo(() => labelsOf(text), [text])
  const goTo = useCallback(
    (number: number) => scroller?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' }),
    [scroller]
  )
  const { note, onLayer, onPointerUp } = useCorrespondence({ text, quotes, onSelect, drawing, scroller })
  const step = (by: number): void => {
    const at = ZOOMS.findIndex((each) => each >= zoom)
    setZoom(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + by))]!)
  }
  useKeptPlace(scroller, scale)
  const isPicture = source.original.mediaType !== 'application/pdf'
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      '+': () => step(1),
      '=': () => step(1),
      '-': () => step(-1),
      '0': () => setZoom(100),
      ArrowLeft: () => goTo(Math.max(1, page - 1)),
      ArrowRight: () => goTo(Math.min(drawing.pages.length, page + 1)),
      Escape: onLeave
    }[event.key]
    if (!act || event.target !== event.currentTarget) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <section className="original" aria-label="Original">
      <Bar>
        {isPicture ? (
          <span className="bar-title">Picture</span>
        ) : (
          <PageNumber page={page} count={drawing.count} labels={labels} goTo={goTo} />
        )}
        <IconButton label="Smaller" keys="-" onPress={() => step(-1)}>
          −
        </IconButton>
        <Button className="small" aria-label={`Zoom ${zoom} %: fit the width`} onPress={() => setZoom(100)}>
          {zoom} %
        </Button>
        <IconButton label="Larger" keys="+" onPress={() => step(1)}>
          +
        </IconButton>
      </Bar>
      <div
        ref={setScroller}
        className="original-pages"
        tabIndex={0}
        role="region"
        aria-label={isPicture ? `Picture ${source.original.name}` : `Pages of ${source.original.name}`}
        onKeyDown={onKeyDown}
        onPointerUp={onPointerUp}
      >
        {scroller &&
          width > 0 &&
          drawing.pages.map((_, index) => (
            <PageView
              key={index}
              drawing={drawing}
              number={index + 1}
              scale={scale}
              scroller={scroller}
              onLayer={onLayer}
            />
          ))}
        {drawing.count > drawing.pages.length && (
          <p className="original-failure">
            The file says that it has {drawing.count.toLocaleString('en')} pages; the first{' '}
            {drawing.pages.length.toLocaleString('en')} are shown.
          </p>
        )}
      </div>
      <p className={`original-note${note?.isProblem ? ' problem' : ''}`} role="status">
        {note?.text ?? (isPicture || text.text === '' ? '' : 'Select words on a page to find them in the text.')}
      </p>
    </section>
  )
}

/** What the original calls its pages, where that isn't their number. */
function labelsOf({ blocks }: SourceText): ReadonlyMap<number, string> {
  return new Map(
    blocks.flatMap(({ page, pageLabel }) => (page === undefined || pageLabel === undefined ? [] : [[page, pageLabel]]))
  )
}

/** The page by its number in the file, and what it's called in print; either can be typed, and a label goes before a number. */
function PageNumber({
  page,
  count,
  labels,
  goTo
}: {
  page: number
  count: number
  labels: ReadonlyMap<number, string>
  goTo: (page: number) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const label = labels.get(page)
  const leave = (): void => {
    const labelled = [...labels].find(([, each]) => each === typed?.trim())
    const number = labelled?.[0] ?? Number(typed)
    if (typed !== null && Number.isInteger(number) && number >= 1 && number <= count) goTo(number)
    setTyped(null)
  }
  return (
    <label className="original-number">
      Page{' '}
      <input
        inputMode="numeric"
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave()
          else if (event.key === 'Escape') setTyped(null)
        }}
      />{' '}
      of {count.toLocaleString('en')}
      {label !== undefined && <span className="original-label"> · in print p. {label}</span>}
    </label>
  )
}

function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** The number of the page at the middle of what shows. */
function usePageInSight(scroller: HTMLElement | null): number {
  const [page, setPage] = useState(1)
  useEffect(() => {
    if (!scroller) return
    let due = false
    const measure = (): void => {
      due = false
      const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 2
      const pages = [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
      const shown = pages.findLast((each) => each.getBoundingClientRect().top <= middle)
      setPage(Number(shown?.dataset['page'] ?? 1))
    }
    const onScroll = (): void => {
      if (due) return
      due = true
      requestAnimationFrame(measure)
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [scroller])
  return page
}

/** Keeps the middle of what shows where it is when the zoom changes. */
function useKeptPlace(scroller: HTMLElement | null, scale: number): void {
  const before = useRef(scale)
  useEffect(() => {
    if (!scroller || before.current === scale) return
    const half = scroller.clientHeight / 2
    const { scrollTop } = scroller
    if (scrollTop > 0) scroller.scrollTo({ top: ((scrollTop + half) * scale) / before.current - half })
    before.current = scale
  }, [scroller, scale])
}
