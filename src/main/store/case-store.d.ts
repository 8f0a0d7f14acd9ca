import type { OriginalState } from '../../shared/brief/check.ts';
import type { Brief } from '../../shared/brief/brief.ts';
import { SourceRecord, type CaseRecord } from '../../shared/case/case.ts';
import type { CheckedChain, CustodyNote } from '../../shared/case/custody.ts';
import { SourceText, type Source } from '../../shared/source/source.ts';
/** A source about to be added: everything but its place. */
export interface NewSource {
    source: Source;
    text: SourceText;
    original: Uint8Array;
}
/** What a store needs to know of the program that opens it. */
export interface StoreContext {
    /** The program's own folder, for locks and the device's name in logs. */
    userData: string;
    now: () => Date;
}
/**
 * A case on disk: `case.json`, `briefs/<id>.json`, `sources/ab/<id>/{meta.json,text.json,original.*}`, one small document
 * per thing so that an edit costs the same however large the case is. The only writer of these files.
 */
export declare class CaseStore {
    #private;
    readonly path: string;
    /** What opening found and mended or set aside, a sentence each. */
    readonly notices: string[];
    private constructor();
    /**
     * Makes a new case in a folder that is empty or doesn't exist yet, and opens it.
     * @throws DossierError `case-exists`, or a storage failure; then nothing of it is left
     */
    static create(path: string, record: CaseRecord, context: StoreContext): Promise<CaseStore>;
    /**
     * Opens a case. Without the right to write (another process holds it, the folder is write-protected, or `write` is false)
     * it is read-only.
     * @throws DossierError `not-found`, `damaged`, `case-newer`, `io`
     */
    static open(path: string, context: StoreContext, { write }?: {
        write?: boolean | undefined;
    }): Promise<CaseStore>;
    get readOnly(): boolean;
    get record(): CaseRecord;
    sources(): SourceRecord[];
    source(id: string): SourceRecord | undefined;
    briefs(): Brief[];
    /** Changes the case's record. @throws DossierError a storage failure */
    updateCase(change: (record: CaseRecord) => CaseRecord): Promise<CaseRecord>;
    /** Changes a source's record, and logs it. @throws DossierError `not-found` or a storage failure */
    updateSource(id: string, change: (record: SourceRecord) => SourceRecord, note: CustodyNote): Promise<SourceRecord>;
    /** Saves a brief. Only what is said in a note is logged: typing isn't. @throws DossierError */
    updateBrief(id: string, change: (brief: Brief) => Brief, note?: CustodyNote | null): Promise<void>;
    /** Adds a brief: its file first, then its place in the case's list. */
    addBrief(brief: Brief): Promise<void>;
    /** Logs something that changes nothing in the case, such as an export. Nothing is logged when it's read-only. */
    log(note: CustodyNote): Promise<void>;
    /** Keys and ids that were in the log when the case was opened, also those whose records can't be read any more. */
    get loggedSubjects(): readonly string[];
    /** Reads the logs of all devices and checks them against what the case's documents refer to. */
    custody(): Promise<CheckedChain[]>;
    /**
     * Adds a source whole or not at all: its folder is staged, flushed and renamed into place.
     * @throws DossierError a storage failure; then nothing of it is in the case
     */
    addSource({ source, text, original }: NewSource): Promise<SourceRecord>;
    /**
     * Reads a source's text, validated.
     * @throws DossierError `not-found` or `damaged`
     */
    text(id: string): Promise<SourceText>;
    /** Hashes a source's stored original and compares it with the hash taken when it was imported. */
    originalState(id: string): Promise<OriginalState>;
    /** Compares a text with the hash that the source's record holds for it. */
    textState(id: string, text: SourceText): OriginalState;
    /** Waits for writes under way and gives the case free. */
    close(): Promise<void>;
}
