import type { z } from 'zod';
/**
 * One JSON document on disk and its state in memory (a lowdb database with the durable adapter). Updates run one after the
 * other; memory changes only after the disk has it, so what is shown is what is saved.
 */
export declare class Document<T extends object> {
    #private;
    private constructor();
    /**
     * Reads an existing document. `what` names it in messages, such as `the brief`.
     * @throws DossierError `not-found` or `damaged`
     */
    static read<T extends object>(path: string, schema: z.ZodType<T>, what: string): Promise<Document<T>>;
    /** Writes a new document. */
    static create<T extends object>(path: string, schema: z.ZodType<T>, data: T, what: string): Promise<Document<T>>;
    get data(): T;
    /**
     * Replaces the data by what `change` makes of them and resolves with it when it's on the disk. When writing fails, the
     * data stay as they were and the failure says so.
     */
    update(change: (data: T) => T): Promise<T>;
    /** Resolves when no update is under way. */
    settled(): Promise<void>;
}
