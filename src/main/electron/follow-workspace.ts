import { basename } from 'node:path'
import { aroundEach } from '../use-cases/declared.ts'
import type { Handlers, WorkspaceRequest } from '../use-cases/handlers.ts'
import type { CurrentCase } from '../use-cases/case-session.ts'
import type { Workspace } from '../workspace.ts'
import type { ErrorLog } from './error-log.ts'
import { remember, type RecentFile } from './recent.ts'
import type { SettingsFile } from './settings-file.ts'

export interface FollowDeps {
  recent: SettingsFile<RecentFile>
  /** Called with the open case's title when it has changed or another case is open; with null when none is. */
  showTitle: (caseTitle: string | null) => void
  log: ErrorLog
  now: () => Date
}

/** The workspace's use cases with what the window makes of them: after each that may have changed which case is open, or how it is called, recent cases and title follow. */
export function followWorkspace(
  { handlers, current }: Pick<Workspace, 'handlers' | 'current'>,
  deps: FollowDeps
): Handlers<WorkspaceRequest> {
  let known: CurrentCase | null = null

  async function note({ path, sealed, title, tlp }: CurrentCase): Promise<void> {
    // Titles of windows are kept by systems and shown in screenshots; the folder's name is known anyway.
    deps.showTitle(sealed ? basename(path) : title)
    const about = sealed ? { title: null, tlp: null } : { title, tlp }
    // A list that can't be saved must not keep anybody from working.
    await remember(deps.recent, { path, ...about, openedAt: deps.now().toISOString() }).catch((error: unknown) =>
      deps.log.write('recent cases', error)
    )
  }

  return aroundEach(handlers, async ({ does }, work) => {
    if (does === 'reads' || does === 'writes' || does === 'steers') return work()
    let done = false
    try {
      const answer = await work()
      done = true
      return answer
    } finally {
      const before = known
      known = current()
      if (known === null) {
        if (before !== null || does === 'closes') deps.showTitle(null)
      } else if ((done && (does === 'opens' || does === 'makes')) || !isSame(before, known)) {
        const noted = note(known)
        // Before a case counts as encrypted its title is off the disk. Else nothing is waited for: rows that are found meanwhile must reach the page
        // after the answer that they add to.
        if (known.sealed && before?.path === known.path && !before.sealed) await noted
      }
    }
  })
}

function isSame(a: CurrentCase | null, b: CurrentCase): boolean {
  return a !== null && a.path === b.path && a.title === b.title && a.tlp === b.tlp && a.sealed === b.sealed
}
