import { useCase } from '../state/case/case.ts'
import { askAgain, receiveProgress } from '../state/search/search.ts'
import { goBack } from '../state/sources/reader.ts'
import { listen } from '../state/window/bridge.ts'
import { useDialog } from '../state/window/dialogs.ts'
import { useHitPlaces } from '../state/search/going.ts'

/** How long after a change of the case its answer is brought up to date, in milliseconds: rows may come by the hundred. */
const SETTLES_AFTER = 600

/** Keeps what is found in step with the case, until the returned function is called. */
export function startSearch(): () => void {
  let due: ReturnType<typeof setTimeout> | undefined
  const leave = [
    listen('search.progress', receiveProgress),
    useCase.subscribe(({ sources, quotes }, before) => {
      if (sources === before.sources && quotes === before.quotes) return
      due ??= setTimeout(() => {
        due = undefined
        askAgain()
      }, SETTLES_AFTER)
    }),
    leaveBrief()
  ]
  return () => {
    clearTimeout(due)
    for (const stop of leave) stop()
  }
}

/** Esc in a brief to which the search led goes back to the list, as it does in the reader. */
function leaveBrief(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || useDialog.getState().dialog) return
    if (!useHitPlaces.getState().inBrief || !(event.target as Element).closest?.('[data-pane="brief"]')) return
    useHitPlaces.setState({ inBrief: false })
    if (goBack()) event.preventDefault()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
