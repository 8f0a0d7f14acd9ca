import { type Anchor, type CheckedChain, type CustodyNote } from '../../shared/case/custody.ts';
/** This device's log of a case, open for appending. The only writer of its file. */
export declare class CustodyLog {
    #private;
    private constructor();
    /**
     * Opens this device's log for appending and makes it where there is none. A last line that a crash left incomplete was
     * never acknowledged: it is cut off.
     */
    static open(casePath: string, caseId: string, device: string): Promise<CustodyLog>;
    /**
     * Appends an entry and resolves with its anchor when it's on the disk. When that fails, the file is cut back to what it
     * was, at once or before the next entry, so that none is glued to a torn one.
     */
    append(note: CustodyNote, at: Date): Promise<Anchor>;
    /** Waits for appends under way and closes the file. */
    close(): Promise<void>;
}
/** Reads and checks the logs of all devices against the anchors that the case's documents hold. */
export declare function readCustody(casePath: string, caseId: string, anchors: readonly Anchor[]): Promise<CheckedChain[]>;
