import { ask } from '../state/window/bridge.ts'
import { useCase } from '../state/case/case.ts'
import { openBundle } from '../state/session/open-case.ts'
import { showMessage } from '../state/window/toasts.ts'
import { fileName } from '../ui/format.ts'

/** Asks for a bundle and for the place of the new case, and opens it. */
export async function chooseBundle(purpose: 'open-bundle' | 'open-bundle-folder'): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose })
  if (!chosen) return
  const suggestedName = fileName(chosen.paths[0]!).replace(/\.zip$/i, '')
  const folder = await ask('dialog.choose', { purpose: 'new-case', suggestedName })
  if (folder && (await openBundle(chosen.place, folder.place)))
    showMessage(
      `“${useCase.getState().record?.title ?? ''}” was opened from the bundle, and everything in it was checked.`
    )
}
