import { lstat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { App, BrowserWindow, Dialog, NativeTheme, Shell } from 'electron'
import type { AppRequest, CaseView, Preferences } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { ENDINGS } from '../../shared/api/place.ts'
import { endingsOf, EXPORT_FORMATS } from '../../shared/composition/export-formats.ts'
import type { Handlers, WorkspaceRequest } from '../use-cases/handlers.ts'
import { choose } from './dialogs.ts'
import type { ErrorLog } from './error-log.ts'
import type { ApplicationMenu } from './menu.ts'
import type { Places } from './places.ts'
import { changePreferences } from './preferences.ts'
import { forget, listRecent, remember, type RecentFile } from './recent.ts'
import type { SettingsFile } from './settings-file.ts'

export interface ShellDeps {
  app: Pick<App, 'getVersion' | 'getPath'>
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  shell: Pick<Shell, 'openPath' | 'showItemInFolder'>
  nativeTheme: Pick<NativeTheme, 'themeSource'>
  menu: Pick<ApplicationMenu, 'show'>
  window: () => BrowserWindow | null
  preferences: SettingsFile<Preferences>
  recent: SettingsFile<RecentFile>
  documents: string
  runtime: 'electron' | 'stand-in'
  platform: string
  places: Places
  /** The folder of the case that was locked without the page's doing, once. */
  takeLocked: () => string | null
}

/** Kinds of documents that the system may be asked to open: none that it would run, or take apart. */
const DOCUMENTS = new Set([
  ...endingsOf(EXPORT_FORMATS),
  ...ENDINGS['save-markdown']!,
  ...ENDINGS['save-import-report']!
])

/** What only the desktop shell can answer. */
export function createShellHandlers(deps: ShellDeps): Handlers<AppRequest> {
  let choosing = false
  return {
    'app.info': async () => ({ version: deps.app.getVersion(), runtime: deps.runtime, platform: deps.platform }),
    'app.locked': async () => {
      const path = deps.takeLocked()
      return path === null ? null : { path }
    },
    'app.menu': async ({ commands }) => {
      deps.menu.show(commands)
      return {}
    },
    'app.recent': () => listRecent(deps.recent),
    'app.forget': async ({ path }) => {
      await forget(deps.recent, path)
      return listRecent(deps.recent)
    },
    'app.preferences': async () => deps.preferences.value,
    'app.setPreferences': async (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const preferences = await changePreferences(deps.preferences, given)
      deps.nativeTheme.themeSource = preferences.theme
      return preferences
    },
    'dialog.choose': async (input) => {
      const window = deps.window()
      if (window === null) return null
      if (choosing) throw new DossierError('bad-request', 'A place is being chosen already. Choose it or cancel first.')
      choosing = true
      try {
        const paths = await choose(deps.dialog, window, deps.documents, input)
        return paths && { place: deps.places.choose(input.purpose, paths), paths }
      } finally {
        choosing = false
      }
    },
    'shell.open': async ({ path }) => {
      if (!DOCUMENTS.has(extname(path).toLowerCase()))
        throw new DossierError('bad-request', 'Dossier opens documents only. Show the file in its folder instead.')
      await mustBeThere(path)
      const problem = await deps.shell.openPath(path)
      if (problem !== '')
        throw new DossierError('io', 'The system has no program to open this file with. It is kept where it was saved.')
      return {}
    },
    'shell.show': async ({ path }) => {
      await mustBeThere(path)
      deps.shell.showItemInFolder(path)
      return {}
    }
  }
}

/** Dossier writes files, never links: whatever else is there now, it isn't what was written. */
async function mustBeThere(path: string): Promise<void> {
  const gone = 'The exported file is no longer where it was saved. Export it again.'
  const found = await lstat(path).catch((error: unknown) => {
    throw new DossierError('not-found', gone, { cause: error })
  })
  if (!found.isFile()) throw new DossierError('not-found', gone)
}

export interface FollowDeps {
  recent: SettingsFile<RecentFile>
  /** Called with the open case's title when it has changed or another case is open; with null when none is. */
  showTitle: (caseTitle: string | null) => void
  log: ErrorLog
  now: () => Date
}

/** Wraps the workspace's use cases with what the shell makes of them: recent cases, title. */
export function followWorkspace(handlers: Handlers<WorkspaceRequest>, deps: FollowDeps): Handlers<WorkspaceRequest> {
  let open: Pick<CaseView, 'path' | 'sealed'> | null = null

  async function note({ path, sealed, case: record }: Pick<CaseView, 'path' | 'sealed' | 'case'>): Promise<void> {
    open = { path, sealed }
    // Titles of windows are kept by systems and shown in screenshots; the folder's name is known anyway.
    deps.showTitle(sealed ? basename(path) : record.title)
    const about = sealed ? { title: null, tlp: null } : { title: record.title, tlp: record.tlp }
    // A list that can't be saved must not keep anybody from working.
    await remember(deps.recent, { path, ...about, openedAt: deps.now().toISOString() }).catch((error: unknown) =>
      deps.log.write('recent cases', error)
    )
  }

  // Nothing is waited for: rows that are found meanwhile must reach the page after the answer that they add to.
  const opened = (view: CaseView): CaseView => {
    void note(view)
    return view
  }

  return {
    ...handlers,
    'case.create': async (input) => opened(await handlers['case.create'](input)),
    'case.open': async (input) => opened(await handlers['case.open'](input)),
    'case.sample': async (input) => opened(await handlers['case.sample'](input)),
    'case.encrypt': async (input) => {
      const view = await handlers['case.encrypt'](input)
      // Before it counts as encrypted its title is off the disk.
      await note(view)
      return view
    },
    'case.decrypt': async (input) => opened(await handlers['case.decrypt'](input)),
    'backup.restore': async (input) => opened(await handlers['backup.restore'](input)),
    'bundle.open': async (input) => opened(await handlers['bundle.open'](input)),
    'merge.apply': async (input) => {
      const answer = await handlers['merge.apply'](input)
      opened(answer.view)
      return answer
    },
    'case.update': async (input) => {
      const record = await handlers['case.update'](input)
      if (open !== null) await note({ ...open, case: record })
      return record
    },
    'case.current': async (input) => {
      const view = await handlers['case.current'](input)
      // A request that had to close the case may have failed to open it again.
      if (view === null) deps.showTitle(null)
      return view
    },
    'case.close': async (input) => {
      const answer = await handlers['case.close'](input)
      open = null
      deps.showTitle(null)
      return answer
    }
  }
}
