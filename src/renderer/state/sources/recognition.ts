import { create } from 'zustand'
import type { OcrLanguage } from '../../../shared/source/recognition.ts'
import type { RecognitionProgress, RecognitionReport } from '../../../shared/source/recognition-report.ts'
import { recheck } from '../brief/brief.ts'
import { receiveQuotes, sourceRow, useCase } from '../case/case.ts'
import { ask, listen, request } from '../window/bridge.ts'
import { showDialog } from '../window/dialogs.ts'
import { forgetWithCase } from '../window/forget.ts'
import { announce, keepMessage, showMessage } from '../window/toasts.ts'
import { count } from '../../ui/format.ts'
import { receiveShown } from './readers.ts'

declare module '../window/dialogs.ts' {
  interface DialogKinds {
    recognise: { ids: string[] }
    'correct-text': { sourceId: string; start: number; end: number }
  }
}

interface RecognitionState {
  running: boolean
  cancelling: boolean
  progress: RecognitionProgress | null
}

const NOTHING: RecognitionState = { running: false, cancelling: false, progress: null }

/** A recognition of text under way. */
export const useRecognition = create<RecognitionState>(() => NOTHING)

forgetWithCase(() => useRecognition.setState({ progress: null }))

/** Follows main's reports of a running recognition until the returned function is called. */
export function followRecognition(): () => void {
  return listen('recognition.progress', (progress) => {
    if (useCase.getState().phase === 'open') useRecognition.setState({ progress })
  })
}

/** The sources of the case that have no text, though their originals may show some. */
export function textlessIds(): string[] {
  return useCase.getState().sources.flatMap(({ id, textless }) => (textless ? [id] : []))
}

/** Offers to recognise the text of sources. */
export function offerRecognition(ids: string[]): void {
  if (ids.length > 0) showDialog({ kind: 'recognise', ids })
}

/** Recognises the text of sources in languages, or of each in its own, and tells what came of it. Work goes on beside it. */
export async function recognise(ids: string[], languages: OcrLanguage[] | null): Promise<void> {
  if (useRecognition.getState().running) {
    showMessage('Text is being recognised. Wait until it is done, or cancel it.')
    return
  }
  useRecognition.setState({ running: true, cancelling: false, progress: null })
  const report = await ask('recognition.start', { ids, languages })
  useRecognition.setState(NOTHING)
  if (!report) return
  await refreshText(report.items.map(({ id }) => id))
  recheck()
  tell(report)
}

function tell({ items, cancelled }: RecognitionReport): void {
  const [only, ...others] = items
  if (only && others.length === 0 && only.status !== 'recognised')
    return keepMessage(only.error?.message ?? `No text was recognised in ${only.key}. ${only.notice ?? ''}`.trim())
  const of = (status: string): number => items.filter((item) => item.status === status).length
  const said = [
    `The text of ${count(of('recognised'), 'source')} was recognised`,
    of('nothing') > 0 && `${of('nothing')} showed none`,
    of('failed') > 0 && `${of('failed')} couldn’t be read`
  ].filter(Boolean)
  const words = `${cancelled ? 'Cancelled. ' : ''}${said.join(', ')}. Compare what you quote with the original.`
  showMessage(words)
}

/** Ends it; what was recognised by then is kept. */
export async function cancelRecognition(): Promise<void> {
  if (!useRecognition.getState().running) return
  useRecognition.setState({ cancelling: true })
  await ask('recognition.cancel', {})
}

/** Corrects a range of the open source's recognised text. False when it failed (and was shown). */
export async function correctText(range: {
  sourceId: string
  start: number
  end: number
  textSha256: string
  words: string
}): Promise<boolean> {
  const { sourceId: id, ...correction } = range
  if ((await ask('recognition.correct', { id, ...correction })) === null) return false
  await refreshText([id])
  recheck()
  announce('The text is corrected.')
  return true
}

/** Shows the texts that sources have now, where they are open, with their quotes where they stand in them. */
async function refreshText(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const result = await request('source.get', { id })
    if (!result.ok) continue
    receiveQuotes(result.value.quotes)
    receiveShown(result.value.source, result.value.text)
  }
}

/** Whether a source of the library has no text that it could be given by recognition. */
export function isTextless(id: string): boolean {
  return sourceRow(useCase.getState().sources, id)?.textless === true
}
