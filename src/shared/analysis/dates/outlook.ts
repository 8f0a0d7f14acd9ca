import type { ReadLanguage } from '../numbers/number-words.ts'
import { latin } from '../running-text/latin.ts'

/**
 * Whether what is told of a date lies ahead of the report, behind it, or can't be told; `open` for what lay ahead of a day in the past (`said that it would open`, `decided that it
 * should not be sent`), and may lie on either side of the report.
 */
export type Outlook = 'ahead' | 'behind' | 'open' | null

/** What decides it: the verb that stands nearest. */
interface Cue {
  at: number
  outlook: Exclude<Outlook, null>
}

const AHEAD_EN = [
  // Modals and what promises.
  "(?:will|shall|won[’']t|must|should|[’']ll|can|may|might|needs?\\s+to|ha(?:s|ve)\\s+(?:until|till|to))(?!\\s+have\\s)",
  '(?:is|are|am|’s|’re)\\s+(?:now\\s+|still\\s+|also\\s+)?(?:to|due|set|expected|scheduled|slated|planned|likely|about|supposed|going|meant|bound|ready|poised|booked|hoping|planning|preparing|required|obliged|asked|urged|invited|advised|called\\s+on)',
  '(?:plans?|intends?|hopes?|aims?|wants?|expects?|promises?|promised|vows?|vowed|pledged|pledges?|agreed|agrees?|decided|threatens?|threatened|proposes?|proposed|planned|intended|hoped)\\s+(?:\\p{L}+\\s+){0,2}?to',
  "(?:asked|urged|told|ordered|invited|required|called\\s+on|calls?\\s+on|asks?|urges?|orders?|requested|allowed|permitted|given)\\s+(?:[\\p{L}’']+\\s+){0,4}?(?:to(?=\\s+\\p{Ll})|until|till)",
  // What is settled is told in the present.
  '(?:begins?|opens|starts|meets|ends|resumes?|reopens?|takes?\\s+(?:place|effect)|(?:comes?|enters?)\\s+into\\s+(?:force|effect)|expires?|returns|arrives?|leaves|departs?|sails|goes|comes|closes|runs|sits|votes|holds|reconvenes?|gathers|launches|falls\\s+due|kicks?\\s+off|finishes|concludes|follows)(?=\\s|[.,;])',
  '(?<=\\p{L}s\\s)(?:open|start|meet|end|return|close|vote|leave|arrive|sit)(?=\\s+(?:on|in|at|by|next|this|again|\\p{Lu}))',
  '(?:remains?|stays?|is|are|continues?|keeps?)\\s+(?:\\p{L}+\\s+){0,4}?(?:until|till)',
  'deadline|scheduled\\s+for|due\\s+(?:on|in|by)|planned\\s+for|slated\\s+for|set\\s+for|expected\\s+(?:on|in|by|to)|is\\s+(?:only\\s+)?valid|upcoming|forthcoming|plans?\\s+for'
]
const OPEN_EN = [
  "(?:would|wouldn[’']t)(?!\\s+have\\s)",
  'could(?!\\s+(?:have|not|no|only|hardly|barely|see|hear|reach|be\\s+(?:seen|heard|reached|smelt|felt))\\s)',
  '(?:put\\s+(?:off|back)|postponed|moved|rescheduled|delayed|brought\\s+forward|pushed\\s+back|extended|deferred|adjourned|prolonged)\\s+(?:\\p{L}+\\s+){0,3}?(?:to|until|till|for)(?=\\s)'
]
/** A verb in the past on which what follows hangs: what should be then may be past now. */
const HANGS =
  /(?<!\p{L})(?:(?:had\s+)?(?:decided|ruled|ordered|demanded|asked|agreed|insisted|wanted|said|told\s+[^,.;]{1,30}|wrote|requested|advised|recommended|proposed|voted|knew|determined))\s+(?:that\s)?[^,.;:!?]*$/iu
const PAST_PERFECT = /(?<!\p{L})had\s+\p{L}/iu
const BEHIND_EN = [
  "(?:was|were|had|did|didn[’']t|wasn[’']t|weren[’']t|been|ha(?:s|ve)\\s+been|ha(?:s|ve)\\s+\\p{L}+(?:ed|en|t|d|ne|wn))",
  '(?:said|told|says?|tells?|found|began|saw|came|went|took|gave|made|held|met|left|sent|became|fell|rose|grew|won|lost|got|broke|wrote|spoke|led|ran|cut|hit|struck|shot|put|set|shut|let|spent|paid|bought|sold|brought|built|caught|fought|kept|knew|laid|lay|read|rode|sank|sat|stood|swept|taught|thought|threw|wore|burnt|burned|died|drove|flew|heard|hurt|sought|slid|split|spread|stole|swore|tore|woke|withdrew|according\\s+to)',
  '\\p{L}{2,}(?:[^e]ed|eed|ied)(?!\\p{L})',
  '(?:ago|since)'
]
/** Behind these a participle follows. */
const NO_TIME =
  /(?:^|\s)(?:be|being|to|will|shall|must|should|would|could|can|may|might|been|get|is|are)\s+(?:\p{L}+ly\s+|also\s+|not\s+|then\s+|now\s+)?$/iu

const WORDS: Readonly<Record<ReadLanguage, { ahead: RegExp; behind: RegExp; open?: RegExp }>> = {
  en: { ahead: words(AHEAD_EN), behind: words(BEHIND_EN), open: words(OPEN_EN) },
  de: {
    ahead: words([
      'wird|werden|will|wollen|soll|sollen|möchte|plant|planen|muss|müssen|beginnt|endet|startet|tagt|ist\\s+geplant'
    ]),
    behind: words([
      'wurde|wurden|war|waren|hatte|hatten|hat|haben|ist|sind|sagte|sagten|teilte|erklärte|\\p{L}+te(?:n)?',
      'seit'
    ])
  },
  fr: {
    ahead: words(['va|vont|doit|doivent|prévoit|prévoient|devrait|devraient|\\p{L}{2,}r(?:a|ont)(?!\\p{L})']),
    behind: words(['a|ont|est|sont|avait|avaient|était|étaient|fut|furent|\\p{L}{2,}(?:ait|aient|é|ée|és)', 'depuis'])
  },
  es: {
    ahead: words(['va\\s+a|van\\s+a|debe|deben|prevé|prevén|\\p{L}{2,}r(?:á|án)(?!\\p{L})']),
    behind: words([
      'ha|han|había|habían|fue|fueron|era|eran|estaba|\\p{L}{2,}(?:ó|aron|ieron|aba|aban|ía|ían)',
      'desde'
    ])
  }
}

function words(parts: readonly string[]): RegExp {
  return latin(`(?<![\\p{L}-])(?:${parts.join('|')})(?![\\p{L}-])`, 'giu')
}

/** `The deadline is Friday`, `the vote is on 4 May`. */
const IS_ON = /(?<!\p{L})(?:is|are)\s+(?:on\s+)?$/iu

/** Where a clause ends for the verbs that stand in it. */
const BOUNDARY =
  /[;:!?“”"«»„()]|[—–]\s|\s-\s|,?\s(?:but|while|whereas|although|though|aber|während|mais|pero)\s|,\s(?:which|who|whom|whose|where|when|and|der|die|das|und|qui|et|que|y)\s/giu

/**
 * Tells from the verb nearest to a date, first before it and then behind it, in its own clause and then in its sentence, whether the date lies ahead.
 * `sentence` is the sentence, `start` and `end` are the date's place in it.
 */
export function outlookOf(sentence: string, start: number, end: number, language: ReadLanguage): Outlook {
  let [from, to] = [0, sentence.length]
  for (const { index, 0: mark } of sentence.matchAll(BOUNDARY)) {
    if (index + mark.length <= start) from = index + mark.length
    else if (index >= end) {
      to = index
      break
    }
  }
  if (language === 'en' && IS_ON.test(sentence.slice(from, start))) return 'ahead'
  const before = cuesIn(sentence, from, start, language).at(-1)
  if (before) return before.outlook
  const [behind] = cuesIn(sentence, end, to, language)
  if (behind) return behind.outlook
  const earlier = cuesIn(sentence, 0, from, language).at(-1)
  return earlier?.outlook ?? cuesIn(sentence, to, sentence.length, language)[0]?.outlook ?? null
}

function cuesIn(sentence: string, from: number, to: number, language: ReadLanguage): Cue[] {
  const { ahead, behind, open } = WORDS[language]
  const text = sentence.slice(from, to)
  // What had been said in the past perfect is told of a past that's over.
  const hanging = open
    ? Array.from(text.matchAll(open), ({ index, 0: word }) => ({ at: index, end: index + word.length })).filter(
        ({ at }) => !PAST_PERFECT.test(text.slice(0, at))
      )
    : []
  const forward = Array.from(text.matchAll(ahead), ({ index, 0: word }) => ({
    at: index,
    end: index + word.length,
    word
  }))
    // The month, not the verb.
    .filter(({ word }) => word !== 'May')
  const back = Array.from(text.matchAll(behind), ({ index, 0: word }) => ({ at: index, word }))
    .filter(({ at }) => ![...forward, ...hanging].some((cue) => at >= cue.at && at < cue.end))
    // What will be held, and what is to be held, is not held yet: a participle says no time of its own.
    .filter(({ at, word }) => !(/(?:ed|t|d|n)$/iu.test(word) && NO_TIME.test(text.slice(0, at))))
  return [
    ...forward.map(({ at, word }): Cue => ({
      at,
      outlook: /^should/iu.test(word) && HANGS.test(text.slice(0, at)) ? 'open' : 'ahead'
    })),
    ...hanging.map(({ at }): Cue => ({ at, outlook: 'open' })),
    ...back.map(({ at }): Cue => ({ at, outlook: 'behind' }))
  ].sort((a, b) => a.at - b.at)
}
