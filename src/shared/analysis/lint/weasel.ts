import { sentencesOf } from '../../source/sentences.ts'
import { quotedRanges } from '../copies/quoted.ts'
import { mentionsIn, unquoted } from '../reports/attribution.ts'
import { identityOf } from '../reports/giver-kind.ts'
import type { BriefStatement } from '../statements/statements.ts'
import type { LintFinding } from './codes.ts'

const SAY =
  '(?:say|says|said|believe|believes|believed|think|thinks|thought|claim|claims|claimed|fear|fears|feared|expect|expects|argue|argues|argued|suggest|suggests|suggested|warn|warns|warned|predict|predicts|predicted|hold|agree|suspect|suspects|assume|note|noted|doubt|report|reported|see|tell|told|maintain|allege|alleged|speculate|point out|insist|hope|estimate|consider|speak of|talk of)'
const VAGUE =
  '(?:observers?|critics?|experts?|analysts?|sources?|insiders?|commentators?|pundits?|people|others|voices|quarters|circles|rumours?|rumors?|onlookers|watchers|specialists|many|some|several|most|those in the know|everyone|everybody|someone|somebody|media|media reports|press reports|news reports|reports|unconfirmed reports|the word on the street)'
const KIND =
  '(?:some|many|several|most|certain|various|numerous|other|independent|local|political|foreign|informed|well-informed|well-placed|reliable|trusted|unnamed|anonymous|senior|leading|industry|government|diplomatic|security|military|official|western|regional|seasoned|long-time|close|knowledgeable|usual|the|a few|a number of|a source|one)'
/** Behind these the words go on to say who it is. */
const NAMED_ON = '(?!\\s+(?:of|at|from|for|with|in|on|who|inside|within|near|close to|working|based|to)\\b)'
const MARK = '(?<![\\p{L}\\p{M}-])'

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `${MARK}(?:${KIND}\\s+){0,3}${VAGUE}${NAMED_ON}\\s+(?:(?:also|have|had|now|widely|generally|often|still|long)\\s+)*${SAY}(?![\\p{L}\\p{M}-])`,
    'giu'
  ),
  new RegExp(`${MARK}according to (?:${KIND}\\s+){0,3}${VAGUE}${NAMED_ON}(?![\\p{L}\\p{M}-])`, 'giu'),
  new RegExp(
    `${MARK}(?:${KIND}\\s+){0,3}(?:sources?|observers?|circles|insiders)${NAMED_ON}(?=\\s+(?:close|familiar))`,
    'giu'
  ),
  /(?<![\p{L}\p{M}-])it (?:is|was|has been|had been) (?:widely |generally |commonly |often |also |sometimes |now |long )?(?:believed|said|thought|understood|feared|alleged|claimed|rumoured|rumored|assumed|reported|suggested|supposed|speculated|held|known in circles|being said|whispered|presumed|suspected|hoped)(?![\p{L}\p{M}-])(?! by)/giu,
  /(?<![\p{L}\p{M}-])(?:is|are|was|were) (?:widely |generally |commonly |often |also |now )?(?:believed|said|thought|understood|alleged|rumoured|rumored|reputed|reported|supposed|presumed|feared|suspected|claimed)(?= to (?:be|have)\b)/giu,
  /(?<![\p{L}\p{M}-])(?:is|are) (?:widely|generally|commonly) (?:believed|seen|regarded|considered|expected|held|thought|assumed|viewed)(?![\p{L}\p{M}-])(?! by)/giu,
  /(?<![\p{L}\p{M}-])(?:reportedly|allegedly|supposedly|purportedly|reputedly|rumou?redly|ostensibly)(?![\p{L}\p{M}-])/giu,
  /(?<![\p{L}\p{M}-])(?:rumou?r has it|word has it|the story goes|there (?:are|is|were|was|have been) (?:unconfirmed |persistent |many |some )?(?:reports?|rumou?rs?|talk|speculation|suggestions?|claims?|allegations?|fears|concerns?)|by all accounts|by some accounts|some accounts|as is well known|as everyone knows|as we all know|in some quarters|from well-informed circles|a source said|one source said|we (?:hear|are told))(?![\p{L}\p{M}-])/giu
]

/** Words that give an account to nobody, outside of quotation marks, in sentences that name nobody else who gives it. */
export function weaselWords({ text }: BriefStatement): LintFinding[] {
  const found: LintFinding[] = []
  const quoted = quotedRanges(text)
  for (const sentence of sentencesOf(text, 'en')) {
    const own = {
      text: text.slice(sentence.start, sentence.end),
      quoted: quoted
        .filter((range) => range.start < sentence.end && range.end > sentence.start)
        .map((range) => ({
          start: Math.max(0, range.start - sentence.start),
          end: Math.min(range.end, sentence.end) - sentence.start
        }))
    }
    const masked = unquoted(own)
    const named = mentionsIn(own).some(
      ({ words, through }) => through.some((each) => /\p{Lu}/u.test(each)) || isSomebody(words)
    )
    for (const pattern of PATTERNS) {
      for (const match of masked.matchAll(pattern)) {
        const start = sentence.start + match.index
        const end = start + match[0].length
        if (named || found.some((other) => start < other.end && end > other.start)) continue
        found.push({
          code: 'weasel-words',
          start,
          end,
          message: `“${text.slice(start, end)}” names nobody. Say who gives this, or leave it out.`,
          evidence: []
        })
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const NOBODY = new RegExp(`^(?:${KIND}\\s+){0,3}${VAGUE}$`, 'iu')

function isSomebody(words: string): boolean {
  if (NOBODY.test(words.trim())) return false
  const identity = identityOf(words, () => null)
  return (
    identity.isNamed ||
    /\b(?:of|at|from|for|in)\s+(?:the\s+)?\p{L}+/u.test(words) ||
    /^(?:a|an|two|three|four|five|six|seven)\s/iu.test(words)
  )
}
