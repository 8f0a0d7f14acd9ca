import { create } from 'zustand'
import type { Output } from '../../shared/api/contract.ts'
import type { ImportReport } from '../../shared/import/report.ts'
import type { RelationKind } from '../../shared/analysis/copies/related.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { Place } from '../../shared/api/place.ts'
import { forgetWithCase } from './forget.ts'

/** A file or folder: the path to be shown, and the place that requests take. */
export interface Located {
  place: Place
  path: string
}

/** The dialog that is open. At most one is. */
export type DialogState =
  | { kind: 'new-case' }
  | { kind: 'case' }
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'preferences' }
  | { kind: 'keys' }
  | { kind: 'paste'; text: string; html: string | null; url: string | null }
  | { kind: 'import-report'; report: ImportReport }
  | { kind: 'metadata'; ids: string[] }
  /** Two sources that have text in common. */
  | { kind: 'compare'; a: string; b: string; relation: RelationKind }
  | { kind: 'edit-sources'; ids: string[] }
  | { kind: 'confirm-sources'; ids: string[] }
  | { kind: 'quote'; id: string }
  | { kind: 'new-brief' }
  | { kind: 'brief-fields' }
  | { kind: 'link' }
  /** A figure of the open brief to change, or a new one when `id` is null. */
  | { kind: 'figure'; id: string | null }
  | { kind: 'markdown-report'; unresolved: Output<'brief.importMarkdown'>['unresolved']; title: string }
  | { kind: 'export' }
  | { kind: 'withhold'; subject: WithholdSubject }
  /** `fromExport`: it was opened from the export, and leads back there. */
  | { kind: 'withheld'; fromExport: boolean }
  /** Asks for a PDF when `file` is null. */
  | { kind: 'verify-pdf'; file: Located | null }
  /** `act` is what can't be done while something is unsaved; `proceed` does it nevertheless. */
  | { kind: 'unsaved'; act: 'Close' | 'Lock'; proceed: () => void }
  | { kind: 'unlock'; asking: Unlocking }
  | { kind: 'encrypt' }
  | { kind: 'passphrase' }
  | { kind: 'decrypt' }
  /** Of the case in a folder that can't be opened; of the open one when `of` is null. */
  | { kind: 'backups'; of: Located | null }
  | { kind: 'damaged'; folder: Located; failure: Failure }
  /** Another case's folder, or the conflict copies in this one when `copy` is null. */
  | { kind: 'merge'; copy: Located | null }
  | { kind: 'hand-over' }

/** What is to be withheld: words of a block (null where they stand in none), a block of the brief, or a source. */
export type WithholdSubject =
  | { kind: 'words'; exact: string; blockId: string | null }
  | { kind: 'block'; blockId: string; words: string }
  | { kind: 'source'; sourceId: string }

/** What a passphrase is asked for. */
export interface Unlocking {
  title: string
  intro: string
  /** The case's folder. */
  folder: Located
  /** What the button says. */
  action: string
  /** Tries a passphrase; null when it was the right one, and then the dialog closes. */
  attempt: (passphrase: string) => Promise<Failure | null>
}

export const useDialog = create<{ dialog: DialogState | null }>(() => ({ dialog: null }))

forgetWithCase(closeDialog)

export function showDialog(dialog: DialogState): void {
  useDialog.setState({ dialog })
}

export function closeDialog(): void {
  useDialog.setState({ dialog: null })
}
