import { DossierError } from '../../../shared/errors/errors.ts'
import { foundAgain } from '../../../shared/quote/reanchor.ts'
import {
  OCR_LANGUAGE_NAMES,
  ocrLanguageOf,
  tagOf,
  type OcrLanguage,
  type Recognition
} from '../../../shared/source/recognition.ts'
import { canRecognise, type RecognitionItem } from '../../../shared/source/recognition-report.ts'
import { sourceTitle, type Source, type SourceText } from '../../../shared/source/source.ts'
import { sha256 } from '../../base/hash.ts'
import { withRecognised } from '../../import/recognition/assemble.ts'
import type { RecognisedPage } from '../../import/recognition/recognised-page.ts'
import type { ImportWorker } from '../../import/worker/import-worker.ts'
import type { OpenCase } from '../open-case.ts'

/** Pages in a row that take too long or too much memory before the rest is left alone. */
const MOST_SPENT = 3
/** More numbers than these say nothing to a reader. */
const MOST_NAMED = 12

/** What recognising needs besides the case. */
export interface RecognitionDeps {
  worker: ImportWorker
  now: () => Date
  signal: AbortSignal
  /** What the edits of one run have in common: they are undone together. */
  gesture: string
  onPage: (page: number, pages: number) => void
}

type Outcome = Pick<RecognitionItem, 'status' | 'pages' | 'characters' | 'confidence' | 'notice'>

/**
 * Recognises the text of a source on the pages that have none, and makes it the source's. What was recognised before is recognised anew; pages that have text of their own keep
 * it. The original is only read.
 * @throws DossierError `bad-request` for a source without pictures, `cancelled`, those of reading, or a storage failure; the source has the text that it had
 */
export async function recogniseSource(
  open: OpenCase,
  source: Source,
  languages: readonly OcrLanguage[],
  deps: RecognitionDeps
): Promise<Outcome> {
  const { id, key, original, text: known } = source
  if (!canRecognise(source)) {
    throw new DossierError(
      'bad-request',
      `${key} is neither a PDF nor a picture, so there is nothing to recognise. It is unchanged.`
    )
  }
  if ((await open.store.originalState(id)) !== 'intact') {
    throw new DossierError(
      'damaged',
      `The original of ${key} isn’t the one that was imported, so its text can’t be recognised. Put it back from a backup (dossier repair) first.`
    )
  }
  const before = await open.store.text(id)
  const hasPages = original.mediaType === 'application/pdf'
  const kept = ownPart(before, known.recognition)
  const texted = new Set(kept.blocks.map(({ page }) => page ?? 1))
  const bytes = await open.store.original(id)
  const hint = { name: original.name, url: null, given: [] }
  const scan = await deps.worker.scan({ bytes, mediaType: original.mediaType, languages }, hint, deps.signal)
  const found = new Map<number, RecognisedPage>()
  const failed: number[] = []
  const empty: number[] = []
  try {
    let spent = 0
    for (let page = 1; page <= scan.pages; page++) {
      if (texted.has(page)) continue
      deps.onPage(page, scan.pages)
      try {
        const recognised = spent < MOST_SPENT ? await scan.page(page) : null
        if (spent >= MOST_SPENT) failed.push(page)
        else if (recognised && recognised.paragraphs.length > 0) found.set(page, recognised)
        else empty.push(page)
      } catch (error) {
        if (!(error instanceof DossierError) || error.code === 'cancelled') throw error
        failed.push(page)
        if (error.code === 'timeout' || error.code === 'out-of-memory') spent++
      }
    }
  } finally {
    await scan.close()
  }
  const troubles = [
    named(failed, 'couldn’t be read: too large or damaged', hasPages),
    named(empty, 'shows no letters', hasPages)
  ].filter((sentence) => sentence !== null)
  if (found.size === 0) {
    const nothing = texted.size > 0 && failed.length + empty.length === 0
    const notice = nothing ? 'All of its pages have text already.' : troubles.join(' ')
    return { status: failed.length > 0 ? 'failed' : 'nothing', pages: 0, characters: 0, confidence: null, notice }
  }
  const words = [...found.values()].reduce((sum, page) => sum + page.words, 0)
  const confidence = [...found.values()].reduce((sum, page) => sum + page.confidence, 0) / Math.max(1, words)
  const recognition: Recognition = {
    engine: scan.engine,
    languages: [...languages],
    at: deps.now().toISOString(),
    confidence: Math.round(confidence * 10) / 10,
    pages: [...found.keys()],
    imported: known.recognition?.imported ?? known.sha256,
    corrections: 0
  }
  const assembled = withRecognised(kept, found, { hasPages })
  const extractor = [...(kept.blocks.length > 0 ? [before.extractor.split('+')[0]!] : []), engineId(scan.engine)].join(
    '+'
  )
  const text: SourceText = { schema: 8, extractor, ...assembled, sha256: sha256(assembled.text) }
  const notice = [told(recognition, hasPages), ...troubles].join(' ')
  await open.setText(source, text, {
    action: 'text-recognised',
    gesture: deps.gesture,
    change: { extractor, notice, recognition },
    quotes: (quotes) => foundAgain(quotes, text),
    metadata: (metadata) => {
      const [only, ...more] = languages
      if (metadata.language.value !== null || !only || more.length > 0) return metadata
      const evidence = { from: 'text', detail: `recognised as ${OCR_LANGUAGE_NAMES[only]}` }
      return { ...metadata, language: { value: tagOf(only), evidence, confidence: 0.7, alternatives: [] } }
    },
    detail: {
      engine: scan.engine,
      languages: languages.join('+'),
      pages: found.size,
      confidence: recognition.confidence,
      characters: text.text.length,
      sha256: text.sha256
    }
  })
  return {
    status: 'recognised',
    pages: found.size,
    characters: text.text.length,
    confidence: recognition.confidence,
    notice: troubles.length === 0 ? null : troubles.join(' ')
  }
}

/** What of a text was in the original as text: what was recognised before is left out. */
function ownPart(text: SourceText, recognition: Recognition | undefined): Pick<SourceText, 'text' | 'blocks'> {
  if (!recognition) return text
  const pages = new Set(recognition.pages)
  return { text: text.text, blocks: text.blocks.filter(({ page }) => !pages.has(page ?? 1)) }
}

function engineId(engine: string): string {
  return engine.replace(' ', '/')
}

/** What a reader must know of a recognised text. */
function told({ engine, languages, confidence, pages }: Recognition, hasPages: boolean): string {
  const where = hasPages ? ` on ${pages.length === 1 ? `page ${pages[0]}` : `${pages.length} pages`}` : ''
  const names = languages.map((language) => OCR_LANGUAGE_NAMES[language]).join(' and ')
  return `This text was recognised in pictures${where} by ${engine} (${names}; mean confidence ${Math.round(confidence)} %): compare what you quote with the original.`
}

function named(pages: readonly number[], what: string, hasPages: boolean): string | null {
  if (pages.length === 0) return null
  if (!hasPages) return `The picture ${what}.`
  const listed = pages.slice(0, MOST_NAMED).join(', ')
  const more = pages.length > MOST_NAMED ? ` and ${pages.length - MOST_NAMED} more` : ''
  return `${pages.length === 1 ? 'Page' : 'On each of the pages'} ${listed}${more}: ${what}.`
}

/** The languages to recognise a source in when nobody says: its own, else that of most sources of the case, else English. */
export function languagesFor(open: OpenCase, source: Pick<Source, 'metadata'>): OcrLanguage[] {
  const own = ocrLanguageOf(source.metadata.language.value)
  if (own) return [own]
  const counts = new Map<OcrLanguage, number>()
  for (const { language } of open.store.list().rows) {
    const known = ocrLanguageOf(language)
    if (known) counts.set(known, (counts.get(known) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return [most?.[0] ?? 'eng']
}

/** The report's line of a source. */
export function itemOf(source: Source, outcome: Outcome): RecognitionItem {
  return { id: source.id, key: source.key, title: sourceTitle(source), ...outcome }
}
