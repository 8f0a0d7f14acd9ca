import type { Emit, Handlers, WorkspaceRequest } from './handlers.ts'

/** What the workspace needs from the shell that runs it. */
export interface WorkspaceDeps {
  emit: Emit
  /** Folder for caches, locks, preferences: outside every case. */
  userData: string
  /** Folder in which the sample case is made. */
  documents: string
  /** The project's `resources` folder. */
  resources: string
  workers: { import: URL; pdf: URL }
  /** Name and version, such as `Dossier 0.1.0`. */
  generator: string
  now: () => Date
  newId: () => string
}

/** The use cases, over at most one open case. */
export interface Workspace {
  handlers: Handlers<WorkspaceRequest>
  /** Title, handling and path of the open case; null when none is open. */
  current(): { path: string; title: string; tlp: string } | null
  /** Waits for pending writes, ends workers and gives the case free. */
  close(): Promise<void>
}

/** Makes a workspace without an open case. */
export function createWorkspace(_deps: WorkspaceDeps): Workspace {
  throw new Error('not built yet')
}
