import type { Brief, BriefFields } from '../../shared/brief/brief.ts';
import type { BriefCheck } from '../../shared/brief/check.ts';
import { type Unresolved } from '../../shared/brief/markdown/resolve.ts';
import type { OpenCase } from './open-case.ts';
import { type Making } from './quotes.ts';
/** Makes an empty brief of a template. */
export declare function createBrief(open: OpenCase, { title, author, template }: {
    title: string;
    author: string;
    template: string;
}, making: Making): Promise<Brief>;
/** Saves a brief's fields and document; resolves when they are on the disk. */
export declare function saveBrief(open: OpenCase, id: string, fields: BriefFields, doc: Brief['doc']): Promise<void>;
/** Verifies and checks a brief as it is saved. */
export declare function checkSavedBrief(open: OpenCase, id: string): Promise<BriefCheck>;
/**
 * Imports a brief from Markdown. Block quotes that are found in their sources become quote blocks with saved quotes; what
 * can't be located is kept and reported.
 * @throws DossierError `bad-request` when the front matter isn't valid
 */
export declare function importBrief(open: OpenCase, markdown: string, fallbackTitle: string, making: Making): Promise<{
    brief: Brief;
    unresolved: Unresolved[];
}>;
/** Writes a brief as Markdown. */
export declare function exportBrief(open: OpenCase, id: string): Promise<string>;
