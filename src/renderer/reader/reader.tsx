import { Fragment, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels'
import { SubjectMenu, type AskedMenu } from '../registry/subject-menu.tsx'
import { useCase } from '../state/case/case.ts'
import { reopenSource, goBack } from '../state/sources/reader.ts'
import { OwnReader, READERS, SIDES, useInReader, useOwnReader, useSides } from '../state/sources/readers.ts'
import type { Side } from '../state/sources/readers.ts'
import { goToSuggestion, leaveSuggestion } from '../state/sources/suggestions.ts'
import { useLayout } from '../state/window/layout.ts'
import { setPreferences, usePreferences } from '../state/window/preferences.ts'
import type { Stored } from '../../shared/brief/check.ts'
import { useOriginals } from '../state/case/originals.ts'
import { chooseImport } from '../state/import/import.ts'
import { locatorOf } from '../../shared/source/locator.ts'
import { sourceTitle, type Source } from '../../shared/source/source.ts'
import { importableWords } from '../../shared/source/import-formats.ts'
import { count } from '../ui/format.ts'
import { Button, ToggleButton } from '../ui/button.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { askedOf } from './mark-menu.ts'
import { Article, headlineOf } from './article.tsx'
import { Details } from './details.tsx'
import { useCursor } from './cursor.ts'
import { FindBar } from './find-bar.tsx'
import { quotesAt, tabThroughQuotes, withoutFocusOfMark } from './highlights.ts'
import { useDoubtPaint, useHitPaint } from './hit-paint.ts'
import { OriginalDock, OriginalToggle, useOriginalPlace } from './original-dock.tsx'
import { useHeldFocus, usePassage, useReadingPlace } from './places.ts'
import { QuoteCard } from './quote-card.tsx'
import { chooseAt, subjectOf, useMarksHere } from './marks-here.ts'
import { RecognitionNote } from './recognition-note.tsx'
import { SourceHead } from './source-head.tsx'
import { SelectionTools } from './selection-tools.tsx'
import { TabRow } from './tab-row.tsx'
import { suggestionAt, suggestionKey, useDatesPaint, useNamesPaint, useSuggested } from './suggested.ts'
import { SuggestionBar, UnderlineTip } from './suggestion-bar.tsx'
import { TextView } from './text/text-view.ts'
import './reader.css'

/** The reader: one source's text with its metadata and its quotes. */
export function Reader() {
  const { active, two, share } = useSides()
  const [pane, setPane] = useState<HTMLElement | null>(null)
  const isStacked = useIsTooNarrow(pane)
  const group = useGroupRef()
  useEffect(() => {
    if (!two) return
    // The group knows of its second panel only once that was drawn.
    const frame = requestAnimationFrame(() => {
      if (group.current && 'second' in group.current.getLayout())
        group.current.setLayout({ first: share, second: 100 - share })
    })
    return () => cancelAnimationFrame(frame)
  }, [group, two, share])
  return (
    <section
      ref={setPane}
      className="pane reader-pane"
      aria-label="Reader"
      data-pane="reader"
      tabIndex={-1}
      onKeyDown={(event) => {
        // While a text is being opened, the pane has the focus for it.
        if (event.key === 'Escape' && event.target === event.currentTarget && goBack()) event.stopPropagation()
      }}
    >
      <Group
        className="reader-sides"
        groupRef={group}
        orientation={isStacked ? 'vertical' : 'horizontal'}
        onLayoutChanged={({ first }, { isUserInteraction }) => {
          if (isUserInteraction && first !== undefined) useSides.setState({ share: first })
        }}
      >
        {SIDES.filter((side) => two || side === 'first').map((side) => (
          <Fragment key={side}>
            {side === 'second' && <Separator className="side-line" aria-label="Size of the first source" />}
            <Panel id={side} minSize={isStacked ? '120px' : '220px'}>
              <ReaderSide side={side} isActive={side === active} name={two ? SIDE_NAMES[side] : null} />
            </Panel>
          </Fragment>
        ))}
      </Group>
    </section>
  )
}

/** Under this width, in CSS pixels, two sources stand one above the other. */
const TOO_NARROW = 700

function useIsTooNarrow(element: HTMLElement | null): boolean {
  const [isNarrow, setIsNarrow] = useState(false)
  useLayoutEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() => setIsNarrow(element.clientWidth <= TOO_NARROW))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return isNarrow
}

const SIDE_NAMES: Record<Side, string> = { first: 'First source', second: 'Second source' }

/** One side of the reader. It's the active one from when the focus or the mouse comes to it. */
function ReaderSide({ side, isActive, name }: { side: Side; isActive: boolean; name: string | null }) {
  const comeHere = (): void => {
    if (useSides.getState().active !== side) useSides.setState({ active: side })
  }
  return (
    <OwnReader.Provider value={READERS[side]}>
      <div
        className="reader-side"
        data-side={side}
        data-active={isActive ? '' : undefined}
        {...(name === null ? {} : { role: 'group', 'aria-label': name })}
        onFocusCapture={comeHere}
        onPointerDownCapture={comeHere}
      >
        <TabRow />
        <SideContent />
      </div>
    </OwnReader.Provider>
  )
}

function SideContent() {
  const reader = useOwnReader()
  const phase = useInReader((state) => state.phase)
  const failure = useInReader((state) => state.failure)
  return (
    <>
      {phase === 'shown' && <OpenSource />}
      {phase === 'empty' && <NoSource />}
      {phase === 'loading' && (
        <p className="pane-note" role="status">
          Opening the source…
        </p>
      )}
      {phase === 'failed' && (
        <div className="pane-empty" role="alert">
          <h2>The source could not be opened</h2>
          <p>{failure?.message}</p>
          <Button look="outline" onPress={() => reopenSource(reader)}>
            Try again
          </Button>
        </div>
      )}
    </>
  )
}

function NoSource() {
  const some = useCase((state) => state.sources.length > 0)
  const readOnly = useCase((state) => state.readOnly)
  const isRestored = useLayout((state) => state.isRestored)
  if (!isRestored) return null
  if (some) {
    return (
      <div className="pane-empty">
        <h2>Nothing open</h2>
        <p>Choose a source in the library.</p>
      </div>
    )
  }
  return (
    <div className="pane-empty">
      <h2>Import what the case is about</h2>
      <p>
        Drop files here: {importableWords()}. The originals are kept byte for byte, and nothing leaves this machine.
      </p>
      <div className="row">
        <Button look="primary" isDisabled={readOnly} onPress={() => void chooseImport('import-files')}>
          Import files…
        </Button>
        <Button look="outline" isDisabled={readOnly} onPress={() => void chooseImport('import-folder')}>
          Import a folder…
        </Button>
      </div>
    </div>
  )
}

function OpenSource() {
  const source = useInReader((state) => state.source)
  const text = useInReader((state) => state.text)
  const view = useMemo(() => text && new TextView(text), [text])
  if (!source || !view) return null
  return <ShownSource source={source} view={view} />
}

function ShownSource({ source, view }: { source: Source; view: TextView }) {
  const reader = useOwnReader()
  const details = useInReader((state) => state.details)
  const finding = useInReader((state) => state.finding)
  const original = useOriginalPlace(source)
  return (
    <>
      <div className="bar">
        <span className="bar-title">{source.metadata.publisher.value ?? source.key}</span>
        <span className="bar-fact">
          <ParagraphNumber />
        </span>
        <span className="bar-space" />
        <TextSize />
        <OriginalToggle source={source} />
        <ToggleButton
          label="Details of the source"
          isSelected={details}
          onChange={(on) => reader.setState({ details: on })}
        >
          Details
        </ToggleButton>
      </div>
      {finding && <FindBar view={view} />}
      <div className="reader-body">
        <div className="reader-dock" data-original={original}>
          <TextPane key={source.id} view={view} title={sourceTitle(source)} />
          {original !== 'off' && <OriginalDock key={source.id} source={source} view={view} />}
          {details && <Details key={source.id} source={source} />}
        </div>
      </div>
    </>
  )
}

function ParagraphNumber() {
  const text = useInReader((state) => state.text)
  const number = useInReader((state) => state.paragraph)
  if (!text) return null
  const block = number === null ? undefined : text.blocks[number - 1]
  if (!block) return count(text.blocks.length, 'paragraph')
  // As it is cited; where the text has no pages, out of how many tells how far one is.
  return block.page === undefined ? `¶ ${number} of ${text.blocks.length}` : locatorOf(text.blocks, block)
}

const SIZES = [14, 15, 17, 18, 20, 22]

function TextSize() {
  const size = usePreferences((state) => state.readerSize)
  return (
    <MenuButton
      className="small"
      label="Aa: text size"
      groups={[
        {
          title: 'Text size',
          entries: SIZES.map((value) => ({
            id: String(value),
            label: `${value} px`,
            checked: value === size,
            onAction: () => setPreferences({ readerSize: value })
          }))
        }
      ]}
    >
      Aa
    </MenuButton>
  )
}

const INTACT: Stored = { original: 'intact', text: 'intact' }

function TextPane({ view, title }: { view: TextView; title: string }) {
  const { text } = view
  const reader = useOwnReader()
  const source = useInReader((state) => state.source)!
  const all = useCase((state) => state.quotes)
  const selected = useInReader((state) => state.selectedQuote)
  const at = useInReader((state) => state.cursor)
  const readOnly = useCase((state) => state.readOnly)
  const known = useOriginals((state) => state.of.get(source.id)) ?? INTACT
  const recognised = source.text.recognition !== undefined
  const stored = useMemo(() => ({ ...known, recognised }), [known, recognised])
  const quotes = useMemo(
    () => [...all.values()].filter((quote) => quote.sourceId === source.id && quote.target.textSha256 === text.sha256),
    [all, source.id, text.sha256]
  )
  const { marks, chosen: chosenMark } = useMarksHere(source.id, text)
  const article = useRef<HTMLElement>(null)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  useLayoutEffect(
    () => (article.current && scroller ? view.attach(article.current, scroller) : undefined),
    [view, scroller]
  )
  useHeldFocus(article)
  usePassage(view, scroller, article)
  useReadingPlace(view, scroller, source.id)
  useHitPaint(view, source.id)
  useSuggested(view, source.id, readOnly)
  const names = useNamesPaint(view, source.id)
  const dates = useDatesPaint(view, source.id, `${text.sha256} ${source.metadata.published.value ?? ''}`)
  useDoubtPaint(view)
  const { value: language } = source.metadata.language
  const cursor = useCursor(view, language)
  const [menu, setMenu] = useState<AskedMenu | null>(null)
  const headline = useMemo(() => headlineOf(text, title), [text, title])
  const [card, setCard] = useState<{ mark: HTMLElement; ids: string[] } | null>(null)
  const closeCard = useCallback(() => setCard(null), [])
  const openCard = (at: Element, ids: string[]): void => {
    const mark = at.closest<HTMLElement>('mark')
    chooseAt(ids[0]!, reader)
    if (mark) setCard({ mark, ids })
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const { key } = event
    const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
    const ids = quotesAt(event.target)
    if (suggestionKey(event)) return
    if ((key === 'Enter' || key === ' ') && ids.length > 0 && !command) {
      event.preventDefault()
      openCard(event.target as Element, ids)
    } else if (key === 'Escape' && ids.length > 0) article.current?.focus({ preventScroll: true })
    else if (key === 'Escape' && reader.getState().selection) document.getSelection()?.removeAllRanges()
    else if (key === 'Escape' && goBack()) event.stopPropagation()
    else if (key === 'Escape') reader.setState({ cursor: null })
    else if (key.toLowerCase() === 'a' && command) {
      event.preventDefault()
      view.select(0, text.text.length)
    } else if (key === 'Tab') tabThroughQuotes(event)
    else cursor.onKeyDown(event)
  }
  return (
    <div className="scroll reader-scroll" ref={setScroller}>
      <article
        ref={article}
        className="article"
        tabIndex={0}
        data-pane-focus
        aria-label={title}
        aria-description="Arrow keys move by sentence and by paragraph, with Shift they mark; Q quotes."
        dir={view.direction}
        lang={language ?? undefined}
        onPointerDown={withoutFocusOfMark}
        onPointerUp={cursor.onPointerUp}
        onKeyDown={onKeyDown}
        onCopy={(event) => {
          const range = view.selected()
          if (!range) return
          // From the text itself: what is out of sight isn't on the page.
          event.preventDefault()
          event.clipboardData.setData('text/plain', text.text.slice(range.start, range.end))
        }}
        onClick={(event) => {
          if (!document.getSelection()?.isCollapsed) return
          const ids = quotesAt(event.target)
          const suggested = suggestionAt(view, source.id, event)
          if (ids.length > 0) openCard(event.target as Element, ids)
          else if (suggested) goToSuggestion(suggested)
          else leaveSuggestion()
        }}
        onContextMenu={(event) => {
          const asked = askedOf(event, event.currentTarget)
          if (!asked) return
          event.preventDefault()
          chooseAt(asked.id, reader)
          setMenu(asked)
        }}
      >
        <Article
          view={view}
          quotes={quotes}
          marks={marks}
          selected={selected ?? chosenMark}
          headline={headline}
          stored={stored}
        >
          <SourceHead source={source} titled={headline === 0} quotes={quotes.length} />
          <RecognitionNote source={source} />
        </Article>
      </article>
      <p className="hidden-text" aria-live="polite" lang={language ?? undefined} dir={view.direction}>
        {cursor.said}
      </p>
      {card && <QuoteCard key={card.ids.join(' ')} {...card} stored={stored} text={text.text} onClose={closeCard} />}
      <SuggestionBar view={view} scroller={scroller} sourceId={source.id} />
      <UnderlineTip view={view} scroller={scroller} names={names} dates={dates} cursor={at} />
      <SelectionTools view={view} article={article} scroller={scroller} />
      {menu && <SubjectMenu {...subjectOf(menu.id)} menu={menu} onClose={() => setMenu(null)} />}
    </div>
  )
}
