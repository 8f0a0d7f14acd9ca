import { flushBrief, forgetBrief, hasUnsaved } from '../state/brief/brief.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { isChanging } from '../state/session/session.ts'
import { showMessage } from '../state/window/toasts.ts'

/**
 * Keeps the window open until what is written is on disk: closing is refused while something is unsaved, it is saved at once,
 * and then the window closes by itself. When saving fails the user decides. While all of a case is being changed the window stays.
 */
export function startClosing(): () => void {
  const onClose = (event: BeforeUnloadEvent): void => {
    if (isChanging()) {
      event.preventDefault()
      showMessage('The case is just being changed as a whole. Close the window when that is done.')
      return
    }
    if (!hasUnsaved()) return
    event.preventDefault()
    void flushBrief().then((saved) => {
      if (saved) window.close()
      else {
        showDialog({
          kind: 'unsaved',
          act: 'Close',
          proceed: () => {
            forgetBrief()
            window.close()
          }
        })
      }
    })
  }
  window.addEventListener('beforeunload', onClose)
  return () => window.removeEventListener('beforeunload', onClose)
}
