import { CaseRecord } from '../../shared/case/case.ts';
import { Document } from './document.ts';
export declare const CASE_FILE = "case.json";
/**
 * Reads `case.json` of a case.
 * @throws DossierError `not-found`, `damaged`, `case-newer`, `io`
 */
export declare function readCase(path: string): Promise<Document<CaseRecord>>;
/** Parsed JSON; null when it isn't JSON, which no record is. */
export declare function parseJson(raw: string): unknown;
