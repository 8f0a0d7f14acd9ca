import type { ExportOptions } from '../../shared/api/contract.ts';
import type { Brief } from '../../shared/brief/brief.ts';
import type { BriefCheck, OriginalState } from '../../shared/brief/check.ts';
import type { CaseRecord } from '../../shared/case/case.ts';
import type { Quote } from '../../shared/quote/quote.ts';
import type { Source, SourceText } from '../../shared/source/source.ts';
/** A source that the brief cites, with its number in the print. */
export interface ExportSource {
    number: number;
    source: Source;
    text: SourceText;
    original: OriginalState;
}
/** All that a PDF is made from: nothing else (no clock, no path, no user name) may flow into its bytes. */
export interface ExportInput {
    case: CaseRecord;
    brief: Brief;
    /** The cited sources in the order of their numbers. */
    sources: ExportSource[];
    /** The saved quotes that the brief cites or shows. */
    quotes: Quote[];
    check: BriefCheck;
    options: ExportOptions;
    /** Name and version of the program, such as `Dossier 0.1.0`. */
    generator: string;
}
