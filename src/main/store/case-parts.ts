import { CASE } from '../../shared/case/records/case.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import type { OpenedFiles } from './opening.ts'
import type { CaseRecord } from '../../shared/case/case.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { BriefDocuments } from './brief-documents.ts'
import type { CatalogueSync } from './catalogue-sync.ts'
import type { DocumentChanges } from './document-changes.ts'
import { Document } from './document.ts'
import type { CaseFiles } from './files.ts'
import { Notices } from './notices.ts'
import { RecordAdapter } from './record.ts'
import { RecordDocuments } from './record-documents.ts'
import { SourceDocuments } from './source-documents.ts'
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
  readonly sources: SourceDocuments
  readonly briefs: BriefDocuments
  readonly records: RecordDocuments
  readonly sync: CatalogueSync
  readonly changes: DocumentChanges
  readonly notices: Notices
  /** Copies of the case's documents that a synchronising program made because two machines had changed them. */
  readonly conflictCopies: ConflictCopy[]
}

/** What the store of a case is made of. `putBacks` gets the documents that are put back later, to be logged with the opening. */
export function partsOf(
  opened: OpenedFiles,
  context: StoreContext,
  list: Pick<CaseParts, 'sync' | 'changes'>,
  putBacks: OpenedFiles['putBacks']
): CaseParts {
  const { files, record, newer, lock, path } = opened
  const notices = new Notices(opened.damages, opened.notices)
  const recordFile = new RecordAdapter(files, CASE_FILE, CASE)
  const options = {
    newer,
    repair: lock ? { backups: opened.backups, now: context.now } : null,
    damage: (sentence: string) => notices.addDamage(sentence),
    putBack: (name: string, notice: string) => void putBacks.push({ name, notice })
  }
  return {
    path,
    files,
    context,
    newer,
    record: Document.of(recordFile, record, CASE.what),
    recordFile,
    sources: new SourceDocuments(files, options),
    briefs: new BriefDocuments(files, options),
    records: new RecordDocuments(files, options),
    ...list,
    notices,
    conflictCopies: []
  }
}

/** What is told when the case has a change and its list hasn't. */
export const LIST_BEHIND =
  'The list could not be brought up to date, but everything is saved. Close the case and open it again.'
