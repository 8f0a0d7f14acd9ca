import type { Node } from '@tiptap/pm/model'
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { CitingPlace } from '../../../shared/api/contract.ts'
import { useCase } from '../case/case.ts'
import { ask } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { flushBrief, openBrief, useBrief } from './brief.ts'
import { revealNode } from './editor.ts'

/** Where the briefs use each quote, as they were saved when that was asked; by the quotes' ids. */
export const useUses = create<{ of: ReadonlyMap<string, readonly CitingPlace[]> }>(() => ({ of: new Map() }))

forgetWithCase(() => useUses.setState({ of: new Map() }))

/** Asks where the briefs use all quotes of the case. */
export async function loadUses(): Promise<void> {
  const places = await ask('brief.places', { sources: [], quotes: [...useCase.getState().quotes.keys()] })
  if (places) useUses.setState({ of: usesByQuote(places) })
}

/** Places by the quotes that they use. */
export function usesByQuote(places: readonly CitingPlace[]): Map<string, CitingPlace[]> {
  const of = new Map<string, CitingPlace[]>()
  for (const place of places)
    for (const quote of place.quotes) {
      const known = of.get(quote)
      if (known) known.push(place)
      else of.set(quote, [place])
    }
  return of
}

/** The blocks of a brief's text that use each quote, by the quotes' ids: as it is being written. */
export function usesHere(doc: Node): Map<string, string[]> {
  const of = new Map<string, string[]>()
  let block: string | null = null
  doc.descendants((node) => {
    if (typeof node.attrs['id'] === 'string') block = node.attrs['id']
    const quote = node.attrs['quoteId'] as string | null | undefined
    if (quote == null || block === null) return true
    const known = of.get(quote)
    if (!known) of.set(quote, [block])
    else if (known.at(-1) !== block) known.push(block)
    return true
  })
  return of
}

/** Leads to a place of a brief, which is opened first. */
export async function goToUse({ briefId, nodeId }: Pick<CitingPlace, 'briefId' | 'nodeId'>): Promise<void> {
  if (await openBrief(briefId)) revealNode(nodeId)
}

/** Where a quote is used, by the briefs as they are on the disk, once what is written is there; null while they are being read. */
export function useUsesOf(quoteId: string): readonly CitingPlace[] | null {
  const briefs = useCase((state) => state.briefs)
  const [uses, setUses] = useState<readonly CitingPlace[] | null>(null)
  useEffect(() => {
    let wanted = true
    const find = async (): Promise<void> => {
      if (useBrief.getState().phase === 'shown') await flushBrief()
      const places = await ask('brief.places', { sources: [], quotes: [quoteId] })
      if (wanted && places) setUses(places)
    }
    void find()
    return () => {
      wanted = false
    }
  }, [briefs, quoteId])
  return uses
}
