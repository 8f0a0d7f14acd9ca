import type { Output } from '../../shared/api/contract.ts'
import { count } from '../ui/format.ts'

type Hypotheses = Output<'hypotheses.get'>
type Row = Hypotheses['evidence'][number]

/** Which hypothesis leads, by how much, and how many pieces of evidence that hangs on. */
export function leadWords({ hypotheses, evidence }: Hypotheses): string {
  if (hypotheses.length < 2) return 'Hypotheses compete from two on.'
  const first = hypotheses.filter(({ rank }) => rank === 1)
  const names = first.map(({ number }) => `H${number}`)
  if (first.length === hypotheses.length) return 'Nothing tells the hypotheses apart yet.'
  const least = first[0]!.inconsistent
  const lead = names.length === 1 ? `${names[0]} leads` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} lead`
  const hang = evidence.filter(({ leftOut, turned }) => leftOut.change === 'leader' || turned.change === 'leader')
  const hangs =
    hang.length === 0
      ? 'No single piece of evidence changes that.'
      : `That hangs on ${hang.map(({ number }) => `E${number}`).join(', ')}.`
  const against = least === 0 ? 'nothing' : `${count(least, 'piece')} of evidence`
  return `${lead}, with ${against} against ${names.length === 1 ? 'it' : 'each'}. ${hangs}`
}

/** What a piece of evidence does to the order, in a sentence; empty when it does nothing. */
export function hangWords({ leftOut, turned, tellsApart }: Row, hypotheses: Hypotheses['hypotheses']): string {
  const names = new Map(hypotheses.map(({ id, number }) => [id, `H${number}`]))
  const first = ({ order }: Row['leftOut']): string => (order[0] ?? []).map((id) => names.get(id)).join(' and ')
  const parts = [
    leftOut.change === 'leader' && `without it ${first(leftOut)} would lead`,
    leftOut.change === 'order' && 'without it the order would change behind the first',
    turned.change === 'leader' && `turned, ${first(turned)} would lead`,
    turned.change === 'order' && 'turned, the order would change behind the first'
  ].filter((part) => part !== false)
  if (parts.length > 0) return capital(`${parts.join('; ')}.`)
  return tellsApart || hypotheses.length < 2 ? '' : 'It stands to all alike, and tells none of them apart.'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
