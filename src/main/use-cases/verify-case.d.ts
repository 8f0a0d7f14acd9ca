import type { CaseReport } from '../../shared/brief/check.ts';
import { type OpenCase } from './open-case.ts';
/**
 * Verifies a whole case as it is on disk: every original and text by hash, every saved quote, and every quote block of
 * every brief, located or not; and the chain of custody. The check itself is logged, unless the case is open for reading only.
 */
export declare function verifyCase(open: OpenCase): Promise<CaseReport>;
