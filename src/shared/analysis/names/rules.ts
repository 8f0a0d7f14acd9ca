/** What a sign says in plain words, for those that say something to people: the sentence's end after “because”. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^behind a title/, 'a title stands before it'],
  [/^given name/, 'it begins with a given name'],
  [/^known place country/, 'it is the name of a country'],
  [/^known place city/, 'it is the name of a well-known city'],
  [/^known place/, 'it is the name of a well-known place'],
  [/^body last/, 'it ends with a word for an organisation, such as Ltd or Ministry'],
  [/^body within|^of$|^ampersand/, 'it has a word for an organisation in it'],
  [/^place word/, 'it has a word for a place in it, such as River or County'],
  [/^place (?:first|last)/, 'it has the name of a place in it'],
  [/^initial|^junior|^particle/, 'it has an initial or a particle, as names of people have'],
  [/^last of a longer/, 'the article gives a longer name that ends so'],
  [/^first of a longer/, 'the article gives a longer name that begins so'],
  [/^initials of a longer/, 'the article gives a name with these initials'],
  [/^elsewhere/, 'the article shows it elsewhere'],
  [/^shape acronym/, 'it is written in capitals'],
  [/^sounds like a place/, 'it ends as places often do'],
  [/^sounds like a family/, 'it ends as family names often do'],
  [/^sounds like a company/, 'it ends as companies often do'],
  [/^after (?:in|at|near|from|to|around|outside|through)\b/, 'a word of place stands before it'],
  [/^after occupation|^after doer/, 'what somebody does stands before it'],
  [/^before (?:cue|said|says|told)\b/, 'a verb of speaking follows'],
  [/^before (?:who|whose)\b/, '“who” follows'],
  [/^before age|^before comma number/, 'an age follows'],
  [/^after name and comma/, 'another name and a comma stand before it'],
  [/^before comma and place/, 'a place follows'],
  [/^the, plural|^after the,/, '“the” stands before it']
]

/** True when there are words for the sign. */
export function isTold(sign: string): boolean {
  return RULES.some(([pattern]) => pattern.test(sign))
}

/** The rule by which a name was found, as a clause: “a title stands before it”. */
export function ruleOf(sign: string | null): string {
  const rule = sign === null ? undefined : RULES.find(([pattern]) => pattern.test(sign))
  return rule?.[1] ?? 'of the words around it'
}
