import type { ExportInput } from './input.ts'
/** A brief as an analyst would write it, with every kind of finding. */
export declare function sampleBrief(options?: Partial<ExportInput['options']>): ExportInput
