import type { BriefRow, CaseView, SourceRow } from '../../shared/api/contract.ts';
import type { CheckLookup } from '../../shared/brief/check-brief.ts';
import type { Brief } from '../../shared/brief/brief.ts';
import type { OriginalState } from '../../shared/brief/check.ts';
import type { SourceRecord } from '../../shared/case/case.ts';
import { type PreparedText } from '../../shared/quote/prepared.ts';
import type { Quote } from '../../shared/quote/quote.ts';
import { type Source, type SourceText } from '../../shared/source/source.ts';
import type { CaseStore, NewSource } from '../store/case-store.ts';
/** A source's text as it is on disk now, with the state of its hash. */
export interface LoadedText {
    text: SourceText;
    prepared: PreparedText;
    state: OriginalState;
}
/** A look-up for checks, with what was loaded for it. */
export interface CaseLookup extends CheckLookup {
    readonly loaded: ReadonlyMap<string, LoadedText>;
    /** State of the stored originals alone. */
    readonly originals: ReadonlyMap<string, OriginalState>;
}
/** The open case with the look-ups that the use cases share. */
export declare class OpenCase {
    #private;
    readonly store: CaseStore;
    constructor(store: CaseStore);
    view(): CaseView;
    briefRows(): BriefRow[];
    /** @throws DossierError `not-found` */
    source(id: string): SourceRecord;
    sourceByKey(key: string): Source | undefined;
    sourceByHash(sha256: string): Source | undefined;
    /** A quote that isn't deleted. */
    quote(id: string): Quote | undefined;
    /** A quote, deleted or not. */
    anyQuote(id: string): Quote | undefined;
    quotes(): Quote[];
    /** @throws DossierError `not-found` */
    brief(id: string): Brief;
    /** Adds a source to the case. Its key is given here, so that none is ever used twice. */
    addSource(make: (key: string) => NewSource): Promise<SourceRecord>;
    /** Adds a quote to its source, with a key of its own. */
    addQuote(sourceId: string, make: (key: string) => Quote): Promise<Quote>;
    /** A source's text; kept for the next time. @throws DossierError `not-found` or `damaged` */
    text(id: string): Promise<LoadedText>;
    /** Drops the texts in memory, so that what is verified is what is on disk. */
    forgetTexts(): void;
    /** Loads the sources that a brief's quote blocks and citations name, and answers the look-up for its check. */
    lookupFor(brief: Brief): Promise<CaseLookup>;
    /** Loads sources and answers the look-up for checks. A text that can't be read counts as missing and empty. */
    lookup(ids: Iterable<string>): Promise<CaseLookup>;
}
/** The number in a key: 3 of `S3`. */
export declare function keyNumber(key: string): number;
/** The library's row of a source. */
export declare function sourceRow({ source, quotes }: SourceRecord): SourceRow;
