/** Lower-case hexadecimal SHA-256 of bytes, or of a string in UTF-8. */
export declare function sha256(data: Uint8Array | string): string;
/** SHA-256 of a file, read as a stream. Rejects with the system's error. */
export declare function sha256OfFile(path: string): Promise<string>;
