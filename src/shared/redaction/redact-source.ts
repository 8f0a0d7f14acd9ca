import { withheldText } from '../brief/withheld.ts'
import type { ExportSource } from '../composition/input.ts'
import type { Grading } from '../source/grading.ts'
import { noMetadata, type Found, type Source } from '../source/source.ts'
import { hideIn, reasonFor } from './line.ts'
import type { Plan } from './plan.ts'

/** A source of an export without what the plan hides; one that is withheld keeps its number alone. */
export function redactSource(exported: ExportSource, plan: Plan): ExportSource {
  const planned = plan.sources.get(exported.source.id)
  if (!planned) {
    return {
      number: exported.number,
      source: redactRecord(exported.source, plan, exported.source.original, exported.source.text),
      text: exported.text,
      original: exported.original,
      withheld: 'no',
      custody: exported.custody.map((entry) => redactEntry(entry, plan))
    }
  }
  const { reason, withheld } = planned
  const { source, text } = exported
  const original = {
    file: 'original.bin',
    name: withheldText(reason),
    mediaType: withheld === 'text' ? source.original.mediaType : '',
    bytes: 0,
    sha256: ''
  }
  const extractor = withheld === 'text' ? text.extractor : ''
  const bareText = { sha256: '', extractor, characters: 0, notice: null }
  return {
    number: exported.number,
    source:
      withheld === 'text'
        ? redactRecord(source, plan, original, bareText)
        : {
            id: source.id,
            key: source.key,
            formerKeys: [],
            importedAt: '',
            original,
            container: null,
            text: bareText,
            metadata: noMetadata(),
            tlp: null,
            grading: null,
            tags: [],
            note: '',
            deletedAt: null
          },
    text: { schema: text.schema, extractor, text: '', blocks: [], sha256: '' },
    original: exported.original,
    withheld,
    // What was done to it tells when it came, and from which file.
    custody: []
  }
}

function redactEntry(
  { at, action, detail, device }: ExportSource['custody'][number],
  plan: Plan
): ExportSource['custody'][number] {
  const told = Object.entries(detail).map(([key, value]) => [
    key,
    typeof value === 'string' ? whole(value, plan) : value
  ])
  return { at, action, detail: Object.fromEntries(told) as typeof detail, device: hideIn(device, plan.terms) }
}

function redactRecord(source: Source, plan: Plan, original: Source['original'], text: Source['text']): Source {
  const { metadata } = source
  const words = (found: Found<string>): Found<string> =>
    hidden(found, found.value && hideIn(found.value, plan.terms), String)
  const list = (found: Found<string[]>): Found<string[]> =>
    hidden(found, found.value?.map((each) => hideIn(each, plan.terms)) ?? null, JSON.stringify)
  const address = (found: Found<string>): Found<string> => bare(found, found.value && whole(found.value, plan))
  return {
    id: source.id,
    key: source.key,
    formerKeys: source.formerKeys,
    importedAt: source.importedAt,
    original: { ...original, name: whole(original.name, plan) },
    // Its hash is that of an archive with other files, which can hold anything.
    container: plan.sources.has(source.id) || source.container === null ? null : { ...source.container, sha256: null },
    text: { ...text, notice: text.notice === null ? null : hideIn(text.notice, plan.terms) },
    metadata: {
      title: words(metadata.title),
      authors: list(metadata.authors),
      publisher: words(metadata.publisher),
      published: bare(metadata.published, metadata.published.value),
      modified: bare(metadata.modified, metadata.modified.value),
      retrieved: bare(metadata.retrieved, metadata.retrieved.value),
      url: address(metadata.url),
      canonicalUrl: address(metadata.canonicalUrl),
      language: bare(metadata.language, metadata.language.value),
      section: words(metadata.section),
      edition: words(metadata.edition),
      page: words(metadata.page),
      wordCount: bare(metadata.wordCount, metadata.wordCount.value),
      // By its number an article is found in the database.
      documentId: address(metadata.documentId),
      agencies: list(metadata.agencies)
    },
    tlp: source.tlp,
    grading: redactGrading(source.grading, plan.terms),
    tags: source.tags.map((each) => hideIn(each, plan.terms)),
    note: hideIn(source.note, plan.terms),
    deletedAt: source.deletedAt
  }
}

/** Grades with what is withheld hidden in their reasons. */
export function redactGrading(grading: Grading | null, terms: Plan['terms']): Grading | null {
  if (grading === null) return null
  const { reliability, credibility, reliabilityReason, credibilityReason } = grading
  return {
    reliability,
    credibility,
    ...(reliabilityReason === undefined ? {} : { reliabilityReason: hideIn(reliabilityReason, terms) }),
    ...(credibilityReason === undefined ? {} : { credibilityReason: hideIn(credibilityReason, terms) })
  }
}

/** A value without where it was found and what else was: no export prints these. */
function bare<T>(found: Found<T>, value: T | null): Found<T> {
  return { value, evidence: null, confidence: found.confidence, alternatives: [], confirmed: found.confirmed }
}

/** The same of a value in which something may be withheld: how sure that was isn't told. */
function hidden<T>(found: Found<T>, value: T | null, written: (value: T | null) => string): Found<T> {
  const isWhole = written(value) === written(found.value)
  return { ...bare(found, value), ...(isWhole ? {} : { confidence: 1 }) }
}

function whole(name: string, plan: Plan): string {
  const reason = reasonFor(name, plan.terms)
  return reason === null ? name : withheldText(reason)
}
