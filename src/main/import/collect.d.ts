import { DossierError } from '../../shared/api/errors.ts';
/** A file to import, or a place that could not be looked into. */
export interface CollectedFile {
    path: string;
    /** Name without folder. */
    name: string;
    /** Why the file or folder can't be read; importing it is pointless. */
    error?: DossierError;
}
export interface CollectOptions {
    /** Stops after so many files, so that a whole disk chosen by mistake doesn't end in a wait without end. */
    most?: number;
    signal?: AbortSignal;
}
/**
 * Lists the files under the given paths: files as given, folders recursively in natural order (`2.txt` before `10.txt`),
 * without hidden entries and the asset folders of saved pages. A folder reached twice through links is read once. What can't
 * be read is listed with its error.
 */
export declare function collectFiles(paths: readonly string[], options?: CollectOptions): Promise<CollectedFile[]>;
