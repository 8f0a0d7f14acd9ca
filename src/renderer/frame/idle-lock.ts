import { useCase } from '../state/case/case.ts'
import { usePreferences } from '../state/window/preferences.ts'
import { lockCase } from '../state/session/close-case.ts'

const SIGNS_OF_LIFE = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const
/** How often it is looked whether the time is over: also after the machine has slept, which stops timers. */
const LOOK_EVERY_MS = 5_000

/** Locks an encrypted case when for a while neither keys nor pointer were used in the window, until the returned function is called. */
export function startIdleLock(): () => void {
  let last = Date.now()
  const alive = (): void => {
    last = Date.now()
  }
  const look = (): void => {
    const { phase, sealed } = useCase.getState()
    const { lockAfter } = usePreferences.getState()
    if (phase !== 'open' || !sealed || lockAfter === 0 || Date.now() - last < lockAfter * 60_000) return
    // When it can't be locked now, it's tried again after the same time.
    alive()
    void lockCase()
  }
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { capture: true, passive: true })
  const timer = setInterval(look, LOOK_EVERY_MS)
  return () => {
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
    clearInterval(timer)
  }
}
