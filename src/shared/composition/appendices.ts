import { chapter, type Appendix } from './appendices/appendix.ts'
import { descriptors } from './appendices/descriptors.ts'
import { events } from './appendices/events.ts'
import { figures } from './appendices/figures.ts'
import { likelihood } from './appendices/likelihood.ts'
import { markedPassages } from './appendices/marks.ts'
import { matrix } from './appendices/matrix.ts'
import { origins } from './appendices/origins.ts'
import { publication } from './appendices/publication.ts'
import { quotesInContext } from './appendices/quotes.ts'
import { sourceSummary } from './appendices/source-summary.ts'
import { sourceList } from './source-list.ts'
import type { Block, ContentsGroup } from './block.ts'
import { STYLE_FORMS } from './citations.ts'
import type { ExportInput, Medium } from './input.ts'
import { APPENDICES, type AppendixName } from './options.ts'
import type { References } from './references.ts'
import { statement, summary } from './summary.ts'

/** What makes each appendix, but for the two of which something always stands. */
const MADE: Readonly<Record<Exclude<AppendixName, 'sources' | 'verification'>, Appendix>> = {
  likelihood,
  'source-summary': sourceSummary,
  descriptors,
  quotes: quotesInContext,
  origins,
  figures,
  events,
  matrix,
  chronology: publication,
  marks: markedPassages
}

/** What stands behind the brief, with the entries that it has in the contents. */
export interface Appendices {
  blocks: Block[]
  entries: ContentsGroup['entries']
}

/**
 * The appendices that an export asks for, in their order. The list of sources always stands; where the table of quotes isn't asked for, a
 * line says how many hold.
 */
export function appendices(
  input: ExportInput,
  references: References,
  { medium, fingerprint }: { medium: Medium; fingerprint: string | null }
): Appendices {
  const wanted = new Set<AppendixName>(input.options.appendices)
  const blocks: Block[] = []
  const entries: ContentsGroup['entries'] = []
  const add = (block: Block, title: string, destination: string): void => {
    blocks.push(block)
    entries.push({ lead: '', title, destination, sub: false })
  }
  for (const name of APPENDICES) {
    if (name === 'sources') {
      add(sourceList(input, references), STYLE_FORMS[input.options.citations].listTitle, 'sources')
    } else if (name === 'verification') {
      if (wanted.has(name)) add(summary(input, references, medium, fingerprint), 'Verification', 'verification')
      else blocks.push(statement(input, references, medium, fingerprint))
    } else if (wanted.has(name)) {
      const made = MADE[name]
      const body = made.body(input, references)
      if (body.length > 0) add(chapter(name, made, body), made.title, name)
    }
  }
  return { blocks, entries }
}
