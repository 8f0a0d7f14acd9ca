import { create } from 'zustand'
import type { ImportReport, Output } from '../../shared/api/contract.ts'

/** The dialog that is open. At most one is. */
export type DialogState =
  | { kind: 'new-case' }
  | { kind: 'case' }
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'preferences' }
  | { kind: 'paste'; text: string; html: string | null; url: string | null }
  | { kind: 'import-report'; report: ImportReport }
  | { kind: 'metadata'; ids: string[] }
  | { kind: 'quote'; id: string }
  | { kind: 'new-brief' }
  | { kind: 'brief-fields' }
  | { kind: 'link' }
  | { kind: 'markdown-report'; unresolved: Output<'brief.importMarkdown'>['unresolved']; title: string }
  | { kind: 'export' }
  | { kind: 'verify-pdf'; path: string }
  | { kind: 'unsaved'; proceed: () => void }

export const useDialog = create<{ dialog: DialogState | null }>(() => ({ dialog: null }))

export function showDialog(dialog: DialogState): void {
  useDialog.setState({ dialog })
}

export function closeDialog(): void {
  useDialog.setState({ dialog: null })
}
