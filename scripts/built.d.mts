export declare const COMMAND_LINE: { built: string; source: string }
export declare function isBuilt(what: 'app' | 'commandLine'): boolean
export declare function commandLine(): string
export declare function workers(): { import: URL; pdf: URL; search: URL }
