import type { CaseRecord } from '../../shared/case/case.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import type { BriefShelf } from './brief-shelf.ts'
import type { CatalogueKeeper } from './catalogue-keeper.ts'
import type { DocumentChanges } from './document-changes.ts'
import type { Document } from './document.ts'
import type { CaseFiles } from './files.ts'
import type { Notices } from './notices.ts'
import type { RecordAdapter } from './record.ts'
import type { RecordShelf } from './record-shelf.ts'
import type { SourceShelf } from './source-shelf.ts'
import type { StoreContext } from './store-context.ts'

/** What an open case is made of, for those who read it, write it, open its log and compare it with its logs. */
export interface CaseParts {
  readonly path: string
  readonly files: CaseFiles
  readonly context: StoreContext
  /** True when a newer version of Dossier wrote the case. */
  readonly newer: boolean
  readonly record: Document<CaseRecord>
  readonly recordFile: RecordAdapter<CaseRecord>
  readonly sources: SourceShelf
  readonly briefs: BriefShelf
  readonly records: RecordShelf
  readonly keeper: CatalogueKeeper
  readonly changes: DocumentChanges
  readonly notices: Notices
  /** Copies of the case's documents that a synchronising program made because two machines had changed them. */
  readonly conflictCopies: ConflictCopy[]
}

/** What is told when the case has a change and its list hasn't. */
export const LIST_BEHIND =
  'The list could not be brought up to date, but everything is saved. Close the case and open it again.'
