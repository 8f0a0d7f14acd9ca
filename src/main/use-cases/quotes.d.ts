import type { Quote, Verification } from '../../shared/quote/quote.ts';
import type { VerifyHint } from '../../shared/quote/prepared.ts';
import type { OpenCase } from './open-case.ts';
/** Makes ids and times. */
export interface Making {
    now: () => Date;
    newId: () => string;
}
/**
 * Saves a quote over a range of a source's text, widened to whole words. The same range again gives the quote there is.
 * @throws DossierError `empty`, `not-found` or a storage failure
 */
export declare function quoteRange(open: OpenCase, range: {
    sourceId: string;
    start: number;
    end: number;
}, making: Making, speaker?: string | null): Promise<Quote>;
/**
 * Locates words in a source and saves them as a quote when they are verbatim or normalised; else `quote` is null and the
 * verification says why.
 */
export declare function quoteWords(open: OpenCase, sourceId: string, words: string, hint: VerifyHint, making: Making): Promise<{
    quote: Quote | null;
    verification: Verification;
}>;
/** Changes a quote, deleted or not. @throws DossierError `not-found` or a storage failure */
export declare function changeQuote(open: OpenCase, id: string, action: 'quote-changed' | 'quote-deleted' | 'quote-restored', change: (quote: Quote) => Quote): Promise<Quote>;
