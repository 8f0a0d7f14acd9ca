/** The text on one line: runs of white space become one space; NBSP stays, it is a character of the source. */
export declare function oneLine(text: string): string;
/** Letters and digits only, lower case, single spaces: two spellings of one headline or name compare equal. */
export declare function normaliseForMatch(text: string): string;
/** Words of a text; where a script writes none apart (Chinese, Japanese, Thai), two characters count as one. */
export declare function countWords(text: string): number;
/** True when the text ends as a sentence does, quotation marks and brackets aside. */
export declare function endsSentence(text: string): boolean;
