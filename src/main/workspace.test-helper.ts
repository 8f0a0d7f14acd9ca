import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { workers } from '../../scripts/built.mjs'
import { USUAL_BACKUPS } from '../shared/case/backup.ts'
import { createWorkspace, type Workspace, type WorkspaceDeps } from './workspace.ts'

const THREADS = workers()

/** A workspace over real workers, with the user's data below a folder, on one morning in March 2031. */
export function testWorkspace(folder: string, deps: Partial<WorkspaceDeps> = {}): Workspace {
  return createWorkspace({
    emit: () => undefined,
    userData: join(folder, 'user-data'),
    documents: folder,
    resources: join(import.meta.dirname, '../../resources'),
    workers: THREADS,
    page: join(import.meta.dirname, '../../out/page/verify.html'),
    generator: 'Dossier test',
    program: 'a test',
    now: () => new Date('2031-03-12T09:00:00Z'),
    newId: () => randomUUID(),
    wait: true,
    roll: false,
    index: false,
    backups: () => USUAL_BACKUPS,
    ...deps
  })
}

/** A clock that goes on by a minute each time it's looked at. */
export function tickingClock(): () => Date {
  let now = Date.parse('2031-03-12T09:00:00Z')
  return () => new Date((now += 60_000))
}
