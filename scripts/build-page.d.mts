/** The text of the page. */
export function makePage(): Promise<string>
/** Builds the page and writes it. Answers where it is, how many bytes it has, and its SHA-256. */
export function writePage(target?: string): Promise<{ path: string; bytes: number; sha256: string }>
