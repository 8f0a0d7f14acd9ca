import { linesOf, mentionsOf, type Line, type Mention } from './mentions.ts'
import type { Elsewhere } from './signs.ts'

/** The mentions of a text in order, and what they tell of each other. */
export interface NamesRead {
  mentions: Mention[]
  elsewhere: Elsewhere
}

export function readNames(text: string): NamesRead {
  const lines = linesOf(text)
  const mentions = lines.flatMap(mentionsOf)
  const lower = new Set<string>()
  for (const line of lines) addSmall(line, lower)
  const inside = new Map<string, number>()
  const byLast = new Map<string, Mention[]>()
  const byFirst = new Map<string, Mention[]>()
  const byInitials = new Map<string, Mention[]>()
  const byKey = new Map<string, Mention[]>()
  for (const mention of mentions) {
    put(byKey, mention.key, mention)
    if (!mention.opensSentence && !mention.line.isShouted) inside.set(mention.key, (inside.get(mention.key) ?? 0) + 1)
    const { words } = mention
    if (words.length < 2 || mention.line.isShouted) continue
    put(byLast, words.at(-1)!, mention)
    put(byFirst, words[0]!, mention)
    put(
      byInitials,
      words
        .filter((word) => word.length > 3 || !/^(?:of|the|for|and|&)$/.test(word))
        .map((word) => word[0]!)
        .join(''),
      mention
    )
  }
  return { mentions, elsewhere: { lower, inside, byLast, byFirst, byInitials, mentions: byKey } }
}

function addSmall({ tokens, isShouted }: Line, lower: Set<string>): void {
  if (isShouted) return
  for (const token of tokens) if (token.isWord && !token.isCapital) lower.add(token.lower)
}

function put(map: Map<string, Mention[]>, key: string, mention: Mention): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [mention])
  else known.push(mention)
}
