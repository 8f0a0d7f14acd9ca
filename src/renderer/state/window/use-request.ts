import { useEffect, useState } from 'react'
import type { Input, Output, RequestName } from '../../../shared/api/contract.ts'
import type { Failure } from '../../../shared/errors/errors.ts'
import { request } from './bridge.ts'

export type Answer<T> = { phase: 'asking' } | { phase: 'answered'; value: T } | { phase: 'failed'; failure: Failure }

/**
 * Asks main once for something to show; again when what is asked for changes, or `after` on which the answer rests, and then the old
 * answer isn't shown any more.
 */
export function useRequest<N extends RequestName>(name: N, input: Input<N>, after = ''): Answer<Output<N>> {
  const asked = JSON.stringify(input)
  const of = asked + after
  const [state, setState] = useState<{ of: string; answer: Answer<Output<N>> }>({ of: '', answer: { phase: 'asking' } })
  useEffect(() => {
    let wanted = true
    void request(name, JSON.parse(asked) as Input<N>).then((result) => {
      if (!wanted) return
      if (result.ok) setState({ of, answer: { phase: 'answered', value: result.value } })
      else setState({ of, answer: { phase: 'failed', failure: result.error } })
    })
    return () => {
      wanted = false
    }
  }, [name, asked, of])
  return state.of === of ? state.answer : { phase: 'asking' }
}
