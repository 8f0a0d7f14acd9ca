import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { DossierError } from '../../shared/api/errors.ts';
/** Ending of the unfinished files that a crash can leave behind. */
export declare const TEMPORARY_ENDING = ".dossier-tmp";
/** True for a failure of the operating system (`ENOENT`, `ENOSPC`, ...). */
export declare function isSystemError(error: unknown): error is NodeJS.ErrnoException & {
    code: string;
};
/**
 * Turns a failure of the file system into one that people understand. `what` names the thing concerned, such as
 * `the brief`; `kept` says what is still there.
 */
export declare function storageError(error: unknown, what: string, kept: string): DossierError;
/** Flushes a folder's entries to the disk. Windows has no such call; there the rename itself is journalled. */
export declare function syncFolder(folder: string): Promise<void>;
/**
 * Replaces a file so that after a crash or power cut it holds either the old bytes or the new ones, and that the new ones
 * are on the disk when the promise resolves: unique temporary file, write, fsync, rename, fsync of the folder.
 *
 * Rejects with the system's error; the old file is then untouched, except when only the folder's flush failed: then the
 * new file is in place and merely not known to be on the disk.
 */
export declare function writeDurably(path: string, data: string | Uint8Array): Promise<void>;
/**
 * lowdb adapter for one JSON document on disk: durable writes, and reads that never turn a missing, empty or damaged file
 * into default data.
 */
export declare class DurableJson<T extends object> implements Adapter<T> {
    #private;
    constructor(path: string, schema: z.ZodType<T>);
    /**
     * Reads and validates.
     * @throws DossierError `damaged` when the file can't be read as what it should be, `not-found` when it's missing.
     */
    read(): Promise<T>;
    /** Resolves when the data are on the disk. Calls must not overlap; `Document` puts them in sequence. */
    write(data: T): Promise<void>;
}
