import { latin } from '../running-text/latin.ts'

/** What is said of people who are counted, by the beginnings of words, the first word as name. */
const OF_PEOPLE = [
  'dead dead death die died dying kill fatal perish corpse victim toll drown lives bodies body lost|their|lives',
  'injured injur hurt wound casualt',
  'missing missing unaccount disappear vanish',
  'rescued rescu surviv saved alive pulled',
  'arrested arrest detain custody apprehend',
  'charged charged indict accused',
  'hospital hospital hospitalis hospitaliz ward intensive',
  'treated treated treating',
  'unvaccinated unvaccinat vaccin immunis immuniz',
  'sick sick ill infect measles cholera fever flu case cases diagnos outbreak ailing poisoned',
  'evacuated evacu displac homeless shelter fled flee moved rehoused relocat spent|the|night leave|their|homes left|their|homes',
  'protesters protest demonstrat march rall',
  'strikers striking strike walkout walked|out stayed|away downed|tools',
  'dismissed dismiss redundan sack laid|off',
  'trapped trapped stranded stuck cut|off'
]
const OF_MONEY = [
  'cost cost price estimate budget bill expens worth priced',
  'aid aid relief releas grant donat support subsid fund',
  'damage damag loss losses lost',
  'fine fine penalt compensat damages',
  'profit profit earnings surplus',
  'revenue revenu sales turnover income takings',
  'debt debt owe loan deficit',
  'pay wage salar pay',
  'investment invest'
]
const OF_THINGS = [
  'destroyed destroy buri flatten wreck burned|down collapsed gutted demolish lost lose cut axe',
  'burned burn consum scorch devour ravag blacken char',
  'damaged damag',
  'closed closed shut',
  'created creat',
  'without without lack no',
  'covered cover bear borne financ fund pay contribut shoulder',
  'collected collect gather sign',
  'sold sold sell',
  'built built build erect'
]
/** Nouns of which people are meant. */
export const PEOPLE =
  /^(?:people|persons?|men|man|women|woman|children|child|boys?|girls?|passengers?|crew|workers?|miners?|residents?|villagers?|inhabitants?|citizens?|pupils?|students?|patients?|soldiers?|officers?|sailors?|seamen|fishermen|employees?|staff|families|family|households?|victims?|bodies|body|survivors?|deaths?|dead|injured|wounded|missing|casualties|fatalities|suspects?|protesters?|demonstrators?|refugees?|migrants?|cases|infections?|tourists?|visitors?|members?|others|them|whom|firefighters|rescuers|climbers|skiers|guests|detainees|prisoners|inmates|drivers?|commuters|evacuees|homeless|teachers|nurses|doctors|farmers|lives|souls|adults|infants|babies|sick|ill|infected|arrested|evacuated|hospitalised|hospitalized|rescued|trapped|killed|hurt)$/iu

/** Beginnings of words with the concept of each, and what finds them in small letters. */
export interface Forms {
  concepts: ReadonlyMap<string, string>
  expression: RegExp
}

function table(rows: readonly string[]): Forms {
  const concepts = new Map(
    rows.flatMap((row) => {
      const [concept = '', ...forms] = row.split(' ')
      return forms.map((form) => [form.replaceAll('|', ' '), concept] as const)
    })
  )
  const longestFirst = [...concepts.keys()].sort((a, b) => b.length - a.length)
  return { concepts, expression: latin(`(?<![\\p{L}-])(?:un)?(?<form>${longestFirst.join('|')})\\p{L}*`, 'gu') }
}
export const PEOPLE_FORMS = table(OF_PEOPLE)
export const MONEY_FORMS = table(OF_MONEY)
export const THING_FORMS = table(OF_THINGS)

/** The counts that only grow. */
export const GROWING: ReadonlySet<string> = new Set([
  'dead',
  'injured',
  'sick',
  'arrested',
  'charged',
  'rescued',
  'treated',
  'collected'
])

/** The nearest word that says what happened to what is counted: first in its own stretch, between the numbers around it. */
export function nearestConcept(
  sentence: string,
  amount: { start: number; end: number },
  [from, to]: readonly [number, number],
  others: readonly { start: number; end: number }[],
  forms: Forms
): { concept: string; distance: number; isBehind: boolean } | null {
  const next = others.find(({ start }) => start >= amount.end)?.start ?? sentence.length
  const last = others.findLast(({ end }) => end <= amount.start)?.end ?? 0
  const lower = sentence.toLowerCase()
  const found: { concept: string; distance: number; isBehind: boolean }[] = []
  const look = (begin: number, stop: number, weigh: (at: number) => number): void => {
    const part = lower.slice(begin, stop)
    for (const { index, 0: word, groups } of part.matchAll(forms.expression)) {
      const form = groups!.form!
      if (form.length <= 3 && word !== form && word !== `${form}s`) continue
      if (form === 'case' && !/^cases?$/u.test(word)) continue
      // `counted as injured` says what they were taken for.
      if (/\sas\s$/u.test(part.slice(0, index))) continue
      found.push({
        concept: forms.concepts.get(form)!,
        distance: weigh(begin + index) - form.length / 100,
        isBehind: begin + index >= amount.end
      })
    }
  }
  look(amount.end, Math.min(to, next), (at) => at - amount.end)
  look(Math.max(from, last), amount.start, (at) => (amount.start - at) * 1.3)
  if (found.length === 0) look(from, to, (at) => 200 + Math.abs(at - amount.start))
  return found.sort((a, b) => a.distance - b.distance)[0] ?? null
}

/** The concepts of some words, in their order. */
export function conceptsIn(words: string, { concepts, expression }: Forms): string[] {
  return [...words.toLowerCase().matchAll(expression)].flatMap(({ 0: word, groups }) => {
    const form = groups!.form!
    if (form.length <= 3 && word !== form && word !== `${form}s`) return []
    if (form === 'case' && !/^cases?$/u.test(word)) return []
    return [concepts.get(form)!]
  })
}
