import type { Brief } from '../brief/brief.ts'
import type { OriginalState } from '../brief/check.ts'
import { doubtfulFields, fieldWords } from '../source/doubt.ts'
import { recognitionWords } from '../source/recognition.ts'
import { sourceTitle, type Source, type SourceMetadata } from '../source/source.ts'
import type { Block, Run, TextBlock } from './block.ts'
import { formattedRun, STYLE_FORMS, type FormattedEntry } from './citations.ts'
import { custodyRuns } from './custody.ts'
import { writtenDate } from './dates.ts'
import { gradeDetails, gradeLegend } from './grades.ts'
import type { ExportInput, ExportSource } from './input.ts'
import { isolated } from './isolate.ts'
import type { References, Use } from './references.ts'

const ORIGINALS: Record<OriginalState, Run> = {
  intact: { text: '✓ Intact: the stored file has this SHA-256' },
  altered: { text: '≠ Altered: the stored file no longer has this SHA-256', voice: 'alarm' },
  missing: { text: '× Missing: the stored file was not found', voice: 'alarm' }
}

/**
 * The list of sources: for each what it is, its hash, and links back to where it is used; with the appendix `sources` all that
 * is known of it.
 */
export function sourceList(input: ExportInput, references: References): Block {
  const { listTitle } = STYLE_FORMS[references.style]
  const heading: TextBlock = {
    type: 'text',
    kind: 'heading',
    level: 2,
    runs: [{ text: listTitle }],
    bookmark: listTitle,
    destination: 'sources'
  }
  if (input.sources.length === 0) {
    const none: TextBlock = { type: 'text', kind: 'body', runs: [{ text: 'This brief cites no source.' }] }
    return { type: 'section', children: [heading, none], language: 'en' }
  }
  return {
    type: 'section',
    startPage: true,
    language: 'en',
    children: [
      heading,
      {
        type: 'list',
        numbering: input.citations === null ? 'Decimal' : 'None',
        hanging: true,
        items: listed(input).map(([source, reference]) => ({
          label: reference === null ? references.shortName(source) : '',
          destination: `source-${references.numberOf(source)}`,
          children: entry(source, reference, references, input)
        }))
      },
      ...(input.options.appendices.includes('sources')
        ? gradeLegend(input.sources.map(({ source }) => source.grading))
        : [])
    ]
  }
}

/** Sources with their reference, in the order of the style: by number, or as its list sorts them. */
function listed({ sources, citations }: ExportInput): [ExportSource, FormattedEntry | null][] {
  if (citations === null) return sources.map((each) => [each, null])
  const byId = new Map(sources.map((each) => [each.source.id, each]))
  return citations.entries.map((entry) => [byId.get(entry.sourceId)!, entry])
}

/** What stands at the top of an entry: the source's title, or its reference as the style prints it. */
function entryHead(source: Source, reference: FormattedEntry | null, brief: Brief): TextBlock {
  const head: TextBlock = reference
    ? { type: 'text', kind: 'reference', runs: reference.runs.map(formattedRun), keepNext: true }
    : { type: 'text', kind: 'sourceTitle', runs: [{ text: isolated(sourceTitle(source), 'en') }], keepNext: true }
  const language = reference ? brief.language : source.metadata.language.value
  if (language !== null && language !== 'en') head.language = language
  return head
}

/** Where in a paper it stood: `News, Late Edition, p. A1`. */
function printedIn({ section, edition, page }: SourceMetadata): string {
  const parts = [section.value, edition.value, page.value && `p. ${page.value}`]
  return parts
    .filter((part) => part !== null && part !== '')
    .map((part) => isolated(part!, 'en'))
    .join(', ')
}

/** What is printed of a source though it isn't sure and nobody has confirmed it. */
function doubtWords(metadata: SourceMetadata): string {
  const words = fieldWords(doubtfulFields(metadata))
  return words === '' ? '' : `${words}: found by Dossier, not confirmed`
}

function entry(
  exported: ExportSource,
  reference: FormattedEntry | null,
  references: References,
  { brief, options }: ExportInput
): TextBlock[] {
  const { source } = exported
  const { metadata } = source
  const { language } = brief
  const full = options.appendices.includes('sources')
  const uses = references.uses.get(source.id) ?? []
  const published = metadata.published.value === null ? 'date unknown' : writtenDate(metadata.published.value, language)
  const origin = [
    metadata.authors.value?.map((name) => isolated(name, 'en')).join(', '),
    metadata.publisher.value && isolated(metadata.publisher.value, 'en'),
    published,
    languageName(metadata.language.value)
  ]
  const retrieved = metadata.retrieved.value
  const details: [string, Run[]][] = [
    ['Key', text(reference === null ? '' : source.key)],
    ['From', text(origin.filter((part) => part != null && part.trim() !== '').join(' · '))],
    ['Doubtful', text(doubtWords(metadata))],
    ['Agency', text(full ? (metadata.agencies.value?.map((name) => isolated(name, 'en')).join(', ') ?? '') : '')],
    ['Printed', text(full ? printedIn(metadata) : '')],
    ['Document', text(full ? (metadata.documentId.value ?? '') : '')],
    ['Address', reference?.runs.some(({ uri }) => uri === metadata.url.value) ? [] : address(metadata.url.value)],
    ['Retrieved', text(full && retrieved !== null ? writtenDate(retrieved, language) : '')],
    ...(full ? gradeDetails(source.grading) : []),
    ['Handling', text(full ? (source.tlp ?? '') : '')],
    ...(exported.withheld === 'text' ? [LACKING] : fileDetails(exported, language, full)),
    ['Custody', full && options.custody ? custodyRuns(exported, language) : []],
    ['Quoted', pages(uses, 'quote')],
    ['Cited', pages(uses, 'citation')]
  ]
  const told = exported.withheld === 'source' ? details.slice(-2) : details
  const shown = told.filter(([, runs]) => runs.some((run) => run.text !== ''))
  return [
    entryHead(source, reference, brief),
    ...shown.map(([lead, runs], i): TextBlock => {
      return { type: 'text', kind: 'detail', lead, runs, keepNext: i < shown.length - 1 }
    })
  ]
}

/** In the place of the file and its hashes, from which withheld words could be guessed. */
const LACKING: [string, Run[]] = [
  'File',
  text('withheld with the text and their hashes, as the source holds withheld words')
]

function fileDetails({ source, original: state }: ExportSource, language: string, full: boolean): [string, Run[]][] {
  const { original, container } = source
  const place = container === null ? '' : `, from ${isolated(container.name, 'en')} › ${isolated(container.path, 'en')}`
  const file = `${isolated(original.name, 'en')} (${original.mediaType}, ${grouped(original.bytes)} bytes)${place}`
  return [
    ['File', text(full ? `${file}, imported ${writtenDate(source.importedAt, language)}` : '')],
    ['SHA-256', [{ text: original.sha256, voice: 'hash' }]],
    ['Text', text(source.text.recognition ? recognitionWords(source.text.recognition) : '')],
    ['Original', full || state !== 'intact' ? [ORIGINALS[state]] : []]
  ]
}

function text(value: string): Run[] {
  return [{ text: value }]
}

let languageNames: Intl.DisplayNames | undefined

/** A language by its English name; its tag where that has none. */
function languageName(tag: string | null): string | null {
  if (tag === null) return null
  try {
    languageNames ??= new Intl.DisplayNames('en', { type: 'language' })
    return languageNames.of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}

function address(url: string | null): Run[] {
  if (url === null || url === '') return []
  const run: Run = { text: url, voice: 'address' }
  return [/^https?:/i.test(url) ? { ...run, target: { uri: url }, about: `Link: ${url}` } : run]
}

/** Links back to every use with its page. */
function pages(uses: readonly Use[], kind: Use['kind']): Run[] {
  return uses
    .filter((use) => use.kind === kind)
    .flatMap(({ destination }, i): Run[] => {
      const link: Run = {
        text: 'p.\u00a0',
        pageOf: destination,
        target: { destination },
        about: `Back to where it is ${kind === 'quote' ? 'quoted' : 'cited'}`,
        voice: 'cite'
      }
      return i === 0 ? [link] : [{ text: ', ' }, link]
    })
}

/** Digits in groups of three, apart by a no-break space as ISO 80000-1 writes them. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}
