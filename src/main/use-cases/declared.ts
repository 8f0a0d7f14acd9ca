import { declarationOf, type RequestDeclaration, type RequestName } from '../../shared/api/contract.ts'
import type { Handlers } from './handlers.ts'

/** Answers a request by `work`, with what follows from what the request declares. */
export type Around = <T>(declared: RequestDeclaration, work: () => Promise<T>) => Promise<T>

/** Puts the same around every handler, so that what holds for a kind of requests follows from their declarations. */
export function aroundEach<N extends RequestName>(handlers: Handlers<N>, around: Around): Handlers<N> {
  const wrapped = (Object.keys(handlers) as N[]).map((name) => {
    const handler = handlers[name] as (input: unknown) => Promise<unknown>
    return [name, (input: unknown) => around(declarationOf(name), () => handler(input))]
  })
  return Object.fromEntries(wrapped) as Handlers<N>
}
