/** A PNG chunk: length, type, data, check sum. */
export declare function pngChunk(type: string, data: Buffer): Buffer;
/** A PNG of one colour, RGB. `claim` is the size that its header states instead of its own; `chunks` come before the pixels. */
export declare function madePng(width: number, height: number, { color, claim, chunks }?: {
    color?: number[] | undefined;
    claim?: number[] | undefined;
    chunks?: Buffer<ArrayBufferLike>[] | undefined;
}): Buffer;
/** The markers of a JPEG with a frame of a size, without a scan that could be decoded. */
export declare function jpegShell(width: number, height: number, frame?: number): Buffer;
