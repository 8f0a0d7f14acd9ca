import type { SourceRow } from './row.ts'
/** A row of the library with nothing in it but what is given. */
export declare function madeRow(key: string, change?: Partial<SourceRow>): SourceRow
