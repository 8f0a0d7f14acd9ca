import type { Tlp } from '../../shared/source/source.ts';
/** The sample case as it ships: articles and a brief, in `resources/sample`. */
export interface Sample {
    title: string;
    tlp: Tlp;
    articles: string[];
    brief: string;
}
/** Reads the list of the sample's files. */
export declare function readSample(resources: string): Promise<Sample>;
/** A folder for the sample that isn't there yet. */
export declare function freeFolder(parent: string, name: string): string;
