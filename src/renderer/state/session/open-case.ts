import type { OpenedCase } from '../../../shared/api/contract.ts'
import type { Result } from '../../../shared/errors/errors.ts'
import type { Tlp } from '../../../shared/source/source.ts'
import { fileName } from '../../ui/format.ts'
import { ask, request } from '../window/bridge.ts'
import { useCase } from '../case/case.ts'
import { showDialog, type Located, type Unlocking } from '../window/dialogs.ts'
import { loadRecent } from './recent.ts'
import { adopt, changeCase, entering } from './session.ts'
import { announce, showFailure } from '../window/toasts.ts'

/** Finds out whether main has a case open already (after a reload) and which cases were open lately. */
export async function startCase(): Promise<void> {
  const current = await ask('case.current', {})
  if (current) adopt(current)
  else useCase.setState({ phase: 'none' })
  await loadRecent()
  const locked = current ? null : await ask('app.locked', {})
  if (!locked) return
  askToUnlock(locked, {
    title: 'The case is locked',
    intro: `“${fileName(locked.path)}” was closed when the screen was locked. What this window hadn’t saved by then is lost.`
  })
}

/** Like `entering`; a failure is shown. */
async function entered(make: () => Promise<Result<OpenedCase>>): Promise<boolean> {
  const failure = await entering(make)
  if (failure !== null && failure !== 'unsaved' && failure.code !== 'cancelled') showFailure(failure)
  return failure === null
}

/** Makes a case and opens it. */
export function createCase(place: Located['place'], title: string, tlp: Tlp): Promise<boolean> {
  return entered(() => request('case.create', { path: place, title, tlp }))
}

export function openSample(): Promise<boolean> {
  return entered(() => request('case.sample', {}))
}

/** Makes a case of a hand-over bundle and opens it. */
export function openBundle(bundle: Located['place'], place: Located['place']): Promise<boolean> {
  return entered(() => request('bundle.open', { bundle, path: place }))
}

/** Opens a case. One that is encrypted asks for its passphrase, one that is damaged offers its backups. */
export async function openCase({ place, path }: Located): Promise<void> {
  const failure = await entering(() => request('case.open', { path: place }))
  if (failure === null || failure === 'unsaved') return
  if (failure.code === 'locked') askToUnlock({ place, path })
  else if (failure.code === 'damaged') showDialog({ kind: 'damaged', folder: { place, path }, failure })
  else showFailure(failure)
}

/** Asks for the passphrase of an encrypted case and opens it. */
export function askToUnlock(folder: Located, words: Partial<Pick<Unlocking, 'title' | 'intro'>> = {}): void {
  showDialog({
    kind: 'unlock',
    asking: {
      title: 'Unlock the case',
      intro: 'This case is encrypted.',
      action: 'Open',
      folder,
      ...words,
      attempt: (passphrase) => changeCase(() => request('case.open', { path: folder.place, passphrase }))
    }
  })
}

/** Asks for a case folder and opens it. */
export async function chooseCase(): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'open-case' })
  if (chosen) await openCase({ place: chosen.place, path: chosen.paths[0]! })
}

/** Opens the case again, now that nobody else writes it. One that is encrypted says that it can be opened so. */
export async function openForWriting(): Promise<void> {
  const { place, sealed, readOnly, phase } = useCase.getState()
  if (phase !== 'open' || !readOnly || place === null) return
  if (sealed) {
    useCase.setState({ holder: null, free: true })
    announce('Nobody else writes this case any more. It can be opened for writing.')
    return
  }
  const failure = await changeCase(() => request('case.open', { path: place }))
  if (failure) showFailure(failure)
  else if (!useCase.getState().readOnly) announce('Nobody else writes this case any more. You can change it now.')
}
