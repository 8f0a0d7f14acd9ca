import { DossierError } from '../../../shared/errors/errors.ts'
import type { Brief } from '../../../shared/brief/brief.ts'
import { checkBrief } from '../../../shared/brief/check-brief.ts'
import { referencesOf, walkBlocks } from '../../../shared/brief/walk.ts'
import type { ExportInput, ExportSource } from '../../../shared/composition/input.ts'
import { wellFormed } from '../../../shared/composition/printable.ts'
import type { ExportOptions } from '../../../shared/composition/options.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import type { LocatedPassage } from '../../../shared/case/codebook/passage-table.ts'
import { locatorOf } from '../../../shared/source/locator.ts'
import type { Source } from '../../../shared/source/source.ts'
import type { CaseLookup, OpenCase } from '../open-case.ts'
import { exportAnalysis } from './analysis.ts'
import { figureImages } from './images.ts'

/**
 * All that an export of a brief is made from, as it is on the disk now, verified. Citations are formatted later, by who prints
 * them.
 * @throws DossierError `damaged` when a cited source can't be read, `too-large` or `unreadable` for an image, `io`
 */
export async function exportInput(
  open: OpenCase,
  briefId: string,
  options: ExportOptions,
  generator: string
): Promise<ExportInput> {
  open.forget()
  // As it is printed: halves of characters, which the clipboard can hold, are no words of a source.
  const brief = wellFormed(open.brief(briefId))
  const lookup = await open.lookupFor(brief)
  const check = checkBrief(brief.doc, lookup)
  const images = await figureImages(open, brief, lookup)
  const custody = options.custody ? await custodyOf(open) : () => []
  const sources = Object.entries(check.sourceNumbers)
    .sort(([, a], [, b]) => a - b)
    .flatMap(([id, number]): ExportSource[] => {
      const loaded = lookup.loaded.get(id)
      const record = lookup.records.get(id)
      if (!loaded || !record) return []
      const { source } = record
      const { original } = lookup.source(id)!
      return [{ number, source, text: loaded.text, original, withheld: 'no', custody: custody(source) }]
    })
  if (sources.length < Object.keys(check.sourceNumbers).length) {
    throw new DossierError(
      'damaged',
      'The stored text of a cited source is missing or damaged, so the brief can’t be proved. Nothing was written. Verify the case to see which one.'
    )
  }
  const quotes = quotesOf(brief, lookup)
  const passages = options.appendices.includes('marks') ? passagesOf(open, sources) : []
  return {
    case: open.store.record,
    brief,
    sources,
    quotes,
    passages,
    analysis: await exportAnalysis(open, brief, sources, options),
    images,
    check,
    options,
    citations: null,
    generator
  }
}

/** Looks up what the logs of all devices tell of a source, in order of time. */
async function custodyOf({ store }: OpenCase): Promise<(source: Source) => ExportSource['custody']> {
  const chains = await store.custody()
  const entries = chains
    .filter(({ foreign }) => !foreign)
    .flatMap(({ device, entries: own }) =>
      own.map(({ at, action, subject, detail }) => ({ at, action, subject, detail, device }))
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return ({ key, formerKeys }) => {
    const keys = new Set([key, ...formerKeys])
    return entries.flatMap(({ subject, ...entry }) => (subject !== null && keys.has(subject) ? [entry] : []))
  }
}

/** The marked passages of the cited sources, with their locators. */
function passagesOf(open: OpenCase, sources: readonly ExportSource[]): LocatedPassage[] {
  const texts = new Map(sources.map(({ source, text }) => [source.id, text]))
  return open.codebook.passagesWith(null).flatMap((passage) => {
    const text = texts.get(passage.sourceId)
    const { kind, start, end } = passage
    if (kind !== 'mark' || !text || start === null || end === null) return []
    return [wellFormed({ ...passage, locator: locatorOf(text.blocks, { start, end }) })]
  })
}

function quotesOf(brief: Brief, lookup: CaseLookup): Quote[] {
  const ids = new Set<string>()
  for (const { node } of walkBlocks(brief.doc)) {
    for (const { quoteId } of referencesOf(node)) if (quoteId !== null) ids.add(quoteId)
  }
  return [...ids].flatMap((id) => lookup.quote(id) ?? [])
}
