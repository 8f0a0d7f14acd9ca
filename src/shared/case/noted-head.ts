/** How heads are written, for whoever wrote one otherwise. */
export const HEAD_FORM = 'A head has 64 digits from 0 to f; the first 16 or more of them will do.'

/** Whether somebody's note can be the head of a log. */
export function isHead(noted: string): boolean {
  return /^[0-9a-f]{16,64}$/.test(noted.trim().toLowerCase())
}
