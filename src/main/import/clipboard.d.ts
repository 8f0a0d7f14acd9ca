/** What a paste carries. */
export interface Clipboard {
    text: string;
    html: string | null;
    url: string | null;
}
/**
 * Makes a file of pasted content, for the same import as any other. The HTML is taken when it is a page or has structure that
 * the plain text lacks; a source address is written into it as browsers do. The name tells equal pastes apart by content.
 */
export declare function fromClipboard({ text, html, url }: Clipboard): {
    bytes: Uint8Array;
    name: string;
};
