import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { SubjectMenu, type AskedMenu } from '../registry/subject-menu.tsx'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { reopenSource, useReader, goBack } from '../state/sources/reader.ts'
import { setPreferences, usePreferences } from '../state/window/preferences.ts'
import type { Stored } from '../../shared/brief/check.ts'
import { useOriginals } from '../state/case/originals.ts'
import { chooseImport } from '../state/import/import.ts'
import { sourceTitle, type SourceText } from '../../shared/source/source.ts'
import { importableWords } from '../../shared/source/import-formats.ts'
import { Button, ToggleButton } from '../ui/button.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { askedOf } from './mark-menu.ts'
import { Article, headlineOf } from './article.tsx'
import { Details } from './details.tsx'
import { highlight, rangeFinder, scrollToRange } from './dom.ts'
import { FindBar } from './find-bar.tsx'
import { SourceHead } from './source-head.tsx'
import { SelectionTools } from './selection-tools.tsx'
import './reader.css'

/** How long a passage stays painted after one has jumped to it. */
const FLASH_MS = 1800

/** The reader: one source's text with its metadata and its quotes. */
export function Reader() {
  const phase = useReader((state) => state.phase)
  const failure = useReader((state) => state.failure)
  return (
    <section className="pane reader-pane" aria-label="Reader" data-pane="reader" tabIndex={-1}>
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
          <Button look="outline" onPress={reopenSource}>
            Try again
          </Button>
        </div>
      )}
    </section>
  )
}

function NoSource() {
  const some = useCase((state) => state.sources.length > 0)
  const readOnly = useCase((state) => state.readOnly)
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
  const source = useReader((state) => state.source)
  const text = useReader((state) => state.text)
  const details = useReader((state) => state.details)
  const finding = useReader((state) => state.finding)
  if (!source || !text) return null
  return (
    <>
      <div className="bar">
        <span className="bar-title">{source.metadata.publisher.value ?? source.key}</span>
        <span className="bar-fact">
          <ParagraphNumber />
        </span>
        <span className="bar-space" />
        <TextSize />
        <ToggleButton
          label="Details of the source"
          isSelected={details}
          onChange={(on) => useReader.setState({ details: on })}
        >
          Details
        </ToggleButton>
      </div>
      {finding && <FindBar />}
      <div className="reader-body">
        <TextPane key={source.id} text={text} title={sourceTitle(source)} />
        {details && <Details key={source.id} source={source} />}
      </div>
    </>
  )
}

function ParagraphNumber() {
  const text = useReader((state) => state.text)
  const number = useReader((state) => state.paragraph)
  if (!text) return null
  return number === null ? `${text.blocks.length} paragraphs` : `¶ ${number} of ${text.blocks.length}`
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

function TextPane({ text, title }: { text: SourceText; title: string }) {
  const source = useReader((state) => state.source)!
  const all = useCase((state) => state.quotes)
  const selected = useReader((state) => state.selectedQuote)
  const stored = useOriginals((state) => state.of.get(source.id)) ?? INTACT
  const quotes = useMemo(
    () => [...all.values()].filter((quote) => quote.sourceId === source.id && quote.target.textSha256 === text.sha256),
    [all, source.id, text.sha256]
  )
  const article = useRef<HTMLElement>(null)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [menu, setMenu] = useState<AskedMenu | null>(null)
  usePassage(article)
  useParagraphNumber(scroller, article)
  const headline = useMemo(() => headlineOf(text, title), [text, title])
  return (
    <div className="scroll reader-scroll" ref={setScroller}>
      <article
        ref={article}
        className="article"
        tabIndex={0}
        data-pane-focus
        aria-label={title}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !useReader.getState().selection && goBack()) event.stopPropagation()
        }}
        onClick={(event) => {
          const mark = (event.target as Element).closest('mark')
          const ids = mark?.dataset['quotes']?.split(' ')
          if (!ids || !document.getSelection()?.isCollapsed) return
          const now = ids.indexOf(useReader.getState().selectedQuote ?? '')
          useReader.setState({ selectedQuote: ids[(now + 1) % ids.length]! })
        }}
        onContextMenu={(event) => {
          const asked = askedOf(event, event.currentTarget)
          if (!asked) return
          event.preventDefault()
          useReader.setState({ selectedQuote: asked.id })
          setMenu(asked)
        }}
        onDoubleClick={(event) => {
          const id = (event.target as Element).closest('mark')?.dataset['quotes']?.split(' ')[0]
          if (id && event.altKey) showDialog({ kind: 'quote', id })
        }}
      >
        <Article text={text} quotes={quotes} selected={selected} headline={headline} stored={stored}>
          <SourceHead source={source} titled={headline < 0} quotes={quotes.length} />
        </Article>
      </article>
      <SelectionTools article={article} scroller={scroller} />
      {menu && <SubjectMenu subject="quote" label="Quote" menu={menu} onClose={() => setMenu(null)} />}
    </div>
  )
}

/** Scrolls to the passage that was jumped to and paints it for a moment. */
function usePassage(article: React.RefObject<HTMLElement | null>): void {
  const passage = useReader((state) => state.passage)
  useLayoutEffect(() => {
    if (!passage || !article.current) return
    const range = rangeFinder(article.current)(passage)
    if (!range) return
    scrollToRange(range)
    highlight('passage', [range])
    article.current.focus({ preventScroll: true })
    const timer = setTimeout(() => highlight('passage', []), FLASH_MS)
    return () => {
      clearTimeout(timer)
      highlight('passage', [])
    }
  }, [passage, article])
}

/** Keeps the number of the topmost paragraph that shows. */
function useParagraphNumber(scroller: HTMLElement | null, article: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!scroller) return
    let due = false
    const measure = (): void => {
      due = false
      const { left, top, width } = scroller.getBoundingClientRect()
      const hit = document
        .elementsFromPoint(left + width / 2, top + 60)
        .find((element) => article.current?.contains(element))
      const number = hit?.closest<HTMLElement>('[data-n]')?.dataset['n']
      useReader.setState({ paragraph: number === undefined ? null : Number(number) })
    }
    const onScroll = (): void => {
      if (due) return
      due = true
      requestAnimationFrame(measure)
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [scroller, article])
}
