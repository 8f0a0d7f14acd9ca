import { stemOf, termsOf } from '../reports/terms.ts'

/**
 * What happens, and what it happens to, in words that papers use for one another, each row by the first of them: `fire` for a blaze, `toll` for the dead. Stems that begin
 * with one of these are it.
 */
const ALIKE = [
  'FIRE fire blaze burn inferno flame ablaze alight arson',
  'EXPLODE explosion explode blast detonat bomb blew',
  'COLLAPSE collapse cave crumbl',
  'CRASH crash collid collision derail smash wreck ramm',
  'SINK sink sank sunk capsiz founder',
  'FLOOD flood inundat overflow burst dyke',
  'SLIDE landslide mudslide avalanche slid hillside slope',
  'QUAKE earthquake quake tremor aftershock',
  'DIE die dead death kill fatal perish corpse victim toll casualt drown lives bod',
  'HURT injur hurt wound',
  'MISS miss unaccount disappear vanish lost',
  'RESCUE rescu save surviv pull',
  'ARREST arrest detain custody jail apprehend',
  'CHARGE charg indict accus prosecut',
  'TRY trial court hear tribunal sentenc convict verdict judg',
  'EVACUATE evacuat move flee fled leave displac shelter homeless',
  'SICK sick ill infect case outbreak diagnos measles cholera fever poison',
  'HOSPITAL hospital admit ward clinic treat',
  'SEARCH search look hunt comb',
  'FIND find discover notic spot detect locat',
  'STRIKE strik walkout stoppage picket industrial',
  'PROTEST protest demonstrat rall march riot',
  'VOTE vot elect ballot poll referendum',
  'MEET meet met debat session sit discuss talk convene conven',
  'DECIDE decid decision rul resolv approv pass adopt',
  'SIGN sign contract agreement deal accord treaty',
  'RESIGN resign quit step retire',
  'APPOINT appoint nam hire elect',
  'PAY pay paid cost spend spent price budget fund',
  'SELL sell sold sale buy bought purchas acquir',
  'BUILD build built construct erect',
  'CLOSE clos shut',
  'OPEN open inaugurat reopen',
  'WARN warn alert caution complain',
  'TELL tell told report inform notif',
  'INSPECT inspect audit check survey examin inspection',
  'FINE fine penalt',
  'ATTACK attack raid assault shell storm ambush',
  'SHOOT shoot shot gun',
  'STEAL steal stole theft rob burgl loot',
  'CALL call distress sos mayday signal radio',
  'LEAVE depart sail left set',
  'ARRIVE arriv reach dock moor berth land',
  'LEAK leak spill',
  'FOUND found establish',
  'CUT outage blackout cut fail',
  'VACCINE vaccin immunis immuniz inoculat jab dose',
  'LAUNCH launch introduc unveil',
  'CANCEL cancel postpon delay',
  'MOVE mov transfer ship relocat haul'
] as const

/** Where something stands in its course: two tellings of one event agree in it. */
const PHASES = [
  'BEGIN begin start break erupt commenc launch',
  'END end stop halt suspend finish cease conclud over',
  'CHANGE climb rise ris increas revis correct toll drop declin jump fall'
] as const

const HALL = [
  'PLACE warehouse hall hangar depot building house home plant factory',
  'FIRM company firm business enterprise',
  'PUPIL pupil student',
  'SHIP ship vessel boat'
]

function table(rows: readonly string[]): Forms {
  const all = rows
    .flatMap((row) => {
      const [concept = '', ...forms] = row.split(' ')
      return [...new Set(forms.flatMap((form) => [form, stemOf(form)]))].map((form) => [form, concept] as const)
    })
    .sort((a, b) => b[0].length - a[0].length)
  return Map.groupBy(all, ([form]) => form.slice(0, 2))
}

const CONCEPTS = table(ALIKE)
const PHASE_FORMS = table(PHASES)
const THINGS = table(HALL)

/** The forms of concepts by their first letters, in their order. */
type Forms = ReadonlyMap<string, readonly (readonly [form: string, concept: string])[]>

function conceptOf(stem: string, forms: Forms): string | null {
  const found = forms
    .get(stem.slice(0, 2))
    ?.find(([form]) => stem === form || (form.length > 3 && stem.startsWith(form)))
  return found?.[1] ?? null
}

/** What a passage says happens. */
export interface EventTerms {
  /** What happens: by concepts, a verb of which none is known by its stem. */
  actions: readonly string[]
  /** Where it stands in its course. */
  phases: readonly string[]
  /** Which of several times it is, and whether it happened at all. */
  marks: readonly string[]
  /** Family names of those whom it names, by stem. */
  people: readonly string[]
  /** All words that say what it's about, by stem or concept. */
  terms: readonly string[]
}

/** Verbs of two words, by one that says the same. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bwalk(?:s|ed|ing)?\s+out\b/giu, 'walkout'],
  [/\bput(?:s|ting)?\s+(?:off|back)\b|\bpush(?:es|ed|ing)?\s+back\b/giu, 'postponed'],
  [/\bcall(?:s|ed|ing)?\s+off\b/giu, 'cancelled'],
  [/\b(?:blew|blow(?:s|n|ing)?)\s+up\b|\bwent\s+off\b/giu, 'exploded'],
  [/\b(?:went|go(?:es|ing|ne)?)\s+down\b/giu, 'sank'],
  [/\bset(?:s|ting)?\s+up\b/giu, 'founded'],
  [/\bstep(?:s|ped|ping)?\s+(?:down|aside)\b/giu, 'resigned'],
  [/\btook\s+(?:off|place)\b/giu, 'took'],
  [/\bset(?:s|ting)?\s+(?:off|out|sail)\b/giu, 'departed']
]
/** Verbs of which no concept is known: behind a verb that helps them, or by their form. */
const VERB =
  /(?<=(?:^|[^\p{L}])(?:was|were|been|be|being|is|are|has|have|had|got|will|would|to)\s+(?:\p{L}+ly\s+)?)\p{L}{3,}(?:ed|en|t|d|n)(?!\p{L})|(?<!\p{L})\p{Ll}{3,}ed(?!\p{L})/gu
const NO_ACTION =
  /^(?:said|told|reported|stated|announced|added|claimed|insisted|argued|warned|noted|disclosed|revealed|confirmed|recalled|explained|testified|asked|based|called|named|known|seen|expected|planned|scheduled|united|need\w*|hundred|about|want\w*|used|been|written\s+by|located|situated|dated|then|even|given|taken|made|not|just|left|kept|held|aged|indeed)$/iu

/** Where verbs begin. */
function verbsIn(text: string): ReadonlySet<number> {
  return new Set(
    Array.from(text.matchAll(VERB), ({ 0: word, index }) => (NO_ACTION.test(word) ? -1 : index)).filter((at) => at >= 0)
  )
}

/** Whether an action is one of those by which passages with other words are known to tell the same. */
export function isConcept(action: string): boolean {
  return action === action.toUpperCase()
}

/** What a passage says happens, and what about. Numbers and the words of reporting don't count. */
export function eventTermsOf(text: string): EventTerms {
  const actions = new Set<string>()
  const phases = new Set<string>()
  const terms = new Set<string>()
  const plain = PHRASES.reduce((words, [phrase, one]) => words.replace(phrase, one), text)
  const verbs = verbsIn(plain)
  for (const { stem, isNumber, start } of termsOf(plain)) {
    if (isNumber) continue
    const phase = conceptOf(stem, PHASE_FORMS)
    if (phase !== null) phases.add(phase)
    const action = conceptOf(stem, CONCEPTS)
    if (action !== null) actions.add(action)
    else if (verbs.has(start)) actions.add(stem)
    terms.add(action ?? conceptOf(stem, THINGS) ?? stem)
  }
  return {
    actions: [...actions],
    phases: [...phases],
    marks: MARKS.flatMap(([mark, words]) => (words.test(text) ? [mark] : [])),
    people: [...new Set(Array.from(text.matchAll(PERSON), ({ groups }) => stemOf(groups!.name ?? groups!.titled!)))],
    terms: [...terms]
  }
}

/** What tells one of several times from another, and what was from what was only planned or didn't happen. */
const MARKS: readonly (readonly [mark: string, words: RegExp])[] = [
  [
    'AGAIN',
    /(?<!\p{L})(?:again|anew|once\s+more|another|second|third|re(?:open|start|elect|arrest|build|built|launch|convene|sum)\p{L}*)(?!\p{L})/iu
  ],
  ['NOT', /(?<!\p{L})(?:not|never|no\s+longer|\p{L}+n[’']t|failed\s+to|without)(?!\p{L})/iu],
  [
    'PLANNED',
    /(?<!\p{L})(?:planned|scheduled|due|supposed|meant|expected|set|slated|should|would|(?:was|were|is|are)\s+to|originally)(?!\p{L})(?!\s+(?:up|off|on\s+fire|fire|alight))/iu
  ],
  ['FIRST', /(?<!\p{L})first(?!\p{L})/iu],
  ['LAST', /(?<!\p{L})(?:last|final|finally|latest)(?!\p{L})/iu]
]
/** Somebody with a title, or with two names. */
const PERSON =
  /(?<!\p{L})(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Captain|Judge|Inspector|Mayor|Minister)\.?\s+(?:\p{Lu}\p{Ll}+\s+)?(?<titled>\p{Lu}\p{Ll}+)|\p{Lu}\p{Ll}+\s+(?<name>\p{Lu}\p{Ll}+))(?!\p{L})/gu
