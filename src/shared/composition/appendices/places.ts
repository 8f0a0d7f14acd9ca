import type { SourcePassage } from '../analysis.ts'
import type { Run } from '../block.ts'
import type { ExportInput } from '../input.ts'
import type { References } from '../references.ts'

/** A source by its short name, linked to its entry in the list; `–` for one that isn't there. */
export function sourceRun(id: string, references: References): Run {
  const source = references.source(id)
  return source ? references.linkTo(source) : { text: '–' }
}

/** Sources one behind the other: `[1], [4]`. */
export function sourceRuns(ids: readonly string[], references: References): Run[] {
  return ids.flatMap((id, i): Run[] => (i === 0 ? [] : [{ text: ', ' }]).concat(sourceRun(id, references)))
}

/** `statement 3`, `statements 1, 4 and 7`, in any case. */
const STATEMENTS = /(\bstatements? \d+(?:(?:, | and )\d+)*)/iu

/**
 * A text with the keys of cited sources (`S3`) as their short names, linked to their entries in the list, and with the numbers of statements linked to
 * these.
 */
export function withLinks(text: string, { sources }: ExportInput, references: References): Run[] {
  const ids = new Map(sources.map(({ source }) => [source.key, source.id]))
  const places = new Map(references.statements.map(({ number, destination }) => [String(number), destination]))
  return text.split(STATEMENTS).flatMap((part, i) =>
    part.split(i % 2 === 1 ? /(\d+)/u : /\b(S[1-9]\d*)\b/u).map((word): Run => {
      const id = i % 2 === 1 ? undefined : ids.get(word)
      if (id !== undefined) return sourceRun(id, references)
      const destination = i % 2 === 1 ? places.get(word) : undefined
      return destination === undefined
        ? { text: word }
        : { text: word, target: { destination }, about: `Statement ${word}`, voice: 'cite' }
    })
  )
}

/** Where a passage stands: its source and the place in it. */
export function whereRuns({ sourceId, locator }: SourcePassage, references: References): Run[] {
  return [sourceRun(sourceId, references), { text: locator === null ? '' : ` ${locator}` }]
}

/** The page on which a statement stands. */
export function statementPage(id: string, references: References): Run[] {
  const printed = references.statements.find((statement) => statement.id === id)
  if (!printed) return []
  const { destination } = printed
  return [
    {
      text: 'p.\u00a0',
      pageOf: destination,
      target: { destination },
      about: 'Back to the statement',
      voice: 'cite'
    }
  ]
}

/** The words of a statement as they are printed, without citations and notes. */
export function statementWords(id: string, references: References): string {
  const printed = references.statements.find((statement) => statement.id === id)
  const words = (printed?.runs ?? []).filter(({ voice }) => voice !== 'cite').map(({ text }) => text)
  return words.join('').replace(/\s+/gu, ' ').trim()
}

/** A text on one line. */
export function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
