import { z } from 'zod'
import { Passage, TagRow } from '../../case/codebook/passages.ts'
import { chosen } from '../place.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/** What an import of a codebook or project did. */
export const QdaImported = z.object({
  /** Tags that were made, and those that were there already. */
  tags: z.int().nonnegative(),
  tagsThere: z.int().nonnegative(),
  /** Texts that became sources, and those that are sources already. */
  sources: z.int().nonnegative(),
  sourcesThere: z.int().nonnegative(),
  marks: z.int().nonnegative(),
  marksThere: z.int().nonnegative(),
  /** What wasn't taken over, a sentence each. */
  left: z.array(z.string())
})
export type QdaImported = z.infer<typeof QdaImported>

/** What tags retrieve and the codebook, from and to files. */
export const codebookRequests = {
  /** Writes what a tag retrieves, `below` with those below it, as CSV or Markdown by the file's ending. */
  'codebook.savePassages': {
    does: 'writes',
    input: z.object({ id: z.string(), below: z.boolean(), path: chosen('save-passages') }),
    output: Nothing
  },
  /** Writes the codebook as REFI-QDA has it (`.qdc`). `empty` when it has no tags. */
  'codebook.save': { does: 'writes', input: z.object({ path: chosen('save-codebook') }), output: Nothing },
  /** Writes codebook, texts, marks and quotes as a project of REFI-QDA (`.qdpx`). Answers what it can't hold, a sentence each. */
  'codebook.saveProject': {
    does: 'writes',
    input: z.object({ path: chosen('save-project') }),
    output: z.object({ sources: z.int(), marks: z.int(), quotes: z.int(), left: z.array(z.string()) })
  },
  /** Adds the tags of a codebook of REFI-QDA. Those of a name that is there stay as they are. */
  'codebook.open': { does: 'edits', input: z.object({ path: chosen('open-codebook') }), output: QdaImported },
  /** Adds the tags, texts and selections of a project of REFI-QDA. A text that the case has gets its marks; any other becomes a source. */
  'codebook.openProject': { does: 'edits', input: z.object({ path: chosen('open-project') }), output: QdaImported },

  /** What a tag retrieves, by its name, with the locator of each; offsets are Unicode code points. `not-found` for a name that no tag has. */
  'codebook.passages': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ tag: z.string(), below: z.boolean() }),
    output: z.object({
      tag: TagRow,
      passages: z.array(Passage.extend({ locator: z.string().nullable() }))
    })
  }
} as const satisfies Record<string, RequestDeclaration>
