export declare const STANDIN: string
export declare function electronPackage(): string | null
export declare function findElectron(): string | null
