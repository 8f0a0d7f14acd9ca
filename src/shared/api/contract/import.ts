import { z } from 'zod'
import { ImportItem, ImportReport, UnfinishedImport } from '../../import/report.ts'
import { Block, imageTypeOf, SourceMetadata } from '../../source/source.ts'
import { chosen, chosenMany } from '../place.ts'
import { Bytes, Nothing, type RequestDeclaration } from './request.ts'

/** What an importer makes of one document. */
const ExtractedDocument = z.object({
  extractor: z.string(),
  /** The encoding in which a text file is written, as it was read. */
  encoding: z.string().optional(),
  text: z.string(),
  blocks: z.array(Block),
  metadata: SourceMetadata,
  /** What a reader must know of the text, a sentence. */
  notice: z.string().nullable()
})

/** The bytes of a picture that a brief can show. */
const Picture = Bytes.refine((bytes) => imageTypeOf(bytes) !== null, 'This is no picture that a brief can show.')

/** With `itemsLater` the report comes without its items: thousands at once would hold up the window. `import.items` has them. */
const ItemsLater = z.object({ itemsLater: z.boolean().optional() })

export const importRequests = {
  'import.start': {
    does: 'edits',
    long: true,
    input: ItemsLater.extend({ paths: chosenMany('import-files', 'import-folder', 'dropped') }),
    output: ImportReport
  },
  'import.paste': {
    does: 'edits',
    long: true,
    input: z.object({ text: z.string(), html: z.string().nullable(), url: z.string().nullable() }),
    output: ImportReport
  },
  /** Pictures that were pasted into a brief, each as a source. Its report has an item for each, in their order. */
  'import.pictures': {
    does: 'edits',
    long: true,
    input: z.object({ pictures: z.array(z.object({ alt: z.string(), bytes: Picture })).min(1) }),
    output: ImportReport
  },
  'import.pause': { does: 'steers', input: Nothing, output: Nothing },
  'import.resume': { does: 'steers', input: Nothing, output: Nothing },
  'import.cancel': { does: 'steers', input: Nothing, output: Nothing },
  /** Writes the report of the last import: a table (CSV) or, when the path ends in `.json`, JSON. */
  'import.saveReport': { does: 'writes', input: z.object({ path: chosen('save-import-report') }), output: Nothing },
  /** The import into the open case that was cut short; null when there is none. */
  'import.unfinished': { does: 'reads', input: Nothing, output: UnfinishedImport.nullable() },
  /** Goes on with it; its report holds what was done before as well. */
  'import.continue': { does: 'edits', long: true, input: ItemsLater, output: ImportReport },
  /** Items of the last import's report, in their order. */
  'import.items': {
    does: 'reads',
    input: z.object({ offset: z.int().nonnegative(), limit: z.int().positive() }),
    output: z.array(ImportItem)
  },
  /** Forgets it. What it imported stays. */
  'import.forget': { does: 'writes', input: Nothing, output: Nothing },

  /** Refuses a place where no report can be saved, before an import that may take long. */
  'import.checkReportPlace': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ path: z.string() }),
    output: Nothing
  },
  /** What an import would make of a file, without a case. */
  'import.extract': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ path: z.string() }),
    output: ExtractedDocument
  }
} as const satisfies Record<string, RequestDeclaration>
