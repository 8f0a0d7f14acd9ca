import type { z } from 'zod';
import type { Contract, EventData, EventName, Output, RequestName } from '../shared/api/contract.ts';
/** One function for each request, given parsed input. */
export type Handlers<N extends RequestName = RequestName> = {
    [K in N]: (input: z.output<Contract[K]['input']>) => Promise<Output<K>>;
};
/** The requests that only the desktop shell can answer. */
export type ShellRequest = Extract<RequestName, `app.${string}` | `dialog.${string}` | `shell.${string}`>;
/** The requests that are use cases of the workspace. */
export type WorkspaceRequest = Exclude<RequestName, ShellRequest>;
/** Tells the shell something unasked. */
export type Emit = <N extends EventName>(name: N, data: EventData<N>) => void;
