const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const PRONOUNS = list('i he she they we you it')
export const RELATIVES = list('who which that whom whose')
const DETERMINERS = list(
  'the a an this that these those his her its their our my your some many several two three four five six another each every no any all both most few one other others such various'
)
export const PREPOSITIONS = list(
  'of in on at by for with from to into onto about against over under between among through during since until after before without within across along around behind beyond near despite toward towards upon via per amid amongst like unlike including regarding concerning versus vs than throughout off out up down according alongside amid'
)
const CONJUNCTIONS = list('and or but nor yet so')
const SUBORDINATORS = list(
  'as when while because if although though where whether why how what unless whereas once that'
)
const AUXILIARIES = list(
  'is are was were be been being am has have had having do does did will would shall should can could may might must not never ’s isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t shouldn’t ' +
    "isn't wasn't aren't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't"
)
const ADVERBS = list(
  'also then later once even again often only just still already ever never soon now here there today yesterday tomorrow tonight first instead too quite rather perhaps simply recently previously meanwhile however further furthermore thus therefore nonetheless nevertheless twice jokingly to went on monday tuesday wednesday thursday friday saturday sunday early late'
)
/** Verbs that are seen often and are no cues: where a noun phrase ends. */
const VERB_FORMS = list(
  'went go goes gone made make makes took take takes gave give gives came come comes got get gets kept keep keeps became become becomes spent left put set let met led held won lost brought built bought fell grew ran run stood sent drew fired hit showed show shows tried seems seem seemed appears appear appeared plans looks look looked works work need needs used uses want sat threw helped help supports backed came turned turn faces faced includes remains remained stepped follows followed'
)

export type WordClass =
  'pronoun' | 'determiner' | 'preposition' | 'conjunction' | 'subordinator' | 'auxiliary' | 'adverb' | 'verb' | 'other'

const CLASSES = new Map<string, WordClass>()
const add = (words: ReadonlySet<string>, name: WordClass): void => {
  for (const word of words) CLASSES.set(word, name)
}
add(VERB_FORMS, 'verb')
add(ADVERBS, 'adverb')
add(PREPOSITIONS, 'preposition')
add(SUBORDINATORS, 'subordinator')
add(CONJUNCTIONS, 'conjunction')
add(AUXILIARIES, 'auxiliary')
add(DETERMINERS, 'determiner')
add(PRONOUNS, 'pronoun')

/** What a lower-case word is by itself, as far as that can be told. */
export function wordClass(lower: string): WordClass {
  const known = CLASSES.get(lower)
  if (known !== undefined) return known
  return lower.length > 4 && lower.endsWith('ly') ? 'adverb' : 'other'
}
