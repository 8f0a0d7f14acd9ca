import { z } from 'zod'
import { Brief, BriefDocument, BriefFields } from '../../brief/brief.ts'
import { BriefCheck } from '../../brief/check.ts'
import { Withheld } from '../../brief/withheld.ts'
import { chosen } from '../place.ts'
import { BriefRow } from './case.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

/** A brief that was made of Markdown, and what of it was kept though it couldn't be located. */
const ImportedBrief = z.object({
  brief: Brief,
  unresolved: z.array(z.object({ exact: z.string(), source: z.string().nullable(), reason: z.string() }))
})

/** A statement, quote block, figure or table of a brief that refers to a source or quote. */
const CitingPlace = z.object({
  briefId: z.string(),
  brief: z.string(),
  nodeId: z.string(),
  section: z.string(),
  excerpt: z.string(),
  /** Ids of those sources that were asked for and to which it refers. */
  sources: z.array(z.string()),
  /** Ids of those quotes that were asked for and which it uses. */
  quotes: z.array(z.string())
})
export type CitingPlace = z.infer<typeof CitingPlace>

export const briefRequests = {
  'brief.create': {
    does: 'edits',
    input: z.object({ title: z.string(), author: z.string(), template: z.string() }),
    output: Brief
  },
  'brief.get': { does: 'reads', input: Id, output: Brief },
  /** Answers only after the fsynced write. */
  'brief.save': {
    does: 'edits',
    input: z.object({ id: z.string(), fields: BriefFields, doc: BriefDocument }),
    output: z.object({ savedAt: z.string() })
  },
  'brief.delete': { does: 'edits', input: Id, output: z.array(BriefRow) },
  'brief.restore': { does: 'edits', input: Id, output: z.array(BriefRow) },
  /** Verifies and checks the brief as it is saved. */
  'brief.check': { does: 'reads', input: Id, output: BriefCheck },
  /** Where the briefs refer to sources, or to quotes. */
  'brief.places': {
    does: 'reads',
    input: z.object({ sources: z.array(z.string()), quotes: z.array(z.string()) }),
    output: z.array(CitingPlace)
  },
  /** The sources that each brief refers to, as the briefs are saved. */
  'brief.cited': {
    does: 'reads',
    input: Nothing,
    output: z.array(z.object({ id: z.string(), sources: z.array(z.string()) }))
  },
  /** Replaces what redacted exports of the brief leave out. */
  'brief.withhold': {
    does: 'edits',
    input: z.object({ briefId: z.string(), withheld: z.array(Withheld) }),
    output: Nothing
  },
  'brief.importMarkdown': {
    does: 'edits',
    input: z.object({ path: chosen('brief-markdown') }),
    output: ImportedBrief
  },
  'brief.exportMarkdown': {
    does: 'writes',
    input: z.object({ id: z.string(), path: chosen('save-markdown') }),
    output: Nothing
  },

  /** A brief by its id, its title, or its number in the list. */
  'brief.find': { does: 'reads', from: 'terminal', input: z.object({ which: z.string() }), output: Brief },
  'brief.markdown': { does: 'reads', from: 'terminal', input: Id, output: z.object({ markdown: z.string() }) },
  /** The text of a Markdown file. It needs no open case: a file that can't be read is told before one is opened. */
  'brief.readMarkdown': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ path: z.string() }),
    output: z.object({ markdown: z.string(), title: z.string() })
  },
  /** Makes a brief of Markdown, with a title for one that names none. */
  'brief.fromMarkdown': {
    does: 'edits',
    from: 'terminal',
    input: z.object({ markdown: z.string(), title: z.string() }),
    output: ImportedBrief
  }
} as const satisfies Record<string, RequestDeclaration>
