import type { ExportProgress } from '../../shared/api/contract.ts';
import { type Failure } from '../../shared/api/errors.ts';
import type { PdfReport } from '../../shared/brief/check.ts';
import type { ExportInput } from './input.ts';
/** What a worker is started for. */
export type WorkerJob = {
    type: 'render';
    input: ExportInput;
} | {
    type: 'verify';
    bytes: Uint8Array;
};
type WorkerResult = {
    type: 'rendered';
    bytes: Uint8Array;
    pages: number;
} | {
    type: 'verified';
    report: PdfReport;
};
/** What a worker tells. */
export type WorkerMessage = WorkerResult | {
    type: 'progress';
    progress: ExportProgress;
} | {
    type: 'failed';
    failure: Failure;
};
export interface RunOptions {
    onProgress?: (progress: ExportProgress) => void;
    signal?: AbortSignal;
}
/**
 * Makes a PDF in a worker thread; see `renderPdf`. `workerUrl` is the built `pdf-worker.js` or this folder's `worker.ts`.
 *
 * Rejects with a `DossierError`: `cancelled` when the signal aborts (the worker is ended at once), `out-of-memory` when
 * the brief is too large, `internal` when the worker fails. Nothing is written in any case.
 */
export declare function runPdfWorker(workerUrl: URL, input: ExportInput, options: RunOptions): Promise<{
    bytes: Uint8Array;
    pages: number;
}>;
/** Verifies a PDF in a worker thread; see `verifyPdf`, whose errors it passes on. Otherwise as `runPdfWorker`. */
export declare function runVerifyWorker(workerUrl: URL, bytes: Uint8Array, options: RunOptions): Promise<PdfReport>;
export {};
