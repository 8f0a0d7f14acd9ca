import { create } from 'zustand'
import type { ImportReport } from '../../../shared/import/report.ts'
import type { Failure } from '../../../shared/errors/errors.ts'
import type { Place } from '../../../shared/api/place.ts'
import { forgetWithCase } from './forget.ts'

/** A file or folder: the path to be shown, and the place that requests take. */
export interface Located {
  place: Place
  path: string
}

/**
 * The kinds of dialogs there are, each with what it is given. These are what the state asks the user by itself; a feature declares its own in its
 * `feature.ts`, beside what draws them.
 */
export interface DialogKinds {
  'import-report': { report: ImportReport }
  metadata: { ids: string[] }
  'edit-sources': { ids: string[] }
  'confirm-sources': { ids: string[] }
  withhold: { subject: WithholdSubject }
  grade: { subject: GradeSubject }
  'statement-origins': { statementId: string }
  /** All of the open brief's when `statementId` is null. */
  'statement-findings': { statementId: string | null }
  /** All of the open brief's when `statementId` is null. */
  comments: { statementId: string | null }
  /** `act` is what can't be done while something is unsaved; `proceed` does it nevertheless. */
  unsaved: { act: 'Close' | 'Lock'; proceed: () => void }
  unlock: { asking: Unlocking }
  damaged: { folder: Located; failure: Failure }
  /** Another case's folder, or the conflict copies in this one when `copy` is null. */
  merge: { copy: Located | null }
}

/** The dialog that is open. At most one is. */
export type DialogState = { [K in keyof DialogKinds]: { kind: K } & DialogKinds[K] }[keyof DialogKinds]

/** What is to be withheld: words of a block (null where they stand in none), a block of the brief, or a source. */
export type WithholdSubject =
  | { kind: 'words'; exact: string; blockId: string | null }
  | { kind: 'block'; blockId: string; words: string }
  | { kind: 'source'; sourceId: string }

/** What is graded. */
export interface GradeSubject {
  of: 'source' | 'quote'
  id: string
}

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
