import { fileName } from '../../ui/format.ts'
import { ask, editsAnswered } from '../window/bridge.ts'
import { closeBrief, flushBrief, forgetBrief } from '../brief/brief.ts'
import { useCase } from '../case/case.ts'
import { showDialog } from '../window/dialogs.ts'
import { useLayout } from '../window/layout.ts'
import { askToUnlock } from './open-case.ts'
import { inTurn, putAway, showCurrent } from './session.ts'
import { keepView } from './view-state.ts'

/** Saves and closes the case. */
export function closeCase(): Promise<void> {
  return inTurn(async () => {
    if (useCase.getState().phase !== 'open') return
    await keepView()
    await editsAnswered()
    if (!(await closeBrief()) || (await ask('case.close', {})) === null) return
    await putAway()
  })
}

/**
 * Locks an encrypted case: saves, closes it, and leaves nothing of it in the window but the question for its passphrase. When the brief
 * can't be saved, it stays open and the user decides.
 */
export async function lockCase(): Promise<void> {
  // Fields outside the brief are saved when they lose the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const saved = await inTurn(() =>
    covered(async () => {
      const { phase, sealed } = useCase.getState()
      if (phase !== 'open' || !sealed) return true
      await editsAnswered()
      if (!(await flushBrief())) return false
      await lockSaved()
      return true
    })
  )
  if (saved) return
  showDialog({ kind: 'unsaved', act: 'Lock', proceed: () => void inTurn(() => covered(lockSaved)) })
}

/** Does something while nothing of the case is seen in the window. */
async function covered<T>(work: () => Promise<T>): Promise<T> {
  useLayout.setState({ isCovered: true })
  try {
    return await work()
  } finally {
    useLayout.setState({ isCovered: false })
  }
}

async function lockSaved(): Promise<void> {
  const { path, place } = useCase.getState()
  await keepView()
  forgetBrief()
  if ((await ask('case.close', {})) === null) return showCurrent(null)
  await putAway()
  if (place)
    askToUnlock({ place, path }, { title: 'The case is locked', intro: `“${fileName(path)}” was saved and closed.` })
}
