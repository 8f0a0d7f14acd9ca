/** What a cue verb does: says it, names it, thinks it, wants it. */
export type CueClass = 'say' | 'call' | 'think' | 'want'
export type CueForm = 'finite' | 'base' | 'ing'

export interface Cue {
  class: CueClass
  form: CueForm
  /** Its base form. */
  verb: string
  /** True for a form that is a noun as well (a report, the claim). */
  mayBeNoun: boolean
}

const VERBS: Readonly<Record<CueClass, string>> = {
  say:
    'say tell add ask reply respond answer argue announce explain claim insist warn note state write tweet declare joke quip recall ' +
    'conclude continue acknowledge admit agree allege assert boast brag comment complain concede confirm contend counter cry deny disclose ' +
    'emphasize emphasise estimate exclaim express hint imply indicate inform interject lament maintain mention murmur mutter muse object observe offer opine ' +
    'point post predict proclaim promise protest quote rant read reason reassure recommend remark remember remind repeat report retort reveal ' +
    'roar scoff shout speak stress suggest sum swear talk testify thank vent voice vow whisper yell chant sing lie wonder open begin end ' +
    'start finish advise caution clarify confess confide counsel detail elaborate email exult fume gush implore instruct intone ' +
    'plead pronounce rail reckon reiterate relate rule sigh sneer snap speculate tease text ' +
    'toll underline underscore volunteer charge conceive guess fear plan pledge concur teach pray explode crow cheer scream holler beam ' +
    'groan grumble growl laugh smile nod shrug demur deadpan bellow bark assure attest affirm advertise air blog broadcast discuss ' +
    'propose pose press query question inquire enquire invite',
  call:
    'call describe dub label brand deem term title headline name entitle refer characterize characterise portray depict cast tout hail praise dismiss deride ' +
    'denounce blast slam rip condemn criticize criticise decry deplore ridicule mock accuse blame attack assail cite welcome applaud laud reject ' +
    'challenge dispute rebuke lambast pan defend liken compare billed bill peg style nickname frame paint pitch trumpet deride disparage vilify bash berate ' +
    'chide scold taunt insult slur rap echo invoke parody promote oppose contrast credit',
  think:
    'think believe feel know mean consider see view regard worry expect doubt find hope learn hear understand figure assume judge suspect realise realize decide',
  want: 'want wish demand order urge threaten seek vote intend aim try call-for refuse encourage request beg require swear'
}
const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'says said saying',
  tell: 'tells told telling',
  write: 'writes wrote written writing',
  speak: 'speaks spoke spoken speaking',
  swear: 'swears swore sworn swearing',
  begin: 'begins began beginning',
  read: 'reads read reading',
  sing: 'sings sang singing',
  lie: 'lies lied lying',
  cast: 'casts cast casting',
  rip: 'rips ripped ripping',
  slam: 'slams slammed slamming',
  sum: 'sums summed summing',
  brag: 'brags bragged bragging',
  quip: 'quips quipped quipping',
  snap: 'snaps snapped snapping',
  nod: 'nods nodded nodding',
  shrug: 'shrugs shrugged shrugging',
  pan: 'pans panned panning',
  rap: 'raps rapped rapping',
  peg: 'pegs pegged pegging',
  concur: 'concurs concurred concurring',
  demur: 'demurs demurred demurring',
  refer: 'refers referred referring',
  think: 'thinks thought thinking',
  feel: 'feels felt feeling',
  know: 'knows knew known knowing',
  mean: 'means meant meaning',
  see: 'sees saw seen seeing',
  find: 'finds found finding',
  hear: 'hears heard hearing',
  understand: 'understands understood understanding',
  seek: 'seeks sought seeking',
  teach: 'teaches taught teaching',
  deny: 'denies denied denying',
  cry: 'cries cried crying',
  reply: 'replies replied replying',
  testify: 'testifies testified testifying',
  clarify: 'clarifies clarified clarifying',
  imply: 'implies implied implying',
  decry: 'decries decried decrying',
  vilify: 'vilifies vilified vilifying',
  worry: 'worries worried worrying',
  try: 'tries tried trying',
  query: 'queries queried querying',
  admit: 'admits admitted admitting',
  beg: 'begs begged begging',
  plan: 'plans planned planning'
}
const NOUNS = new Set(
  (
    'call calls claim claims state states note notes report reports comment comments post posts order orders estimate estimates hope hopes question questions quote quotes ' +
    'answer answers reply joke promise promises protest protests offer offers remark remarks request requests demand demands vote votes warning tweet tweets email emails text texts ' +
    'attack attacks challenge reason reasons name names title label brand term terms view views plan plans point points object objects rule rules fear fears doubt doubts end ends start ' +
    'open stress lie lies wonder wish offer talk talks read speech charge charges press air pitch frame style cast bill bills credit record meaning finding findings feeling feelings ' +
    'thinking writing saying reading beginning hearing opening calling reasoning boast vow vows pledge pledges cry cries shout laugh smile nod guess praise rebuke sum teasing blast figure figures ' +
    'judge order aim try contrast volunteer volunteers counsel dispute slur insult shrug sigh cheer cheers detail details'
  ).split(' ')
)

function regular(verb: string): string[] {
  const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(verb) && verb.length <= 5
  const stem = doubled ? verb + verb.at(-1)! : verb.endsWith('e') ? verb.slice(0, -1) : verb
  const third = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`
  return [third, `${stem}ed`, `${stem}ing`]
}

const CUES = new Map<string, Cue>()
for (const group of ['want', 'think', 'call', 'say'] as const) {
  for (const verb of VERBS[group].split(' ')) {
    const forms = IRREGULAR[verb]?.split(' ') ?? regular(verb)
    CUES.set(verb, { class: group, form: 'base', verb, mayBeNoun: NOUNS.has(verb) })
    for (const form of forms)
      CUES.set(form, { class: group, form: form.endsWith('ing') ? 'ing' : 'finite', verb, mayBeNoun: NOUNS.has(form) })
  }
}

/** The cue that a lower-case word may be. */
export function cueOf(lower: string): Cue | undefined {
  return CUES.get(lower)
}
