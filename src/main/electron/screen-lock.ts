import type { WebContents } from 'electron'
import type { Workspace } from '../workspace.ts'
import type { ErrorLog } from './error-log.ts'

/** Milliseconds that the page has to save and lock by itself: the screen shows nothing of it meanwhile. */
export const SCREEN_GRACE = 2_000
/** The same before the machine sleeps, which it does soon after asking. */
export const SUSPEND_GRACE = 500

export interface ScreenLockDeps {
  workspace: Pick<Workspace, 'lock' | 'whenClosed'>
  /** Asks the page to save and lock. */
  ask: () => void
  page: () => Pick<WebContents, 'isDestroyed' | 'forcefullyCrashRenderer' | 'reload'> | null
  /** The case was locked here: window and menu show none. */
  locked: () => void
  log: ErrorLog
}

/** Locks an encrypted case for whoever leaves the machine. */
export interface ScreenLock {
  /** Asks the page and, after `grace` milliseconds at most, locks whatever the page does. */
  lock(grace: number): Promise<void>
  /** The folder of the case that was locked without the page's doing, once. */
  takeLocked(): string | null
}

/**
 * Makes what locks the case when the screen is locked or the machine sleeps. The page is asked first, so that it can save; a page that doesn't lock in
 * time is ended and loaded anew, since it still holds what the case holds.
 */
export function createScreenLock({ workspace, ask, page, locked, log }: ScreenLockDeps): ScreenLock {
  let lockedPath: string | null = null

  const lock = async (grace: number): Promise<void> => {
    const closed = workspace.whenClosed()
    ask()
    let timer: NodeJS.Timeout | undefined
    await Promise.race([closed, new Promise((passed) => (timer = setTimeout(passed, grace)))])
    clearTimeout(timer)
    const done = await workspace.lock()
    if (done === null) return
    lockedPath = done.path
    if (done.failure !== null) log.write('screen lock', done.failure)
    locked()
    log.write('screen lock', new Error('the page did not lock the case in time'))
    const contents = page()
    if (!contents || contents.isDestroyed()) return
    contents.forcefullyCrashRenderer()
    contents.reload()
  }

  return {
    lock: (grace) => lock(grace).catch((error: unknown) => log.write('screen lock', error)),
    takeLocked: () => {
      const taken = lockedPath
      lockedPath = null
      return taken
    }
  }
}
