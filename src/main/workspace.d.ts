import type { CaseView } from '../shared/api/contract.ts';
import type { Emit, Handlers, WorkspaceRequest } from './handlers.ts';
import { OpenCase } from './use-cases/open-case.ts';
/** What the workspace needs from the shell that runs it. */
export interface WorkspaceDeps {
    emit: Emit;
    /** Folder for caches, locks, preferences: outside every case. */
    userData: string;
    /** Folder in which the sample case is made. */
    documents: string;
    /** The project's `resources` folder. */
    resources: string;
    workers: {
        import: URL;
        pdf: URL;
    };
    /** Name and version, such as `Dossier 0.1.0`. */
    generator: string;
    now: () => Date;
    newId: () => string;
}
/** The use cases, over at most one open case. */
export interface Workspace {
    handlers: Handlers<WorkspaceRequest>;
    /** Title, handling and path of the open case; null when none is open. */
    current(): {
        path: string;
        title: string;
        tlp: string;
    } | null;
    /** The open case. @throws DossierError `no-case` */
    opened(): OpenCase;
    /** Opens a case; with `write` false without asking for the right to write it. */
    open(path: string, options?: {
        write?: boolean;
    }): Promise<CaseView>;
    /** Waits for pending writes, ends workers and gives the case free. */
    close(): Promise<void>;
}
/** Makes a workspace without an open case. */
export declare function createWorkspace(deps: WorkspaceDeps): Workspace;
/** Reads a brief's Markdown. @throws DossierError `io` */
export declare function readMarkdownFile(path: string): Promise<string>;
