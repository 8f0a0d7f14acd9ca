import { ask } from '../state/window/bridge.ts'
import { addBriefRow, flushBrief, openBrief, useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'
import { fileName } from '../ui/format.ts'

/** Asks for a Markdown file and opens it as a new brief. What couldn't be located is listed. */
export async function importMarkdown(): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'brief-markdown' })
  if (!chosen) return
  const made = await ask('brief.importMarkdown', { path: chosen.place })
  if (!made) return
  if (!useCase.getState().briefs.some((row) => row.id === made.brief.id)) addBriefRow(made.brief)
  await openBrief(made.brief.id)
  if (made.unresolved.length > 0) {
    showDialog({ kind: 'markdown-report', unresolved: made.unresolved, title: made.brief.title })
  }
}

/** Saves the open brief as Markdown. */
export async function exportMarkdown(): Promise<void> {
  const { id, fields } = useBrief.getState()
  if (id === null || !fields || !(await flushBrief())) return
  const chosen = await ask('dialog.choose', {
    purpose: 'save-markdown',
    suggestedName: fields.title || 'Brief'
  })
  if (!chosen) return
  if (await ask('brief.exportMarkdown', { id, path: chosen.place })) {
    showMessage(`The brief was saved as ${fileName(chosen.paths[0]!)}.`)
  }
}
