import type { Extracted, FileHint } from './extracted.ts';
/** Extracts files one after another in a thread of its own. */
export interface ImportWorker {
    /**
     * Extracts one file. Rejects with a DossierError: those of `extract`, and `timeout`, `out-of-memory`, `cancelled` or
     * `unreadable` when the thread was ended or died. The next file is served by a fresh thread then.
     */
    extract(bytes: Uint8Array, hint: FileHint, signal?: AbortSignal): Promise<Extracted>;
    /** Ends the thread. What still waits is rejected as `cancelled`. */
    close(): Promise<void>;
}
/** What one file may cost. */
export interface ImportLimits {
    timeoutMs?: number;
    memoryMb?: number;
}
/**
 * Makes an import worker from the built (or, under Node 24, source) `worker` module. Its thread starts with the first file
 * and is reused until a file exceeds its time or memory, crashes it, or is cancelled.
 */
export declare function createImportWorker(workerUrl: URL, { timeoutMs, memoryMb }?: ImportLimits): ImportWorker;
