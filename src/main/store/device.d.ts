/** The name under which this device writes logs: random, made once, kept in the program's own folder. */
export declare function deviceId(userData: string): Promise<string>;
