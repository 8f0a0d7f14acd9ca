/** A word of a text with the form under which its inflections are one, half-open in UTF-16 units. */
export interface Term {
  stem: string
  start: number
  end: number
  /** It begins with a capital letter. */
  isName: boolean
  /** It's a number, in digits or a small one in words. */
  isNumber: boolean
}

/** Words that say nothing of what a sentence is about. */
const EMPTY = new Set(
  (
    'a an the this that these those it its he she they them his her their there here we our us you your i my me who whom whose which what when where why how ' +
    'is are was were be been being am has have had having do does did will would shall should can could may might must ought ' +
    'and or but nor so yet if then than as because while since until unless though although after before during by for from in into of off on onto out over ' +
    'to toward towards up upon with within without about above across against along among around at below beneath beside between beyond down near per through ' +
    'under not no any some all both each few many more most much other another such only own same too very also just even still again already ever ' +
    'say says said saying tell tells told telling according report reports reported reporting'
  ).split(' ')
)

/** Irregular forms of verbs and nouns that reports are full of, by what they are forms of. */
const FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    begin: 'began begun',
    break: 'broke broken',
    bring: 'brought',
    build: 'built',
    buy: 'bought',
    catch: 'caught',
    choose: 'chose chosen',
    come: 'came',
    cut: 'cut',
    die: 'dead death deaths dying died',
    draw: 'drew drawn',
    drive: 'drove driven',
    fall: 'fell fallen',
    feel: 'felt',
    fight: 'fought',
    find: 'found',
    flee: 'fled',
    fly: 'flew flown flight flights',
    forbid: 'forbade forbidden',
    give: 'gave given',
    go: 'went gone goes',
    grow: 'grew grown growth',
    hear: 'heard',
    hold: 'held',
    hurt: 'hurt',
    injure: 'injured injury injuries',
    keep: 'kept',
    know: 'knew known',
    lay: 'laid',
    lead: 'led',
    leave: 'left',
    lose: 'lost loss losses',
    make: 'made',
    meet: 'met',
    pay: 'paid payment payments',
    rise: 'rose risen',
    run: 'ran',
    see: 'saw seen',
    sell: 'sold sale sales',
    send: 'sent',
    shoot: 'shot',
    sink: 'sank sunk',
    speak: 'spoke spoken',
    spend: 'spent',
    stand: 'stood',
    steal: 'stole stolen',
    strike: 'struck',
    take: 'took taken',
    think: 'thought',
    throw: 'threw thrown',
    write: 'wrote written',
    man: 'men',
    woman: 'women',
    child: 'children',
    person: 'people persons'
  }).flatMap(([base, forms]) => forms.split(' ').map((form) => [form, base]))
)

/** Small numbers in words, by which passages are found; what a number is worth is read elsewhere. */
const DIGITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)])
)

const SUFFIXES = ['ings', 'ing', 'ied', 'ies', 'edly', 'ed', 'es', 'ly', 's', 'e', 'y']
const SHORTEST_STEM = 3

/** The form under which a word's inflections are one; no word of a dictionary. */
export function stemOf(word: string): string {
  const before = stems.get(word)
  if (before !== undefined) return before
  const stem = cutDown(word)
  if (stems.size >= MOST_KEPT) stems.clear()
  stems.set(word, stem)
  return stem
}

/** Words and short texts are asked for again and again. */
const MOST_KEPT = 50_000
const stems = new Map<string, string>()

function cutDown(word: string): string {
  const plain = word.toLowerCase().replace(/[’']s?$/u, '')
  const known = FORMS[plain] ?? plain
  const suffix = SUFFIXES.find((each) => known.endsWith(each) && known.length - each.length >= SHORTEST_STEM)
  const cut = suffix === undefined ? known : known.slice(0, -suffix.length)
  return /([^aeiou\d])\1$/u.test(cut) && cut.length > SHORTEST_STEM ? cut.slice(0, -1) : cut
}

const WORD = /\p{N}[\p{N}.,]*\p{N}|\p{N}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[’'][\p{L}\p{M}]+)*/gu

/** The words of a text that say what it's about. */
export function termsOf(text: string): readonly Term[] {
  const before = read.get(text)
  if (before) return before
  const terms = readTerms(text)
  if (read.size >= MOST_READ) read.clear()
  read.set(text, terms)
  return terms
}

const MOST_READ = 5_000
const read = new Map<string, readonly Term[]>()

function readTerms(text: string): Term[] {
  const terms: Term[] = []
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const isNumber = /^\p{N}/u.test(word)
    const small = word.toLowerCase()
    if (EMPTY.has(small)) continue
    const digits = isNumber ? word.replace(/,/g, '') : DIGITS.get(small)
    terms.push({
      stem: digits ?? stemOf(word),
      start,
      end: start + word.length,
      isName: /^\p{Lu}/u.test(word),
      isNumber: digits !== undefined
    })
  }
  return terms
}
