/** The text of the page. */
export function makePage(): Promise<string>
/** Where recipients find the page's SHA-256. */
export const RECORD: string
/** The page of the docs with the SHA-256 of this version's page. */
export function recordOf(sha256: string): string
/** Builds the page and writes it. Answers where it is, how many bytes it has, and its SHA-256. */
export function writePage(target?: string): Promise<{ path: string; bytes: number; sha256: string }>
