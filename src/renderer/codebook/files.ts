import type { QdaImported } from '../../shared/api/contract.ts'
import { useCase } from '../state/case/case.ts'
import { ask } from '../state/window/bridge.ts'
import { keepMessage, showMessage } from '../state/window/toasts.ts'
import { undoEdit } from '../state/sources/history.ts'
import { count } from '../ui/format.ts'

function caseTitle(): string {
  return useCase.getState().record?.title ?? 'Case'
}

/** Writes the codebook to a file that the user chooses. */
export async function saveCodebook(): Promise<void> {
  const suggestedName = `${caseTitle()} codebook`
  const chosen = await ask('dialog.choose', { purpose: 'save-codebook', suggestedName })
  if (chosen && (await ask('codebook.save', { path: chosen.place }))) showMessage('The codebook was exported.')
}

/** Writes codebook, texts and marks to a file that the user chooses. */
export async function saveProject(): Promise<void> {
  const suggestedName = caseTitle()
  const chosen = await ask('dialog.choose', { purpose: 'save-project', suggestedName })
  const report = chosen && (await ask('codebook.saveProject', { path: chosen.place }))
  if (!report) return
  const { sources, marks, quotes, left } = report
  keepMessage(
    `The project was exported: ${count(sources, 'source')}, ${count(marks, 'mark')}, ${count(quotes, 'quote')}. ${left.join(' ')}`,
    undefined
  )
}

/** Writes what a tag retrieves to a file that the user chooses, as a table or in Markdown. */
export async function savePassages(tag: { id: string; name: string }, below: boolean): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'save-passages', suggestedName: tag.name })
  if (chosen && (await ask('codebook.savePassages', { id: tag.id, below, path: chosen.place })))
    showMessage(`What is tagged ${tag.name} was saved.`)
}

/** Takes over a codebook or a project that the user chooses. */
export async function importFrom(purpose: 'open-codebook' | 'open-project'): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose })
  if (!chosen) return
  const done = await ask(purpose === 'open-codebook' ? 'codebook.open' : 'codebook.openProject', { path: chosen.place })
  if (done) keepMessage(summary(done), { label: 'Undo', run: () => void undoEdit() })
}

function summary({ tags, sources, marks, tagsThere, sourcesThere, marksThere, left }: QdaImported): string {
  const there = tagsThere + sourcesThere + marksThere
  const took = [
    count(tags, 'tag'),
    ...(sources > 0 ? [count(sources, 'text')] : []),
    ...(marks > 0 ? [count(marks, 'mark')] : [])
  ]
  return [`Took over ${took.join(', ')}.`, ...(there > 0 ? [`${there} were there already.`] : []), ...left].join(' ')
}
