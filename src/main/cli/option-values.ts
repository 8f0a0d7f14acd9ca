import { InvalidArgumentError } from 'commander'
import { TLP_LABELS, type Tlp } from '../../shared/source/source.ts'

/** A label of the Traffic Light Protocol, with or without `TLP:`, in capitals or not. @throws InvalidArgumentError */
export function tlp(label: string): Tlp {
  const wanted = label.toUpperCase().replace(/^(?!TLP:)/, 'TLP:')
  const known = TLP_LABELS.find((candidate) => candidate === wanted)
  if (!known) throw new InvalidArgumentError(`Use one of ${TLP_LABELS.join(', ')}.`)
  return known
}

/** One of some words. @throws InvalidArgumentError */
export function oneOf<W extends string>(value: string, words: readonly W[]): W {
  const known = words.find((word) => word === value)
  if (known === undefined) throw new InvalidArgumentError(`Use one of ${words.join(', ')}.`)
  return known
}
