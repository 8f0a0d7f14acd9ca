import { chronologyOf } from '../../shared/analysis/chronology/chronology.ts'
import { readChronology } from '../../shared/analysis/chronology/read-chronology.ts'
import { ruleSentence } from '../../shared/analysis/chronology/rule-sentence.ts'
import { findNames, type Name } from '../../shared/analysis/names/names.ts'
import { findNamedQuotations, type NamedQuotation } from '../../shared/analysis/quotations/quotations.ts'
import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import { DECLINED, declinedRange } from '../../shared/case/records/declined.ts'
import { sourceRow } from '../../shared/case/row.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { reportOf } from './analysis/case-reports.ts'
import type { Answer, Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import { quoteRange, type ClockAndIds } from './quotes.ts'
import { textParts } from './text-parts.ts'

interface Range {
  start: number
  end: number
}

/** What a text holds: the same whoever asks, so it's kept by the text's hash. */
interface Found {
  quotations: NamedQuotation[]
  names: Name[]
}
type Suggestion = Answer<'suggestion.quotes'>[number]

/** Texts whose quotations and names are kept in memory. They are found again in a few milliseconds, so nothing of them is on the disk. */
const KEPT = 300

/** The requests about what is proposed for quoting, and the names in texts. */
export function suggestionHandlers(
  opened: () => OpenCase,
  emit: Emit,
  clockAndIds: ClockAndIds
): Pick<Handlers, Extract<PageRequest, `suggestion.${string}`>> {
  const kept = new Map<string, Promise<Found>>()
  const foundIn = async (open: OpenCase, sourceId: string): Promise<Found> => {
    const { text } = (await open.text(sourceId)).text
    const { sha256 } = (await open.source(sourceId)).source.text
    const known = kept.get(sha256)
    kept.delete(sha256)
    const found = known ?? findAll(text)
    kept.set(sha256, found)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
    return found
  }
  const suggested = async (open: OpenCase, sourceId: string): Promise<Suggestion[]> => {
    const record = await open.source(sourceId)
    const { text, state } = await open.text(sourceId)
    // Nothing can be quoted from a text that isn't the one imported.
    if (state !== 'intact') return []
    const { quotations } = await foundIn(open, sourceId)
    const taken = [
      ...record.quotes.filter(({ deletedAt }) => deletedAt === null).map(({ target }) => target),
      ...declinedOf(open, record)
    ]
    return quotations
      .filter(({ inner }) => !taken.some((range) => covers(range, inner)))
      .map((quotation) => suggestionOf(quotation, text.text, record))
  }
  return {
    'suggestion.quotes': ({ sourceId }) => suggested(opened(), sourceId),
    'suggestion.names': async ({ sourceId }) =>
      (await foundIn(opened(), sourceId)).names.map(({ start, end, kind, full, rule }) => ({
        start,
        end,
        kind,
        full,
        rule
      })),
    'suggestion.dates': async ({ sourceId }) => {
      const open = opened()
      const record = await open.source(sourceId)
      const { text } = await open.text(sourceId)
      return datesOf(record, text)
    },
    'suggestion.accept': async ({ sourceId, ranges }) => {
      const open = opened()
      const proposed = new Map((await suggested(open, sourceId)).map((one) => [`${one.start}-${one.end}`, one]))
      const made = await open.edits.as(
        { action: 'quote-made', subjects: (quotes: Quote[]) => quotes.map(({ key }) => key) },
        async () => {
          const quotes: Quote[] = []
          for (const { start, end } of ranges) {
            const { speaker = null, attribution = [] } = proposed.get(`${start}-${end}`) ?? {}
            quotes.push(await quoteRange(open, { sourceId, start, end }, clockAndIds, { speaker, attribution }))
          }
          return quotes
        }
      )
      emit('source.row', sourceRow(await open.source(sourceId)))
      return made
    },
    'suggestion.decline': async ({ sourceId, ranges }) => {
      const open = opened()
      const { source } = await open.source(sourceId)
      await open.edits.as(
        { action: 'suggestions-declined', subjects: ranges.map(() => `a suggestion of ${source.key}`) },
        async () => decline(open, sourceId, source.text.sha256, ranges, clockAndIds.newId)
      )
      return {}
    }
  }
}

/** The dates of a source by itself, with how each was counted. */
function datesOf(record: SourceRecord, text: SourceText): Answer<'suggestion.dates'> {
  const { id, key, metadata } = record.source
  const report = reportOf(record, text)
  const events = readChronology(report.text, report.blocks, report.language)
  const { entries } = chronologyOf([{ id, key, published: metadata.published.value, events }])
  const words = new Map(entries.map((entry) => [entry.id, text.text.slice(entry.start, entry.end)]))
  return entries
    .map((entry) => {
      const { start, end, from, to, approximate } = entry
      const rule = ruleSentence(entry, words.get(entry.id)!, (other) => `the day of “${words.get(other)!}”`)
      return { start, end, from, to, approximate, rule }
    })
    .sort((a, b) => a.start - b.start)
}

async function decline(
  open: OpenCase,
  sourceId: string,
  textSha256: string,
  ranges: readonly Range[],
  newId: () => string
): Promise<void> {
  const passages = ranges.map(({ start, end }) => `${start}-${end}`)
  const known = open.store.records(DECLINED).list({ of: 'source', id: sourceId })
  const same = known.find((record) => record.textSha256 === textSha256)
  if (same === undefined) {
    await open.edits.addRecords(DECLINED, [{ id: newId(), sourceId, textSha256, passages }])
    return
  }
  await open.edits.updateRecord(DECLINED, same.id, (record) => ({
    ...record,
    passages: [...new Set([...record.passages, ...passages])]
  }))
}

function declinedOf(open: OpenCase, { source }: SourceRecord): Range[] {
  return open.store
    .records(DECLINED)
    .list({ of: 'source', id: source.id })
    .filter(({ textSha256 }) => textSha256 === source.text.sha256)
    .flatMap(({ passages }) => passages.map(declinedRange))
}

/** True when a range has at least half of the shorter of both: what was quoted a word longer, or declined before its end was found elsewhere. */
function covers(a: Range, b: Range): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared * 2 >= Math.min(a.end - a.start, b.end - b.start)
}

function suggestionOf(quotation: NamedQuotation, text: string, { source }: SourceRecord): Suggestion {
  const { inner, kind, name, carriers, cue, isUnsure } = quotation
  const { publisher, agencies } = source.metadata
  const chain = [publisher.value ?? [], agencies.value ?? [], carriers, name ?? []].flat()
  return {
    start: inner.start,
    end: inner.end,
    kind,
    speaker: name,
    // Its last link is who said it: without that there is no chain.
    attribution: name === null ? [] : [...new Set(chain)],
    cue: cue === null ? null : text.slice(cue.start, cue.end),
    isUnsure
  }
}

/** All quotations and names of a text; a long one part by part, each to the end of a paragraph. */
async function findAll(text: string): Promise<Found> {
  const found: Found = { quotations: [], names: [] }
  for await (const { from, part } of textParts(text)) {
    const names = findNames(part)
    for (const quotation of findNamedQuotations(part, names)) found.quotations.push(moved(quotation, from))
    for (const name of names) found.names.push({ ...name, start: name.start + from, end: name.end + from })
  }
  return found
}

function moved(quotation: NamedQuotation, by: number): NamedQuotation {
  if (by === 0) return quotation
  const range = ({ start, end }: Range): Range => ({ start: start + by, end: end + by })
  const { cue, speaker, inner, parts } = quotation
  return {
    ...quotation,
    ...range(quotation),
    inner: range(inner),
    parts: parts.map(range),
    cue: cue && range(cue),
    speaker: speaker && range(speaker)
  }
}
