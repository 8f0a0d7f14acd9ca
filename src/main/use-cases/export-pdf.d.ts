import type { ExportOptions, ExportProgress, ExportReport } from '../../shared/api/contract.ts';
import type { PdfReport } from '../../shared/brief/check.ts';
import type { OpenCase } from './open-case.ts';
/** What exporting needs besides the case. */
export interface ExportDeps {
    pdfWorker: URL;
    generator: string;
    onProgress: (progress: ExportProgress) => void;
    signal: AbortSignal;
}
/**
 * Exports a brief as it is on disk: verify, gate, lay out, read back, write. Nothing is written unless all of it succeeded.
 * @throws DossierError `findings` when there are any and they weren't accepted, `cancelled`, or a storage failure
 */
export declare function exportPdf(open: OpenCase, request: {
    briefId: string;
    path: string;
    options: ExportOptions;
    acceptFindings: boolean;
}, deps: ExportDeps): Promise<ExportReport>;
/** Verifies an exported PDF from the file alone. @throws DossierError `not-found`, `io`, `not-a-proof` */
export declare function verifyPdfFile(path: string, pdfWorker: URL): Promise<PdfReport>;
