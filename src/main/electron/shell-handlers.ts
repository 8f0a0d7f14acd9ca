import { lstat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { App, BrowserWindow, Dialog, NativeTheme, Shell } from 'electron'
import type { AppRequest, Preferences } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { ENDINGS } from '../../shared/api/place.ts'
import { endingsOf, EXPORT_FORMATS } from '../../shared/composition/export-formats.ts'
import type { Handlers } from '../use-cases/handlers.ts'
import { choose } from './dialogs.ts'
import type { ApplicationMenu } from './menu.ts'
import type { Places } from './places.ts'
import { changePreferences } from './preferences.ts'
import { forget, listRecent, type RecentFile } from './recent.ts'
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
