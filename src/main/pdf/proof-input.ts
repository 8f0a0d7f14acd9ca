import type { ProofInput } from '../../shared/proof/proof.ts'
import { sourceTitle } from '../../shared/source/source.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import type { PrintedQuote } from '../../shared/composition/references.ts'

/** What the proof of an export is built from. `quotes` are the printed ones, in their order. */
export function proofInput(input: ExportInput, quotes: readonly PrintedQuote[]): ProofInput {
  const { brief, check, generator, options } = input
  const numbers = new Map(
    input.sources.map((each) => [each.source.id, check.sourceNumbers[each.source.id] ?? each.number])
  )
  return {
    title: brief.title,
    generator,
    date: brief.date,
    handling: brief.tlp,
    includeTexts: options.includeTexts,
    quotes: quotes.map(({ number, words, check: found, source }) => ({
      number,
      words,
      state: found?.verification.state ?? 'missing',
      sourceNumber: source ? (numbers.get(source.source.id) ?? null) : null,
      start: found?.verification.start ?? null,
      end: found?.verification.end ?? null
    })),
    sources: input.sources.map(({ source, text, original, withheld }) => ({
      sourceNumber: numbers.get(source.id)!,
      title: sourceTitle(source),
      authors: source.metadata.authors.value ?? [],
      publisher: source.metadata.publisher.value,
      published: source.metadata.published.value,
      imported: source.importedAt,
      url: source.metadata.url.value,
      language: source.metadata.language.value,
      fileName: source.original.name,
      mediaType: source.original.mediaType,
      bytes: source.original.bytes,
      originalSha256: withheld === 'no' ? source.original.sha256 : null,
      originalState: original,
      extractor: text.extractor,
      textSha256: withheld === 'no' ? text.sha256 : null,
      text: withheld === 'no' ? text.text : null
    }))
  }
}
