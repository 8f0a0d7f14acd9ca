import { appendix } from './appendix.ts'
import type { Block, ContentsGroup } from './block.ts'
import { STYLE_FORMS } from './citations.ts'
import { chronology } from './chronology.ts'
import { quotesInContext } from './context.ts'
import type { ExportInput, Medium } from './input.ts'
import { markedPassages } from './marked.ts'
import type { AppendixName } from './options.ts'
import type { References } from './references.ts'
import { statement, summary } from './summary.ts'

/** What stands behind the brief, with the entries that it has in the contents. */
export interface Appendices {
  blocks: Block[]
  entries: ContentsGroup['entries']
}

/**
 * The appendices that an export asks for. The list of sources always stands; where the table of quotes isn't asked for, a line
 * says how many hold.
 */
export function appendices(
  input: ExportInput,
  references: References,
  { medium, fingerprint }: { medium: Medium; fingerprint: string | null }
): Appendices {
  const wanted = new Set<AppendixName>(input.options.appendices)
  const blocks: Block[] = [appendix(input, references)]
  const entries: ContentsGroup['entries'] = [entry(STYLE_FORMS[input.options.citations].listTitle, 'sources')]
  if (wanted.has('quotes')) {
    blocks.push(quotesInContext(input, references))
    entries.push(entry('Quotes in context', 'quotes'))
  }
  if (wanted.has('chronology')) {
    blocks.push(chronology(input, references))
    entries.push(entry('Chronology of publication', 'publication'))
  }
  if (wanted.has('marks')) {
    blocks.push(markedPassages(input, references))
    entries.push(entry('Marked passages', 'marked'))
  }
  if (wanted.has('verification')) {
    blocks.push(summary(input, references, medium, fingerprint))
    entries.push(entry('Verification', 'verification'))
  } else {
    blocks.push(statement(input, references, medium, fingerprint))
  }
  return { blocks, entries }
}

function entry(title: string, destination: string): ContentsGroup['entries'][number] {
  return { lead: '', title, destination, sub: false }
}
