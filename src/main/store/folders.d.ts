/** The names in a folder, in order; none when there is no such folder. */
export declare function listNames(folder: string): Promise<string[]>;
/** Works on many items, some at a time. */
export declare function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void>;
