import type { Name } from '../names/names.ts'
import type { TextRange } from '../running-text/tokens.ts'

/** Words before an outlet or agency that carried somebody's words to the report. */
const CARRIED =
  /(?:\b(?:told|tells|telling|informed|emailed|texted)|\b(?:interview|interviews|conversation|briefing) (?:with|to|for|by)|\b(?:statement|comments?|remarks?|e-?mail|letter|message|reply|response|interview) (?:to|for)|\b(?:spoke|speaking|spoken|said|saying|talking|shown|sent|given|leaked|confirmed|provided) to|\b(?:seen|obtained|reviewed|quoted|cited|reported|carried|published|released|broadcast|first reported|as saying|viewed|verified|examined) by|\baccording to|\bciting|\bquoting)\s+(?:(?:the|a|an|its|state|state-run|local|news|agency|newspaper|broadcaster|daily|official|private|national)\s+)*$/iu
/** Words behind an outlet that tells what another said. */
const TELLS =
  /^(?:['’]s)?\s*(?:(?:news\s+agency|newspaper|agency|television|tv|radio|magazine|website|broadcaster)\s+)?(?:also\s+|first\s+|later\s+)*(?:reported|reports|quoted|quotes|cited|cites)\b/iu
const LEAD = 60

/**
 * The outlets, agencies and documents' keepers through which a sentence has somebody's words, in the order in which they are named: “told Reuters”,
 * “according to a statement seen by …”, “… reported, citing …”. `sentence` is its range; `origin` the range that names who spoke.
 */
export function carriersOf(
  text: string,
  sentence: TextRange,
  origin: TextRange | null,
  names: readonly Name[]
): string[] {
  const carriers: string[] = []
  for (const name of names) {
    if (name.end <= sentence.start) continue
    if (name.start >= sentence.end) break
    if (name.kind !== 'organisation') continue
    if (origin !== null && name.start < origin.end && name.end > origin.start) continue
    const lead = text.slice(Math.max(sentence.start, name.start - LEAD), name.start)
    if (!CARRIED.test(lead) && !TELLS.test(text.slice(name.end, sentence.end))) continue
    if (!carriers.includes(name.full)) carriers.push(name.full)
  }
  return carriers
}
