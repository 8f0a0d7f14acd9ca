export declare const LONG: boolean
export declare function times(short: number, whole: number): number
export declare function everyNth(step: number): number
