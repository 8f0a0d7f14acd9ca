/** The right to write a case, held until it's released or the process ends in whatever way. */
export interface CaseLock {
    release(): void;
}
/**
 * Takes the right to write a case, or answers null when another process has it.
 *
 * An exclusive SQLite transaction on a file of its own outside the case: the operating system frees it with the process,
 * and a holder that is merely busy keeps it. Nothing else may open the file in this process: closing any handle on it would
 * drop the lock (POSIX advisory locks).
 */
export declare function takeLock(userData: string, caseId: string): Promise<CaseLock | null>;
