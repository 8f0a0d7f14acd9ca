import type { SourceRecord } from '../../shared/case/case.ts';
import type { SourceText } from '../../shared/source/source.ts';
/** Folder of a case in which sources are put together; what a crash leaves there is swept at the next opening. */
export declare const STAGING = ".staging";
/**
 * Puts a source's files together beside the case's others, flushes them and renames the folder into its place, so that a
 * source is there whole or not at all.
 * @throws DossierError a storage failure; then nothing of it is left
 */
export declare function stageSource({ casePath, folder }: {
    casePath: string;
    folder: string;
}, record: SourceRecord, text: SourceText, original: Uint8Array): Promise<void>;
