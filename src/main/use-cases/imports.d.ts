import type { ImportProgress, ImportReport } from '../../shared/api/contract.ts';
import type { ImportWorker } from '../import/import-worker.ts';
import type { OpenCase } from './open-case.ts';
/** What importing needs besides the case. */
export interface ImportDeps {
    worker: ImportWorker;
    now: () => Date;
    newId: () => string;
    onProgress: (progress: ImportProgress) => void;
    /** Told of each new source. */
    onSource: (id: string) => void;
    signal: AbortSignal;
}
/**
 * Imports files and the files in folders, one after the other. A file that can't be imported is reported and the rest goes
 * on; what was imported before a cancellation stays.
 */
export declare function importPaths(open: OpenCase, paths: string[], deps: ImportDeps): Promise<ImportReport>;
/** Imports what was pasted, as one source. */
export declare function importPaste(open: OpenCase, clipboard: {
    text: string;
    html: string | null;
    url: string | null;
}, deps: ImportDeps): Promise<ImportReport>;
