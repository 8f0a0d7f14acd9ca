import type { MergeReport } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { Place } from '../../shared/api/place.ts'
import type { Decision } from '../../shared/case/merge/conflict.ts'
import { ask, request } from '../state/window/bridge.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { changeCase } from '../state/session/session.ts'
import { showMessage } from '../state/window/toasts.ts'

/** Asks for the folder of another copy and compares it with the open case. */
export async function chooseMerge(): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'merge-case' })
  if (chosen) showDialog({ kind: 'merge', copy: { place: chosen.place, path: chosen.paths[0]! } })
}

/** Compares; shows nothing itself. */
export function previewMerge(other: { path: Place | null; passphrase?: string }) {
  return request('merge.preview', other)
}

/** Merges another copy into the open case, with what was decided by the conflicts' ids. The failure, if it fails. */
export async function mergeOther(
  other: { path: Place | null; passphrase?: string },
  decisions: Record<string, Decision>
): Promise<Failure | null> {
  let report: MergeReport | null = null
  const failure = await changeCase(
    async () => {
      const result = await request('merge.apply', { ...other, decisions })
      if (!result.ok) return result
      report = result.value.report
      return { ok: true, value: result.value.view }
    },
    { keepWindow: true }
  )
  if (!failure && report) showMessage(mergedWords(report))
  return failure
}

function mergedWords({ gains, left, conflicts }: MergeReport): string {
  const came = gains.length === 0 ? '' : ` It brought: ${gains.join(', ')}.`
  const told = conflicts.length === 0 ? '' : ' Where both said different things, what you decided holds.'
  const kept = left.map((sentence) => ` ${sentence}`).join('')
  return `The other copy was merged.${came}${told} A backup from before is kept.${kept}`
}
