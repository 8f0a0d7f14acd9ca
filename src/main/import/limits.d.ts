/** Largest file that is imported, in bytes. */
export declare const LARGEST_FILE: number;
/** Throws `too-large` for files over the limit. */
export declare function refuseTooLarge(bytes: number, name: string): void;
